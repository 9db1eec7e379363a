import { paths } from '../../src/paths'
import { openInspection, type Inspection } from '../evaluation/inspection'
import { noting } from '../notes/noted'
import { samples } from '../storage/sample-files'
import { actionsOf, satkerAtWork, upload, type SatkerAtWork } from './satker-at-work'

const PLAIN = { usual: false }

describe('putting a piece on the shelf that no question uses', () => {
  let work: SatkerAtWork
  let page: string
  beforeEach(async () => {
    work = await satkerAtWork()
    page = paths.newEvidence(work.satker.id)
  })
  afterEach(() => work.close())

  const pieces = () =>
    work.house.database.query<{ id: string; title: string; access: string }>(
      'SELECT id, title, access FROM evidence',
    )
  const form = (fields: Record<string, string> = {}) => ({
    fields: { nature: 'formal', access: 'biasa', ...fields },
    files: [[samples.pdf, 'SK Perubahan.pdf']] as const,
  })

  it('keeps it with its file and its event, and leads to it', async () => {
    const saved = await upload(work.chair, page, form(), PLAIN)
    expect(saved.status).toBe(303)
    const [piece] = await pieces()
    expect(piece).toMatchObject({ title: 'SK Perubahan', access: 'biasa' })
    expect(saved.headers['location']).toBe(paths.evidence(piece!.id))
    expect(await actionsOf(work)).toContain('add-evidence')
    const shelf = (await work.chair.get(paths.evidenceShelf(work.satker.id))).text
    expect(shelf).toContain('SK Perubahan')
    expect(shelf).toContain(`href="${page}"`)
  })

  it.each([
    ['without a file or a link', { fields: { nature: 'formal' } }, 'Pilih berkas atau tulis tautan.'],
    ['without its nature', { fields: {}, files: [[samples.pdf, 'SK.pdf']] as const }, 'Pilih sifat bukti.'],
  ])('comes back %s and keeps nothing', async (_how, sent, words) => {
    const answer = await upload(work.chair, page, sent, PLAIN)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(words)
    const script = await upload(work.chair, page, sent, { ...PLAIN, json: true })
    expect(script.status).toBe(422)
    expect(await pieces()).toEqual([])
  })

  it('keeps a restricted one of the chair only, whom it does not lock out', async () => {
    const refused = await upload(await work.browserOf('five'), page, form({ access: 'terbatas' }), PLAIN)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('hanya disimpan oleh ketua tim ZI')
    expect((await upload(await work.browserOf('five'), page, form(), PLAIN)).status).toBe(303)
    expect((await upload(work.chair, page, form({ access: 'terbatas' }), PLAIN)).status).toBe(303)
    expect(await pieces()).toHaveLength(2)
    const trail = await work.house.database.query(
      `SELECT after FROM audit_events WHERE action = 'add-evidence' ORDER BY at DESC, id DESC LIMIT 1`,
    )
    expect(JSON.stringify(trail)).not.toContain('SK Perubahan')
  })

  it('is for the team of the satker alone', async () => {
    for (const [who, status] of [
      ['head', 403],
      ['viewer', 403],
      ['stranger', 404],
    ] as const)
      expect([who, (await (await work.browserOf(who)).get(page)).status]).toEqual([who, status])
    expect(
      (await (await work.browserOf('viewer')).get(paths.evidenceShelf(work.satker.id))).text,
    ).not.toContain(page)
  })
})

describe('a piece for the answer to a note', () => {
  let inspection: Inspection
  beforeAll(async () => void (inspection = await openInspection()))
  afterAll(() => inspection.close())

  it('is put on the shelf after the worksheet was handed in, and is ticked on the way back', async () => {
    const act = noting(inspection)
    const id = await act.write('member')
    const chair = await inspection.browserOf('chair')
    const page = `${paths.newEvidence(inspection.satker.id)}?catatan=${id}`
    expect((await act.read('chair', paths.note(id))).text).toContain(`href="${page}"`)
    const sent = { fields: { nature: 'formal' }, files: [[samples.pdf, 'SK baru.pdf']] as const }
    const saved = await upload(chair, page, sent, PLAIN)
    expect(saved.status).toBe(303)
    const back = (await act.read('chair', String(saved.headers['location']).split('#')[0]!)).text
    const piece = /value="([^"]+)" checked/.exec(back)?.[1] ?? ''
    expect(back).toContain('SK baru')
    expect(
      (await act.send('chair', id, paths.noteReplies(id), { text: 'Terlampir.', evidence: piece })).status,
    ).toBe(303)
    expect((await act.read('member', paths.note(id))).text).toContain('SK baru')
  })
})
