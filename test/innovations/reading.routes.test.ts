import { paths } from '../../src/paths'
import { openInspection } from '../evaluation/inspection'
import { openOffice, type Office } from '../roster/roster-office'
import { complaint, innovationEvents, keepInnovations, namesIn, someInnovation } from './innovation-office'

const MEASURED = {
  indicator: 'Lama menunggu',
  unit: 'menit',
  better: 'lower' as const,
  beforeValue: '40',
  beforeOn: '2025-02-14',
  afterValue: '12.5',
  afterOn: '2025-09-12',
}

describe('the innovations of a satker', () => {
  let office: Office
  let ids: string[]
  beforeAll(async () => {
    office = await openOffice()
    ids = await keepInnovations(office, office.satker.id, [
      { name: 'Antrean daring', ...MEASURED, areas: ['6'], users: 1250, proofLink: 'https://contoh.go.id/a' },
      { name: 'Batik pengaduan', startedOn: '2026-05-01', areas: ['5', '6'], need: 'Pengaduan tercecer' },
      { name: 'Cermin integritas', endedOn: '2025-12-31', areas: ['1'] },
      {
        name: 'Drop box paspor',
        startedOn: '2025-01-05',
        indicator: 'Keluhan',
        beforeValue: '3',
        beforeOn: '2025-01-02',
        users: 40,
        copies: [{ unit: 'Rutan Muara Bening', on: '2025-11-03' }],
      },
    ])
    await keepInnovations(office, office.neighbour.id, [{ name: 'Milik tetangga' }])
  })
  afterAll(() => office.close())

  const list = async (query = '') => {
    const { status, text } = await office.read('kanwil', paths.innovations(office.satker.id) + query)
    expect(status).toBe(200)
    return text
  }

  it.each(['chair', 'member', 'admin', 'kanwil', 'centre'] as const)('are read by the %s', async who => {
    const { status, text } = await office.read(who, paths.innovations(office.satker.id))
    expect([status, namesIn(text)]).toEqual([
      200,
      ['Antrean daring', 'Batik pengaduan', 'Cermin integritas', 'Drop box paspor'],
    ])
    expect(text.includes('Tambah inovasi')).toBe(who === 'chair' || who === 'member')
    expect((await office.read(who, paths.innovation(ids[0]!))).status).toBe(200)
  })

  it.each(['stranger', 'neighbour'] as const)('are nothing that the %s learns of', async who => {
    for (const page of [
      paths.innovations(office.satker.id),
      paths.innovationsPaper(office.satker.id),
      paths.innovationsTable(office.satker.id),
      paths.innovation(ids[0]!),
      paths.innovationSheet(ids[0]!),
    ])
      expect([page, (await office.read(who, page)).status]).toEqual([page, 404])
  })

  it.each([
    ['?keadaan=berjalan', ['Antrean daring', 'Drop box paspor']],
    ['?keadaan=rencana', ['Batik pengaduan']],
    ['?keadaan=berhenti', ['Cermin integritas']],
    ['?area=6', ['Antrean daring', 'Batik pengaduan']],
    ['?area=6&keadaan=rencana', ['Batik pengaduan']],
    ['?ukur=terukur', ['Antrean daring']],
    ['?ukur=menunggu', ['Drop box paspor']],
    ['?ukur=belum', ['Batik pengaduan', 'Cermin integritas']],
    ['?ukur=sesudah', ['Batik pengaduan', 'Cermin integritas', 'Drop box paspor']],
    ['?bukti=terbukti', ['Antrean daring']],
    ['?bukti=belum', ['Batik pengaduan', 'Cermin integritas', 'Drop box paspor']],
    ['?cari=TERCECER', ['Batik pengaduan']],
    ['?cari=%25', []],
    ['?urut=-nama', ['Drop box paspor', 'Cermin integritas', 'Batik pengaduan', 'Antrean daring']],
    ['?urut=mulai', ['Drop box paspor', 'Antrean daring', 'Cermin integritas', 'Batik pengaduan']],
    ['?urut=-pengguna', ['Antrean daring', 'Drop box paspor', 'Batik pengaduan', 'Cermin integritas']],
    ['?urut=-diukur', ['Antrean daring', 'Drop box paspor', 'Batik pengaduan', 'Cermin integritas']],
  ])('are narrowed and ordered by %s', async (query, expected) => {
    expect(namesIn(await list(query))).toEqual(expected)
  })

  it('say how far each was measured and whether its need is proven', async () => {
    const text = await list()
    expect(text).toContain('40 → 12,5 menit, turun 27,5 menit (68,8%)')
    expect(text.match(/Belum terbukti/g)?.length).toBeGreaterThanOrEqual(3)
    expect(text).toContain('2 inovasi berjalan dari 4 yang tercatat.')
    expect(text).toContain('Belum diukur sesudahnya')
  })

  it('stand on paper as they are narrowed, and one of them on a sheet to be signed', async () => {
    const paper = await office.read('kanwil', `${paths.innovationsPaper(office.satker.id)}?area=6`)
    expect(paper.text).toContain('Daftar inovasi Kanim Tanjung Kirana')
    expect(paper.text).toContain('2 inovasi')
    expect(paper.text).not.toContain('Cermin integritas')
    const sheet = await office.read('kanwil', paths.innovationSheet(ids[0]!))
    expect(sheet.text).toContain('Kepala Kanim Tanjung Kirana')
    expect(sheet.text).toContain('turun 27,5 menit (68,8%)')
    expect(sheet.text).toContain('Ketua tim ZI')
  })

  it('are a file that says who carried it away', async () => {
    const { text } = await office.read(
      'kanwil',
      `${paths.innovationsTable(office.satker.id)}?format=csv&ukur=terukur`,
    )
    expect(text.split('\r\n')).toHaveLength(3)
    expect(text).toContain('Antrean daring;')
    expect((await innovationEvents(office)).map(event => event.action)).toEqual(['export-innovations'])
  })

  it('stand in the hub with what is wanting', async () => {
    const { text } = await office.read('kanwil', paths.registers(office.satker.id))
    expect(text).toContain('4 inovasi')
    expect(text).toContain('3 kebutuhannya belum terbukti')
    expect(text).toContain('3 belum terukur sesudahnya')
  })

  it('take as many statements with ten thousand of them', async () => {
    const { house, satker } = office
    const address = paths.innovations(satker.id)
    const agent = await office.browserOf('kanwil')
    const statementsOf = async (query: string) => {
      house.statements.length = 0
      const { status, text } = await agent.get(`${address}${query}`)
      expect(status).toBe(200)
      return { count: house.statements.length, text }
    }
    await complaint(office, satker.id)
    const small = (await statementsOf('')).count
    await keepInnovations(
      office,
      satker.id,
      Array.from({ length: 10_000 }, (_, place) => ({
        ...someInnovation(satker.id),
        name: `Inovasi ${String(place).padStart(5, '0')}`,
        areas: [String(1 + (place % 6))],
      })),
    )
    const first = await statementsOf('')
    expect([first.count, namesIn(first.text).length]).toEqual([small, 50])
    const last = await statementsOf('?hal=201')
    expect([last.count, namesIn(last.text).length]).toEqual([small, 4])
    const found = await statementsOf('?cari=09998&area=3&bukti=belum&urut=-mulai')
    expect([found.count, namesIn(found.text)]).toEqual([small, ['Inovasi 09998']])
  }, 60_000)
})

describe('the evaluators of a satker', () => {
  it('read its innovations while they score it, and nobody else of the inspectorate does', async () => {
    const inspection = await openInspection()
    const { house, satker } = inspection
    await keepInnovations({ house }, satker.id, [{}])
    const page = paths.innovations(satker.id)
    expect((await (await inspection.browserOf('member')).get(page)).status).toBe(200)
    expect((await (await inspection.browserOf('outsider')).get(page)).status).toBe(404)
    await inspection.close()
  })
})
