import { systemActor } from '../../src/access/actor'
import { toText } from '../../src/engine/exact'
import { paths } from '../../src/paths'
import { canonicalJson, sha256Of } from '../../src/frozen/canonical-json'
import { attestAll, save, submit, withdraw } from '../attestations/hand-in'
import { addPiece, satkerAtWork, TEAM, upload, type SatkerAtWork } from '../evidence/satker-at-work'
import { samples } from '../storage/sample-files'
import type { Browser } from '../support/house'

describe('the frozen worksheet', () => {
  let work: SatkerAtWork
  let head: Browser
  let page: string
  let piece: { id: string; file: string; use: string }

  beforeEach(async () => {
    work = await satkerAtWork()
    head = await work.browserOf('head')
    page = paths.frozenWorksheet(work.assessment, work.worksheet)
    piece = await addPiece(work, work.chair, TEAM, {
      fields: { title: 'SK Tim ZI', claim: 'diktum kedua', page: 'hal. 2', happenedOn: '2026-01-12' },
      files: [[samples.pdf, 'SK Tim.pdf']],
    })
    await save(work, work.chair, TEAM, { field: 'value', option: 'Ya' })
    await save(work, work.chair, TEAM, { field: 'note', note: 'Ditetapkan Januari.' })
    await save(work, work.chair, 'A.II.1.i.a', { field: 'value', inputs: { agents: '7', changes: '5' } })
  })
  afterEach(() => work.close())

  const handIn = async () => {
    await attestAll(work, head)
    await submit(work, head)
  }
  const change = (sql: string, parameters: readonly string[] = []) =>
    work.house.database.inTransaction(() => work.house.database.writing().query(sql, [...parameters]))
  const stored = () =>
    work.house.database.one<{ document: string; hash: string }>(
      `SELECT f.document, w.hash FROM frozen_worksheets f JOIN worksheets w ON w.id = f.worksheet_id
        WHERE w.id = $1`,
      [work.worksheet],
    )
  /** Without what stands around it: navigation, notice, form token. */
  const content = async (agent: Browser) =>
    /<div class="head">[\s\S]*<\/main>/.exec((await agent.get(page)).text)?.[0] ?? ''

  it('is the canonical text that its hash stands for', async () => {
    await handIn()
    const row = await stored()
    expect(sha256Of(row?.document ?? '')).toBe(row?.hash)
    expect(canonicalJson(JSON.parse(row?.document ?? ''))).toBe(row?.document)
    const shown = await content(head)
    expect(shown).toContain(row?.hash)
    expect(shown).toContain('Cocok dengan isi')
    expect(shown).toContain('Dibekukan pada 12 Maret 2026 10.45 WIB')
  })

  it('shows answers, notes, evidence with versions and hashes, scores, gates and attestations', async () => {
    await handIn()
    const shown = await content(head)
    const file = await work.house.database.one<{ sha256: string }>('SELECT sha256 FROM evidence_files')
    for (const words of [
      'Ditetapkan Januari.',
      'Jumlah agen perubahan: 7; Jumlah perubahan yang dihasilkan: 5',
      'Nilai 0,71',
      'hal. 2: diktum kedua',
      '12 Januari 2026',
      'SK Tim.pdf',
      'versi 1',
      file?.sha256 ?? 'none',
      'Ambang WBBM',
      'Area 1 Manajemen Perubahan',
      'Tanpa bukti',
      'Hendra Wiguna, 12 Maret 2026 10.45 WIB',
      'Belum diisi',
    ])
      expect(shown).toContain(words)
    expect(shown.match(/class="frozen-q"/g)).toHaveLength(113)
    expect(shown).not.toMatch(/undefined|\[object|NaN/)
  })

  it('bears satker, edition and document number at the head of every printed page', async () => {
    await handIn()
    const [satker] = await work.house.database.query<{ code: string; name: string }>(
      'SELECT code, name FROM satker WHERE id = $1',
      [work.satker.id],
    )
    const { code, name } = satker!
    expect((await head.get(page)).text).toContain(
      `<p class="running-head"><span>${name} · lembar beku 2026 · putaran 1, edisi 1 · ZI-2026-${code}-1.1</span></p>`,
    )
    await withdraw(work, head)
    expect((await head.get(paths.wholeWorksheet(work.assessment))).text).toContain(
      `<p class="running-head"><span>${name} · lembar kerja 2026 · putaran 1, edisi 2 · ZI-2026-${code}-1.2-DRAF</span></p>`,
    )
  })

  it('does not change by a letter when everything it speaks of changes', async () => {
    await handIn()
    const before = await content(head)
    await upload(
      work.chair,
      paths.evidence(piece.id),
      { files: [[samples.jpg, 'SK Baru.jpg']] },
      { action: paths.evidenceFileReplacement(piece.file), usual: false },
    )
    await change("UPDATE evidence SET title = 'Lain', withdrawn_at = '2026-03-12T04:00:00.000Z'")
    await change("UPDATE answers SET note = 'Lain'")
    await change("UPDATE users SET name = 'Orang Lain' WHERE id = $1", [work.people.chair.id])
    await change("UPDATE satker SET name = 'Satker Lain', time_zone = 'Asia/Jayapura'")
    await change("UPDATE section_scores SET claimed = '0'")
    expect(await content(head)).toBe(before)
  })

  it('keeps its score in every later reading, whatever becomes of its evidence', async () => {
    await addPiece(work, work.chair, 'A.II.1.i.a', {
      fields: {
        title: 'Foto perubahan',
        nature: 'outcome',
        stages: ['implementation', 'monitoring', 'impact'],
      },
      files: [[samples.jpg, 'Foto.jpg']],
    })
    await handIn()
    const { assessments, scoring, worksheets } = work.house.services
    const score = async () => {
      const actor = systemActor('tests')
      const context = await assessments.visibleTo(actor).get(work.assessment)
      const readings = [await scoring.scoreOf(context), await worksheets.contents(actor, context)]
      return readings.map(({ score: { claimed, substantiated } }) => [
        toText(claimed.total),
        toText(substantiated.total),
      ])
    }
    const before = await score()
    expect(before[0]?.[1]).not.toBe('0')
    expect(before[1]).toEqual(before[0])
    await change("UPDATE evidence SET nature = 'formal', withdrawn_at = '2026-03-12T04:00:00.000Z'")
    await change("UPDATE evidence_uses SET stages = '[]'")
    expect(await score()).toEqual(before)
  })

  it('says so when the stored text is no longer what was hashed', async () => {
    await handIn()
    const document = ((await stored())?.document ?? '').replace('Ditetapkan Januari.', 'Ditetapkan Februari.')
    await change('UPDATE frozen_worksheets SET document = $1', [document])
    const shown = await content(head)
    expect(shown).toContain('Tidak cocok')
    expect(shown).toContain('Isi lembar ini tidak cocok dengan SHA-256 saat dibekukan.')
    expect(shown).not.toContain('Cocok dengan isi')
  })

  it('leads from each edition to the others', async () => {
    await handIn()
    await withdraw(work, head)
    await submit(work, head)
    const second = await work.house.database.one<{ id: string }>(
      'SELECT id FROM worksheets WHERE assessment_id = $1 AND edition = 2',
      [work.assessment],
    )
    const other = paths.frozenWorksheet(work.assessment, second?.id ?? '')
    expect(await content(head)).toContain(`href="${other}"`)
    expect((await head.get(other)).text).toContain(`href="${page}"`)
  })

  it('shows of restricted evidence only that it exists, to all but those it concerned', async () => {
    await change("UPDATE evidence SET access = 'terbatas'")
    await handIn()
    for (const who of ['head', 'chair', 'one'] as const)
      expect([who, (await content(await work.browserOf(who))).includes('SK Tim ZI')]).toEqual([who, true])
    for (const who of ['five', 'viewer', 'admin'] as const) {
      const shown = await content(await work.browserOf(who))
      expect(shown).toContain('Bukti terbatas')
      for (const words of ['SK Tim', 'diktum kedua', 'hal. 2', '12 Januari 2026'])
        expect([who, words, shown.includes(words)]).toEqual([who, words, false])
    }
  })

  it('hides what became restricted after it was frozen', async () => {
    await handIn()
    expect(await content(await work.browserOf('viewer'))).toContain('SK Tim ZI')
    await change("UPDATE evidence SET access = 'terbatas'")
    expect(await content(await work.browserOf('viewer'))).not.toContain('SK Tim')
    expect(await content(head)).toContain('SK Tim ZI')
  })

  it('is not there before the hand-in, for another assessment, or for another satker', async () => {
    expect((await head.get(page)).status).toBe(404)
    await handIn()
    expect((await head.get(page)).status).toBe(200)
    const stranger = await work.browserOf('stranger')
    expect((await stranger.get(page)).status).toBe(404)
    const theirs = await work.house.database.one<{ id: string }>(
      'SELECT id FROM assessments WHERE id <> $1',
      [work.assessment],
    )
    const crossed = paths.frozenWorksheet(theirs?.id ?? '', work.worksheet)
    expect((await stranger.get(crossed)).status).toBe(404)
    expect((await head.get(paths.frozenWorksheet(work.assessment, 'tidak-ada'))).status).toBe(404)
  })

  it('is read in a constant number of statements', async () => {
    await handIn()
    work.house.statements.length = 0
    await content(head)
    expect(work.house.statements.length).toBeLessThanOrEqual(5)
  })
})
