import { paths } from '../../src/paths'
import { eventsOf, openOffice, promise, report, type Office, type Who } from './performance-office'

describe('reading the commitments of a satker', () => {
  let office: Office
  const ids: Record<string, string> = {}
  beforeAll(async () => {
    office = await openOffice()
    const year = { year: 2025, areas: ['4'] }
    ids['a'] = await promise(office, { ...year, indicator: 'Antrean 100% selesai' })
    ids['b'] = await promise(office, {
      ...year,
      indicator: 'Berkas cacat',
      direction: 'down',
      counting: 'sum',
      yearTarget: '40',
      targets: ['10', '10', '10', '10'],
      areas: ['6'],
    })
    ids['c'] = await promise(office, { ...year, indicator: 'Cakupan layanan' })
    ids['d'] = await promise(office, {
      ...year,
      indicator: 'Derajat kepuasan',
      counting: 'mean',
      yearTarget: '0',
      targets: ['0', null, null, null],
    })
    await report(office, ids['a'], ['25', '50', '75', '100'])
    await report(office, ids['b'], ['0', '11', '12', '8'])
    await report(office, ids['c'], ['24', '46'])
    await report(office, ids['d'], ['3'])
    await promise(office, { indicator: 'Indikator tahun ini' })
    await promise(office, { indicator: 'Indikator sebelah' }, 'neighbour', office.neighbour.id)
  })
  afterAll(() => office.close())

  const list = (who: Who, query: string) => office.read(who, `${paths.performance(office.satker.id)}${query}`)
  const namesIn = (html: string): string[] =>
    [...html.matchAll(/<th scope="row"><a href="[^"]+">([^<]+)</g)].map(match => match[1] ?? '')

  it.each(['chair', 'head', 'admin', 'member', 'kanwil', 'centre'] as const)(
    'is open to the %s',
    async who => {
      for (const page of [
        paths.performance(office.satker.id),
        paths.performancePaper(office.satker.id),
        paths.performanceTable(office.satker.id),
        paths.commitment(ids['a'] ?? ''),
        paths.quarter(ids['a'] ?? '', '1'),
      ])
        expect([page, (await office.read(who, page)).status]).toEqual([page, 200])
    },
  )

  it.each(['stranger', 'neighbour', 'evaluator'] as const)('is nothing to the %s', async who => {
    for (const page of [
      paths.performance(office.satker.id),
      paths.performancePaper(office.satker.id),
      paths.performanceTable(office.satker.id),
      paths.commitment(ids['a'] ?? ''),
      paths.quarter(ids['a'] ?? '', '1'),
    ])
      expect([page, (await office.read(who, page)).status]).toEqual([page, 404])
  })

  it.each([
    ['', ['Indikator tahun ini']],
    ['?tahun=2025', ['Antrean 100% selesai', 'Berkas cacat', 'Cakupan layanan', 'Derajat kepuasan']],
    [
      '?tahun=2025&urut=-indikator',
      ['Derajat kepuasan', 'Cakupan layanan', 'Berkas cacat', 'Antrean 100% selesai'],
    ],
    ['?tahun=2025&keadaan=belum', ['Cakupan layanan']],
    ['?tahun=2025&keadaan=tercapai', ['Antrean 100% selesai', 'Berkas cacat', 'Derajat kepuasan']],
    ['?tahun=2025&keadaan=hampir', ['Cakupan layanan']],
    ['?tahun=2025&keadaan=tidak', []],
    ['?tahun=2025&area=6', ['Berkas cacat']],
    ['?tahun=2025&cari=100%25', ['Antrean 100% selesai']],
    ['?tahun=2025&cari=LAYANAN', ['Cakupan layanan']],
    ['?tahun=1999&keadaan=apa&area=99&urut=x&hal=x', ['Indikator tahun ini']],
    ['?tahun=2031', []],
  ])('is filtered, searched and ordered by the address: %s', async (query, expected) => {
    const { status, text } = await list('kanwil', query)
    expect([status, namesIn(text)]).toEqual([200, expected])
  })

  it('shows four quarters with state, share and figures, and never a share of nothing', async () => {
    const { text } = await list('kanwil', '?tahun=2025')
    const row = (name: string) => new RegExp(`>${name}</a>[\\s\\S]*?</tr>`).exec(text)?.[0] ?? ''
    expect(row('Antrean 100% selesai').match(/Tercapai/g)).toHaveLength(4)
    expect(row('Berkas cacat')).toContain('<b>200,00%</b>')
    expect(row('Berkas cacat')).toContain('<b>90,00%</b>')
    expect(row('Berkas cacat')).toContain('<b>80,00%</b>')
    expect(row('Cakupan layanan')).toContain('46 dari 50')
    expect(row('Cakupan layanan').match(/Belum lapor/g)).toHaveLength(2)
    expect(row('Derajat kepuasan')).toContain('3 dari 0')
    expect(row('Derajat kepuasan')).not.toContain('%</b>')
    expect(row('Berkas cacat')).toContain('I 200,00%, II 90,00%, III 80,00%, IV 120,00%')
  })

  it('tells the result of the year once every quarter was reported', async () => {
    const whole = await office.read('kanwil', paths.commitment(ids['b'] ?? ''))
    expect(whole.text).toContain('31 persen (122,50%)')
    const half = await office.read('kanwil', paths.commitment(ids['c'] ?? ''))
    expect(half.text).toContain('Menunggu laporan semua triwulan')
  })

  it('is a report to sign, quarter by quarter', async () => {
    const { text } = await office.read(
      'chair',
      `${paths.performancePaper(office.satker.id)}?tahun=2025&triwulan=2`,
    )
    expect(text).toContain('Laporan Kinerja Triwulan II Tahun 2025')
    expect(text).toContain('3 dari 3 indikator')
    expect(text).toContain('Gangguan jaringan.')
    expect(text).toContain('Kepala Satuan Kerja')
    expect(text).not.toContain('Derajat kepuasan')
  })

  it('stands in the hub of the satker, and its export in the trail', async () => {
    const hub = await office.read('kanwil', paths.registers(office.satker.id))
    expect(hub.text).toContain('1 indikator 2026')
    await office.read(
      'kanwil',
      `${paths.performanceTable(office.satker.id)}?tahun=2025&keadaan=belum&format=csv`,
    )
    const event = (await eventsOf(office.house)).at(-1)
    expect([event?.action, event?.role, JSON.parse(event?.after ?? '')]).toEqual([
      'export-performance',
      'kanwil-viewer',
      { commitments: 1 },
    ])
  })

  it('asks the same number of statements of a long year as of a short one', async () => {
    const counted = async () => {
      office.house.statements.length = 0
      await list('chair', '?tahun=2024')
      return office.house.statements.length
    }
    const few = await counted()
    for (let place = 0; place < 8; place++)
      await promise(office, { year: 2024, indicator: `Indikator ${place}` })
    expect(await counted()).toBe(few)
  })
})
