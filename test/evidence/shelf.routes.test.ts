import { Evidence } from '../../src/evidence/evidence.entity'
import { EvidenceFile } from '../../src/evidence/evidence-file.entity'
import { newId } from '../../src/db/ids'
import { paths } from '../../src/paths'
import { samples } from '../storage/sample-files'
import { addPiece, satkerAtWork, TEAM, type SatkerAtWork } from './satker-at-work'

describe('the shelf of a satker', () => {
  let work: SatkerAtWork
  let shelf: string

  beforeAll(async () => {
    work = await satkerAtWork()
    shelf = paths.evidenceShelf(work.satker.id)
    await addPiece(work, work.chair, TEAM, {
      fields: { title: 'SK Tim 100%', documentNumber: 'W.12-7', issuer: 'Kanwil', happenedOn: '2026-01-05' },
      files: [[samples.pdf, 'keputusan.pdf']],
    })
    await addPiece(work, work.chair, TEAM, {
      fields: { title: 'Apel pagi', nature: 'trace', stages: 'implementation', happenedOn: '2026-02-09' },
      files: [[samples.jpg, 'IMG_2041.jpg']],
    })
    await addPiece(work, work.chair, 'A.I.1.i.b', {
      fields: { title: 'Rapat bulanan', nature: 'trace' },
      files: [[samples.jpg, 'rapat.jpg']],
    })
  })
  afterAll(() => work.close())

  const titles = async (query: string) => {
    const { text } = await work.chair.get(`${shelf}${query}`)
    return [...text.matchAll(/class="shelf-title">.*?<span><a href="\/bukti\/[^"]+">([^<]+)</g)].map(
      match => match[1],
    )
  }

  it('lists what there is, newest first, with where it serves', async () => {
    expect(await titles('')).toEqual(['Rapat bulanan', 'Apel pagi', 'SK Tim 100%'])
    const { text } = await work.chair.get(shelf)
    expect(text).toContain(`${TEAM} (2026)`)
    expect(text).toContain('W.12-7 · Kanwil · 1 berkas')
    expect(text).toContain('5 Januari 2026')
  })

  it.each([
    ['?cari=w.12', ['SK Tim 100%']],
    ['?cari=KANWIL', ['SK Tim 100%']],
    ['?cari=img_20', ['Apel pagi']],
    ['?cari=100%25', ['SK Tim 100%']],
    ['?cari=1_0', []],
    ['?sifat=trace', ['Rapat bulanan', 'Apel pagi']],
    ['?akses=terbatas', []],
    ['?keadaan=belum', []],
    ['?keadaan=ganda', ['Rapat bulanan', 'Apel pagi']],
    ['?urut=judul', ['Apel pagi', 'Rapat bulanan', 'SK Tim 100%']],
    ['?urut=kejadian', ['Apel pagi', 'SK Tim 100%', 'Rapat bulanan']],
    ['?sifat=apa&urut=apa&halaman=-3', ['Rapat bulanan', 'Apel pagi', 'SK Tim 100%']],
  ])('narrows by %s', async (query, expected) => {
    expect(await titles(query)).toEqual(expected)
  })

  it('points at pieces that hold the same content', async () => {
    const { text } = await work.chair.get(`${shelf}?cari=apel`)
    expect(text).toMatch(/Berkas yang sama ada pada <a[^>]*>Rapat bulanan/)
  })

  it('asks the database the same number of times for three pieces as for a thousand', async () => {
    const { house } = work
    const statements = async (address: string) => {
      house.statements.length = 0
      expect((await work.chair.get(address)).status).toBe(200)
      return house.statements.length
    }
    const question = paths.evidenceUses(work.assessment, TEAM)
    const few = [await statements(shelf), await statements(question)]
    const pieces = Array.from({ length: 1000 }, (_, index) => ({
      id: newId(),
      satkerId: work.satker.id,
      title: `Notulen ${index}`,
      nature: 'formal' as const,
      createdBy: work.people.chair.id,
      createdAt: '2026-01-02T00:00:00.000Z',
    }))
    await house.database.inTransaction(async () => {
      await house.database.insert(Evidence, pieces)
      await house.database.insert(
        EvidenceFile,
        pieces.map((piece, index) => ({
          id: newId(),
          evidenceId: piece.id,
          slot: newId(),
          version: 1,
          name: `n${index}.pdf`,
          sha256: String(index % 900).padStart(64, '0'),
          size: 10,
          contentType: 'application/pdf',
          uploadedBy: work.people.chair.id,
          uploadedAt: piece.createdAt,
        })),
      )
    })
    expect([await statements(shelf), await statements(question)]).toEqual(few)
    expect(few[0]).toBeLessThanOrEqual(9)
    const { text } = await work.chair.get(`${shelf}?halaman=2`)
    expect(text).toContain('51–100 dari 1.003')
    expect(await titles('?keadaan=ganda')).toHaveLength(50)
  })
})
