import { systemActor } from '../../src/access/actor'
import { paths } from '../../src/paths'
import { attestAll, save, submit, withdraw } from '../attestations/hand-in'
import {
  addPiece,
  GRATIFICATION,
  satkerAtWork,
  TEAM,
  upload,
  type SatkerAtWork,
} from '../evidence/satker-at-work'
import { samples } from '../storage/sample-files'
import { post, type Browser } from '../support/house'

const PREREQUISITE = 'P.sakip'

describe('after the hand-in, evidence that is edited and withdrawn', () => {
  let work: SatkerAtWork
  let head: Browser
  let piece: { id: string; file: string; use: string }

  beforeEach(async () => {
    work = await satkerAtWork()
    head = await work.browserOf('head')
    const shelved = await addPiece(work, work.chair, GRATIFICATION, {
      fields: { title: 'Notula awal' },
      files: [[samples.pdf, 'Notula.pdf']],
    })
    piece = await addPiece(work, work.chair, TEAM, {
      fields: { title: 'SK Tim ZI', happenedOn: '2026-01-12', stages: ['planning', 'implementation'] },
      files: [[samples.jpg, 'SK Tim.jpg']],
    })
    const { text } = await work.chair.get(paths.evidenceUses(work.assessment, GRATIFICATION))
    expect(text).toContain('Notula awal')
    for (const question of [GRATIFICATION, PREREQUISITE])
      await upload(
        work.chair,
        paths.evidenceUses(work.assessment, question),
        { fields: { evidence: piece.id, stages: question === PREREQUISITE ? [] : ['monitoring'] } },
        { usual: false },
      )
    await save(work, work.chair, TEAM, { field: 'value', option: 'Ya' })
    await post(work.chair, paths.evidence(shelved.id), paths.evidenceWithdrawal(shelved.id), {
      version: '1',
      reason: 'Salah unggah',
    })
  })
  afterEach(() => work.close())

  const handIn = async () => {
    await attestAll(work, head)
    expect((await submit(work, head)).status).toBe(303)
  }
  /** Through the pages, an hour after the hand-in. */
  const editAndWithdraw = async () => {
    const handedIn = work.house.now
    work.house.now = new Date(handedIn.getTime() + 3_600_000)
    const page = paths.evidence(piece.id)
    const edited = { title: 'Judul lain', nature: 'outcome', happenedOn: '2025-05-05', version: '1' }
    expect((await post(work.chair, page, page, edited)).status).toBe(303)
    const replacement = await upload(
      work.chair,
      page,
      { files: [[samples.png, 'Baru.png']] },
      { action: paths.evidenceFileReplacement(piece.file), usual: false },
    )
    expect(replacement.status).toBe(303)
    const row = await work.house.database.one<{ version: number }>(
      'SELECT version FROM evidence WHERE id = $1',
      [piece.id],
    )
    const withdrawal = { version: String(row?.version), reason: 'Tidak dipakai lagi' }
    expect((await post(work.chair, page, paths.evidenceWithdrawal(piece.id), withdrawal)).status).toBe(303)
    work.house.now = handedIn
  }
  const change = (sql: string) =>
    work.house.database.inTransaction(() => work.house.database.writing().query(sql))
  const shown = async (agent: Browser) =>
    /<article class="report"[\s\S]*<\/article>/.exec(
      (await agent.get(paths.readiness(work.assessment))).text,
    )?.[0] ?? ''
  const readiness = async () => {
    const { assessments, reports } = work.house.services
    const actor = systemActor('tests')
    return reports.readiness(actor, await assessments.visibleTo(actor).get(work.assessment))
  }

  it('changes nothing of the report and of what its PDF is printed from', async () => {
    await handIn()
    const before = { page: await shown(head), data: await readiness() }
    expect(before.page).toMatch(/B-001<\/th>.*?SK Tim ZI/s)
    expect(before.page).toContain('12 Jan 2026')
    expect(before.page).not.toContain('Notula awal')
    await editAndWithdraw()
    await change(`UPDATE evidence_uses SET stages = '["impact"]'`)
    expect(await readiness()).toEqual(before.data)
    expect(await shown(head)).toBe(before.page)
  })

  it('stands in the report as it stood in it before the hand-in', async () => {
    const before = await readiness()
    await handIn()
    expect((await readiness()).evidence).toEqual(before.evidence)
  })

  it('bears the same number on the frozen page, in the report before and after, and on the shelf', async () => {
    await upload(work.chair, paths.evidenceUses(work.assessment, 'A.I.1.ii.a'), {
      fields: { title: 'Rencana kerja' },
      files: [[samples.png, 'Rencana.png']],
    })
    const numbers = async () => (await readiness()).evidence.map(({ number, title }) => [number, title])
    const before = await numbers()
    expect(before).toEqual([
      ['B-001', 'SK Tim ZI'],
      ['B-002', 'Rencana kerja'],
    ])
    const shelf = async () => (await head.get(paths.evidenceShelf(work.satker.id))).text
    expect(await shelf()).not.toContain('B-00')
    await handIn()
    expect(await numbers()).toEqual(before)
    const frozen = (await head.get(paths.frozenWorksheet(work.assessment, work.worksheet))).text
    expect(frozen).toMatch(/id="B-001"[^]*?SK Tim ZI[^]*?id="B-002"[^]*?Rencana kerja/)
    expect(await shelf()).toMatch(
      /Rencana kerja<\/a>[^]*?Nomor bukti B-002 \(2026\)[^]*?SK Tim ZI<\/a>[^]*?Nomor bukti B-001 \(2026\)/,
    )
  })

  it('stands under a number of its own in every edition, and in a draft under none that was handed in', async () => {
    const number = async () => {
      const { documentNumber, edition } = await readiness()
      return [documentNumber, edition]
    }
    const [satker] = await work.house.database.query<{ code: string }>(
      'SELECT code FROM satker WHERE id = $1',
      [work.satker.id],
    )
    const code = satker?.code ?? ''
    expect(await number()).toEqual([`ZI-2026-${code}-1.1-DRAF`, 1])
    await handIn()
    expect(await number()).toEqual([`ZI-2026-${code}-1.1`, 1])
    await withdraw(work, head)
    expect(await number()).toEqual([`ZI-2026-${code}-1.2-DRAF`, 2])
    await submit(work, head)
    expect(await number()).toEqual([`ZI-2026-${code}-1.2`, 2])
    expect(await shown(head)).toContain('Diajukan, putaran 1, edisi 2')
  })

  it('is still hidden in the report from those who may not open it, also when it became restricted since', async () => {
    await handIn()
    const viewer = await work.browserOf('viewer')
    const file = await work.house.database.one<{ sha256: string }>(
      'SELECT sha256 FROM evidence_files WHERE id = $1',
      [piece.file],
    )
    const digits = file?.sha256.slice(0, 12) ?? ''
    for (const word of ['SK Tim ZI', digits]) expect(await shown(viewer)).toContain(word)
    await change("UPDATE evidence SET access = 'terbatas'")
    const restricted = await shown(viewer)
    expect(restricted).not.toContain(digits)
    expect(restricted).toContain('Bukti terbatas; hanya dapat dibuka oleh yang berwenang.')
    expect(restricted).not.toContain('SK Tim ZI')
    for (const who of ['head', 'one'] as const)
      expect(await shown(await work.browserOf(who))).toContain('SK Tim ZI')
  })

  it('stays in the lists of the worksheet, marked as withdrawn', async () => {
    await handIn()
    const places = [
      paths.evidenceUses(work.assessment, TEAM),
      paths.prerequisites(work.assessment),
      paths.question(work.assessment, TEAM),
    ]
    for (const place of places) expect((await head.get(place)).text).not.toContain('>Ditarik<')
    await editAndWithdraw()
    for (const place of places) {
      const { status, text } = await head.get(place)
      expect([place, status]).toEqual([place, 200])
      expect(text).toMatch(new RegExp(`href="${paths.evidence(piece.id)}"[\\s\\S]*?>Ditarik<`))
    }
    const { text } = await head.get(paths.evidenceUses(work.assessment, GRATIFICATION))
    expect(text).not.toContain('Notula awal')
  })

  it('costs the report one statement more than before the hand-in at most, for the frozen document', async () => {
    const statements = async () => {
      await shown(head)
      work.house.statements.length = 0
      await shown(head)
      return work.house.statements.length
    }
    const open = await statements()
    await handIn()
    expect(await statements()).toBeLessThanOrEqual(open + 1)
  })
})
