import { paths } from '../../src/paths'
import { samples } from '../storage/sample-files'
import { post, type Browser } from '../support/house'
import {
  addPiece,
  countOf,
  GRATIFICATION,
  satkerAtWork,
  TEAM,
  upload,
  type SatkerAtWork,
} from './satker-at-work'

const FACTS = { title: 'SK Tim ZI 2026', nature: 'formal', version: '1' }

describe('what happens to a piece of evidence', () => {
  let work: SatkerAtWork
  let viewer: Browser
  let piece: { id: string; file: string; use: string }
  let page: string

  beforeEach(async () => {
    work = await satkerAtWork()
    viewer = await work.browserOf('viewer')
    piece = await addPiece(work, work.chair, TEAM, {
      fields: { title: 'SK Tim' },
      files: [[samples.pdf, 'SK Tim.pdf']],
    })
    page = paths.evidence(piece.id)
    const attach = { fields: { evidence: piece.id, stages: 'planning' } }
    await upload(work.chair, paths.evidenceUses(work.assessment, GRATIFICATION), attach, { usual: false })
    later()
  })
  afterEach(() => work.close())

  const later = () => (work.house.now = new Date(work.house.now.getTime() + 60_000))
  const change = (more: object = {}) => post(work.chair, page, page, { ...FACTS, access: 'biasa', ...more })
  const textOf = async (address: string) => (await viewer.get(address)).text
  const acts = async (address: string) =>
    [...(await textOf(address)).matchAll(/trail-head"><b>([^<]+)<\/b>/g)].map(found => found[1])
  const trail = (query = '') => `${paths.assessmentTrail(work.assessment)}${query}`
  const places = () => [
    paths.question(work.assessment, TEAM),
    paths.question(work.assessment, GRATIFICATION),
    trail(`?pertanyaan=${TEAM}`),
    trail(`?pertanyaan=${GRATIFICATION}`),
    trail(),
  ]

  it('stands in the trail of every question that it serves and of the assessment, each act once', async () => {
    const before = await countOf(work, 'audit_events')
    await change()
    later()
    await upload(
      work.chair,
      page,
      { files: [[samples.jpg, 'Foto.jpg']] },
      { action: paths.evidenceFiles(piece.id) },
    )
    later()
    const replacement = paths.evidenceFileReplacement(piece.file)
    await upload(work.chair, replacement, { files: [[samples.docx, 'SK.docx']] })
    later()
    await viewer.get(paths.evidenceFile(piece.file))
    later()
    await post(work.chair, page, paths.evidenceWithdrawal(piece.id), { version: '2', reason: 'Salah unggah' })
    for (const place of places())
      expect([place, (await acts(place)).slice(0, 5)]).toEqual([
        place,
        [
          'Menarik bukti',
          'Membuka berkas satker lain',
          'Mengganti berkas',
          'Menambah berkas',
          'Mengubah keterangan bukti',
        ],
      ])
    expect(await textOf(trail())).toContain('7 tindakan')
    expect(await textOf(trail('?jenis=bukti'))).toContain('6 tindakan')
    expect(await acts(trail(`?oleh=${work.people.viewer.id}`))).toEqual(['Membuka berkas satker lain'])
    expect(await countOf(work, 'audit_events')).toBe(before + 5)
    expect(await textOf(paths.question(work.assessment, 'A.I.1.i.b'))).not.toContain('Menarik bukti')
  })

  it('stays in the trail of a question that it was taken from, and not what happened before it came', async () => {
    await change()
    later()
    const use = paths.evidenceUse(work.assessment, piece.use)
    await post(work.chair, use, use, { lepas: 'ya', version: '1' })
    expect(await acts(paths.question(work.assessment, TEAM))).toEqual([
      'Melepas bukti dari pertanyaan',
      'Mengubah keterangan bukti',
      'Menambah bukti',
    ])
    later()
    const further = 'A.I.1.i.b'
    const attach = { fields: { evidence: piece.id, stages: 'planning' } }
    await upload(work.chair, paths.evidenceUses(work.assessment, further), attach, { usual: false })
    expect(await acts(paths.question(work.assessment, further))).toEqual(['Memakai bukti'])
  })

  it('is told without the words of a piece that is restricted by now, those of its files too', async () => {
    await change({ issuer: 'Kanim Tanjung' })
    await viewer.get(paths.evidenceFile(piece.file))
    expect(await textOf(trail())).toMatch(/Kanim Tanjung[\s\S]*SK Tim ZI 2026/)
    expect(await textOf(trail('?jenis=pembukaan'))).toContain('SK Tim.pdf')
    later()
    await change({ access: 'terbatas', version: '2' })
    for (const place of places()) {
      const text = await textOf(place)
      expect(text).toContain('Mengubah keterangan bukti')
      expect(text).toContain('Membuka berkas satker lain')
      expect(text).not.toMatch(/SK Tim|Kanim Tanjung</)
    }
  })

  it('costs the trail no further statement', async () => {
    const count = async (place: string) => {
      await textOf(place)
      work.house.statements.length = 0
      await textOf(place)
      return work.house.statements.length
    }
    const [question, whole] = [await count(places()[0]!), await count(trail())]
    for (let version = 1; version <= 10; version++)
      await change({ version: String(version), issuer: `Penerbit ${version}` })
    expect([await count(places()[0]!), await count(trail())]).toEqual([question, whole])
  })
})
