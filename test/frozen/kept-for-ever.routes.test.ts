import { systemActor } from '../../src/access/actor'
import { canonicalJson, sha256Of } from '../../src/frozen/canonical-json'
import type { FrozenDocument } from '../../src/frozen/frozen-document'
import { paths } from '../../src/paths'
import { ObjectMissing } from '../../src/storage/storage'
import { attestAll, save, submit, withdraw } from '../attestations/hand-in'
import {
  addPiece,
  GRATIFICATION,
  satkerAtWork,
  TEAM,
  upload,
  type SatkerAtWork,
} from '../evidence/satker-at-work'
import { tinyPng } from '../satker/tiny-png'
import { samples } from '../storage/sample-files'
import { addPerson } from '../support/cast'
import type { Browser } from '../support/house'

const SAKIP = 'P.sakip'
const TWO_DAYS = 48 * 3_600_000

describe('what a worksheet said when it was handed in', () => {
  let work: SatkerAtWork
  let head: Browser
  let logo: string

  beforeEach(async () => {
    work = await satkerAtWork()
    head = await work.browserOf('head')
    await change(
      `UPDATE satker SET letterhead = 'KEMENTERIAN LAYANAN NUSANTARA\n Kantor Imigrasi Tanjung Kirana ', kind = 'Kantor Imigrasi',
          city = 'Tanjung Kirana' WHERE id = $1`,
      [work.satker.id],
    )
    await change("UPDATE users SET nip = '198001012005011001' WHERE id = $1", [work.people.head.id])
    const admin = await work.browserOf('admin')
    await upload(
      admin,
      paths.satker(work.satker.id),
      { files: [[tinyPng, 'logo.png']] },
      { action: paths.satkerLogo(work.satker.id), usual: false },
    )
    logo = await logoHash()
    for (const question of [TEAM, SAKIP])
      await addPiece(work, work.chair, question, {
        fields: {
          title: 'SK Tim ZI',
          claim: 'diktum kedua',
          page: 'hal. 2',
          stages: question === SAKIP ? [] : ['planning', 'implementation'],
        },
        files: [[samples.pdf, 'SK Tim.pdf']],
      })
    await save(work, work.chair, TEAM, { field: 'value', option: 'Ya' })
  })
  afterEach(() => work.close())

  const change = (sql: string, parameters: readonly string[] = []) =>
    work.house.database.inTransaction(() => work.house.database.writing().query(sql, [...parameters]))
  const logoHash = async () =>
    (
      await work.house.database.one<{ hash: string }>(
        'SELECT logo_sha256 AS hash FROM satker WHERE id = $1',
        [work.satker.id],
      )
    )?.hash ?? ''
  const handIn = async () => {
    await attestAll(work, head)
    expect((await submit(work, head)).status).toBe(303)
  }
  const readiness = async () => {
    const { assessments, reports } = work.house.services
    const actor = systemActor('tests')
    return reports.readiness(actor, await assessments.visibleTo(actor).get(work.assessment))
  }
  const shown = async (page: string, agent: Browser = head) =>
    /<main[\s\S]*<\/main>/.exec((await agent.get(page)).text)?.[0] ?? ''
  const everythingChanges = async () => {
    await change(
      `UPDATE satker SET letterhead = 'Kantor Lain', name = 'Satker Lain', code = 'LAIN', kind = 'Rutan', city = 'Kota Lain',
          time_zone = 'Asia/Jayapura', logo_sha256 = NULL, logo_type = NULL WHERE id = $1`,
      [work.satker.id],
    )
    await change("UPDATE users SET name = 'Nama Lain', nip = NULL")
    await change("UPDATE assessments SET target_predicate = 'WBBM' WHERE id = $1", [work.assessment])
    await change("UPDATE cycles SET area_gates = 'separate'")
    await change("UPDATE evidence SET title = 'Judul lain', nature = 'outcome'")
    await change(`UPDATE evidence_uses SET stages = '["impact"]', claim = 'klaim lain', page = 'hal. 9'`)
    await addPerson(work.house, 'Kepala Baru', 'head', work.satker, { acting: true, validFrom: '2026-01-02' })
    await addPerson(work.house, 'Ketua Baru', 'chair', work.satker, { validFrom: '2026-01-02' })
  }
  const stored = async () =>
    JSON.parse(
      (
        await work.house.database.one<{ document: string }>(
          'SELECT document FROM frozen_worksheets WHERE worksheet_id = $1',
          [work.worksheet],
        )
      )?.document ?? '{}',
    ) as FrozenDocument

  it('stays in the report: letterhead, logo, head and chair, and with them everything else', async () => {
    const draft = await readiness()
    await handIn()
    const before = await readiness()
    expect(before).toMatchObject({
      satker: {
        name: 'Kanim Tanjung Kirana',
        letterhead: ['KEMENTERIAN LAYANAN NUSANTARA', 'Kantor Imigrasi Tanjung Kirana'],
        logo: { kind: 'png', base64: tinyPng.toString('base64') },
        city: 'Tanjung Kirana',
      },
      head: { name: 'Hendra Wiguna', nip: '198001012005011001', title: 'Kepala Kantor Imigrasi' },
      chair: { name: 'Sari Puspadewi', nip: '', title: 'Ketua Tim Zona Integritas' },
    })
    expect([before.satker, before.head, before.chair]).toEqual([draft.satker, draft.head, draft.chair])
    await everythingChanges()
    const after = await readiness()
    expect({ ...after, steps: [] }).toEqual({ ...before, steps: [] })
    expect(await shown(paths.readiness(work.assessment))).toContain('Hendra Wiguna')
  })

  it('names the acting head as such', async () => {
    const acting = await addPerson(work.house, 'Laras Widyanti', 'head', work.satker, { acting: true })
    await handIn()
    expect((await stored()).signatories).toEqual({
      head: { id: acting.id, name: 'Laras Widyanti', nip: '', acting: true },
      chair: { id: work.people.chair.id, name: 'Sari Puspadewi', nip: '', acting: false },
    })
    await change('UPDATE memberships SET acting = $1', ['0'])
    expect((await readiness()).head?.title).toBe('Plt./Plh. Kepala Kantor Imigrasi')
  })

  it('stays on the pages of the worksheet: titles, natures, stages and where to look', async () => {
    await handIn()
    const pages = [
      paths.question(work.assessment, TEAM),
      paths.evidenceUses(work.assessment, TEAM),
      paths.prerequisites(work.assessment),
    ]
    const evidenceOn = async (page: string) =>
      (await shown(page)).match(/<ul[^>]*id="bukti-[\s\S]*?<\/ul>/g)?.join('')
    const before = await Promise.all(pages.map(evidenceOn))
    expect(before[0]).toMatch(/SK Tim ZI[\s\S]*Formal · Rencana, Pelaksanaan[\s\S]*hal\. 2: diktum kedua/)
    expect(before[1]).toContain('SK Tim ZI')
    expect(before[2]).toContain('SK Tim ZI')
    await change("UPDATE evidence SET title = 'Judul lain', nature = 'outcome'")
    await change(`UPDATE evidence_uses SET stages = '["impact"]', claim = 'klaim lain', page = 'hal. 9'`)
    expect(await Promise.all(pages.map(evidenceOn))).toEqual(before)
    await change("UPDATE evidence SET access = 'terbatas'")
    const viewer = await work.browserOf('viewer')
    for (const page of pages) expect(await shown(page, viewer)).not.toMatch(/SK Tim ZI|diktum kedua|hal\. 2/)
  })

  it('does not show a question the evidence of another', async () => {
    await handIn()
    expect(await shown(paths.evidenceUses(work.assessment, GRATIFICATION))).not.toContain('SK Tim ZI')
  })

  it('keeps its logo from the sweeper, also when the submission was taken back', async () => {
    await handIn()
    await withdraw(work, head)
    await change('UPDATE satker SET logo_sha256 = NULL, logo_type = NULL')
    const { evidenceFiles, storage } = work.house.services
    const sweep = () => evidenceFiles.sweep(new Date(Date.now() + TWO_DAYS))
    expect((await sweep()).removed).toBe(0)
    const { stream } = await storage.open(logo)
    stream.destroy()
    await change('DELETE FROM frozen_worksheets')
    expect((await sweep()).removed).toBe(1)
    await expect(storage.open(logo)).rejects.toBeInstanceOf(ObjectMissing)
  })

  it('can still be read in the first format, which kept neither letterhead nor signatories', async () => {
    await handIn()
    const { signatories: _, satker, ...rest } = await stored()
    const { letterhead: _letterhead, ...older } = satker
    const document = canonicalJson({ ...rest, satker: older, format: 'zona-integritas/lembar-satker/1' })
    const hash = sha256Of(document)
    await change('UPDATE frozen_worksheets SET document = $1', [document])
    await change('UPDATE worksheets SET hash = $1 WHERE id = $2', [hash, work.worksheet])
    expect(await shown(paths.frozenWorksheet(work.assessment, work.worksheet))).toContain('Cocok dengan isi')
    expect((await readiness()).head?.name).toBe('Hendra Wiguna')
    await everythingChanges()
    const report = await readiness()
    expect(report.satker).toMatchObject({
      name: 'Kanim Tanjung Kirana',
      letterhead: ['Kantor Lain'],
      logo: null,
    })
    expect(report.head?.name).toBe('Kepala Baru')
    expect(await shown(paths.question(work.assessment, TEAM))).toContain('SK Tim ZI')
  })
})
