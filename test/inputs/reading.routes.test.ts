import { paths } from '../../src/paths'
import { openOffice, type Office } from '../roster/roster-office'
import { complaints, inputEvents, meeting, putInputs } from './inputs-office'

const titlesIn = (html: string): string[] =>
  [...html.matchAll(/<th scope="row"><a href="[^"]+">([^<]+)<\/a><span/g)].map(match => match[1] ?? '')

describe('the register of inputs', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice()
    await putInputs(office.house, office.satker.id, [
      { ...complaints('2026-01', [6, 5]), averageDays: '3.5' },
      complaints('2026-02', [2, 2]),
      complaints('2025-12', [9, 9]),
      meeting({ subject: 'Antrean loket', happenedOn: '2026-01-20' }),
      meeting({
        kind: 'konsultasi',
        subject: 'Standar pelayanan',
        stakeholder: 'tokoh',
        people: 30,
        happenedOn: '2026-01-10',
        followUp: 'Standar baru ditetapkan.',
        followedUpOn: '2026-02-02',
      }),
      meeting({
        kind: 'lainnya',
        subject: 'Kotak saran',
        happenedOn: '2025-06-01',
        asked: 'Kursi 100% rusak',
      }),
    ])
    await putInputs(office.house, office.neighbour.id, [meeting({ subject: 'Milik tetangga' })])
  })
  afterAll(() => office.close())

  const list = async (query = '') =>
    (await office.read('chair', `${paths.inputs(office.satker.id)}${query}`)).text

  it('shows this year in the order of its days, and counts what waits', async () => {
    const text = await list()
    expect(titlesIn(text)).toEqual([
      'Pengaduan Januari 2026',
      'Standar pelayanan',
      'Antrean loket',
      'Pengaduan Februari 2026',
    ])
    expect(text).toContain('4 masukan tahun 2026, 2 belum selesai ditindaklanjuti.')
    expect(text).not.toContain('Milik tetangga')
  })

  it.each([
    ['?tahun=semua', 6],
    ['?tahun=2025', 2],
    ['?jenis=pengaduan', 2],
    ['?jenis=belum', 2],
    ['?jenis=audiensi', 1],
    ['?pihak=tokoh', 1],
    ['?tahun=semua&cari=100%25', 1],
    ['?cari=loket', 1],
    ['?cari=tidak-ada', 0],
    ['?tahun=1999&jenis=x', 4],
  ])('narrows by %s to %d', async (query, expected) => {
    expect(titlesIn(await list(query))).toHaveLength(expected)
  })

  it('orders by people, the most first', async () => {
    expect(titlesIn(await list('?urut=-orang'))[0]).toBe('Standar pelayanan')
  })

  it('draws the months of the year, with the numbers in a table', async () => {
    const text = await list()
    expect(text).toContain('Pengaduan 2026')
    expect(text).toContain('8 diterima, 7 selesai, 1 diproses; rata-rata 3,5 hari.')
    expect(text).toMatch(/<svg[^>]*role="img" aria-labelledby="pengaduan-t pengaduan-d"/)
    expect(text).toMatch(
      /Januari<\/a><\/th><td class="num">6<\/td><td class="num">5<\/td><td class="num">1<\/td><td class="num">3,5</,
    )
    expect(text).toMatch(/Maret<\/th><td class="num">–</)
    expect(text).not.toContain('Belum dilaporkan')
    const lastYear = await list('?tahun=2025')
    expect(lastYear).toContain('9 diterima, 9 selesai, 0 diproses.')
    expect(lastYear).toMatch(/Belum dilaporkan: Januari, .*Oktober, November\./)
  })

  it('prints the year, with the meetings that the list shows', async () => {
    const { text } = await office.read('kanwil', `${paths.inputsPaper(office.satker.id)}?jenis=konsultasi`)
    expect(text).toContain('Rekapitulasi pengaduan 2026 Kanim Tanjung Kirana')
    expect(text).toContain('Jumlah</th><td class="num">8<')
    expect(text).toContain('Standar baru ditetapkan.')
    expect(text).not.toContain('Antrean loket')
  })

  it('gives the list as a file, and remembers who took how many', async () => {
    const chair = await office.browserOf('chair')
    const file = await chair.get(`${paths.inputsTable(office.satker.id)}?jenis=pengaduan&format=csv`)
    expect(file.headers['content-disposition']).toContain('masukan-KTK-')
    expect(file.text.split('\r\n')[1]).toBe('pengaduan;2026-01;;;;;;;;6;5;1;"3,5";5;')
    expect(JSON.parse((await inputEvents(office)).at(-1)?.after ?? '')).toEqual({ entries: 2 })
  })

  it('stands in the hub with what waits', async () => {
    const { text } = await office.read('kanwil', paths.registers(office.satker.id))
    expect(text).toContain('4 masukan tahun ini')
    expect(text).toContain('1 pengaduan masih diproses')
    expect(text).toContain('1 masukan belum ditindaklanjuti')
  })

  it('says what to do where nothing is, to those who may', async () => {
    const empty = paths.inputs(office.neighbour.id)
    expect((await office.read('neighbour', `${empty}?tahun=2020`)).text).toContain('Impor masukan')
    expect((await office.read('kanwil', `${empty}?tahun=2020`)).text).toContain('Diisi oleh kepala satker')
  })
})

describe('inputs of one area', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice()
    await putInputs(office.house, office.satker.id, [meeting({ subject: 'Antrean loket' })], ['6', '1'])
    await putInputs(office.house, office.satker.id, [meeting({ subject: 'Gratifikasi' })], ['5'])
    await putInputs(office.house, office.satker.id, [meeting({ subject: 'Tanpa area' })], [])
  })
  afterAll(() => office.close())

  const list = (query: string) => `${paths.inputs(office.satker.id)}${query}`

  it.each([
    ['?area=1', ['Antrean loket']],
    ['?area=5', ['Gratifikasi']],
    ['?area=2', []],
    ['?area=5&cari=loket', []],
    ['?area=77', ['Antrean loket', 'Gratifikasi', 'Tanpa area']],
  ])('are those of %s', async (query, expected) => {
    expect(titlesIn((await office.read('chair', list(query))).text).sort()).toEqual(expected)
  })

  it('keep to it in the file, on paper and on the next page of filters', async () => {
    const { text } = await office.read('chair', list('?area=5'))
    expect(text).toMatch(/<option value="5" selected[^>]*>Area 5/)
    expect(text).toContain(`${paths.inputsTable(office.satker.id)}?area=5&format=csv`)
    expect(text).toContain(list('?jenis=audiensi&area=5'))
    const chair = await office.browserOf('chair')
    const file = (await chair.get(`${paths.inputsTable(office.satker.id)}?area=5&format=csv`)).text
    expect([file.includes('Gratifikasi'), file.includes('Antrean loket')]).toEqual([true, false])
    const paper = (await office.read('kanwil', `${paths.inputsPaper(office.satker.id)}?area=5`)).text
    expect([paper.includes('Gratifikasi'), paper.includes('Antrean loket')]).toEqual([true, false])
    expect(paper).toMatch(/<dt>Area<\/dt><dd>Area 5/)
    expect((await office.read('chair', list('?area=2'))).text).toContain('Tidak ada masukan yang cocok.')
  })
})
