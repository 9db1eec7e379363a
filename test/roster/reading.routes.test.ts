import { paths } from '../../src/paths'
import { Employee } from '../../src/roster/employee.entity'
import { openInspection } from '../evaluation/inspection'
import {
  eventsOf,
  namesIn,
  NIP,
  openOffice,
  OTHER_NIP,
  someone,
  type Office,
  type Who,
} from './roster-office'

const MASKED = '•••••••••••••• 1004'
const WHOLE = '19900214 201503 1 004'

describe('reading the roster of a satker', () => {
  let office: Office
  let id: string
  beforeAll(async () => {
    office = await openOffice()
    id = await office.keep({
      name: 'Bagas Hendrawan',
      nip: NIP,
      position: 'Kepala Subseksi 100%',
      frontLine: true,
      pokja: '1',
      joinedOn: '2019-05-06',
      agentFrom: '2026-01-01',
      agentUntil: '2026-12-31',
    })
    await office.keep({
      name: 'Ayu Lestari',
      nip: OTHER_NIP,
      pokja: '2',
      joinedOn: '2021-01-04',
      agentFrom: '2024-01-01',
      agentUntil: '2024-12-31',
    })
    await office.keep({ name: 'Citra Maharani', position: 'Analis', pokja: '10', joinedOn: '2022-01-03' })
    await office.keep({
      name: 'Dimas Anggoro',
      frontLine: true,
      joinedOn: '2018-01-02',
      leftOn: '2026-03-11',
    })
    await office.keep({ name: 'Eka Prasetya', frontLine: true, joinedOn: '2018-01-02', leftOn: '2026-03-12' })
    await office.keep({ name: 'Fajar Nugroho', joinedOn: '2026-03-13', agentFrom: '2026-03-13' })
    await office.keep({ satkerId: office.neighbour.id, name: 'Orang Sebelah', nip: NIP })
  })
  afterAll(() => office.close())

  const list = async (who: Who, query = '') => office.read(who, `${paths.roster(office.satker.id)}${query}`)

  it.each([
    ['chair', WHOLE],
    ['head', WHOLE],
    ['admin', WHOLE],
    ['centre', WHOLE],
    ['member', MASKED],
    ['kanwil', MASKED],
  ] as const)('shows the %s a NIP as %s, in list, page, file and paper', async (who, shown) => {
    const { status, text } = await list(who)
    expect(status).toBe(200)
    expect(text).toContain(shown)
    const page = (await office.read(who, paths.employee(id))).text
    expect(page).toContain(shown)
    const file = await office.read(who, `${paths.rosterTable(office.satker.id)}?format=csv`)
    expect(file.text).toContain(shown === WHOLE ? NIP : MASKED)
    const paper = await office.read(who, paths.rosterPaper(office.satker.id))
    expect(paper.text).toContain('>…1004<')
    const everything = `${text}${page}${file.text}`
    if (shown === MASKED) for (const nip of [NIP, WHOLE]) expect(everything).not.toContain(nip)
    for (const nip of [NIP, WHOLE]) expect(paper.text).not.toContain(nip)
    expect(everything).not.toContain('Orang Sebelah')
  })

  it.each(['stranger', 'neighbour', 'evaluator'] as const)('is nothing to the %s', async who => {
    const { satker } = office
    for (const address of [paths.roster, paths.rosterTable, paths.rosterPaper].map(path => path(satker.id)))
      expect([address, (await office.read(who, address)).status]).toEqual([address, 404])
    expect((await office.read(who, paths.employee(id))).status).toBe(404)
  })

  it.each([
    ['', ['Ayu Lestari', 'Bagas Hendrawan', 'Citra Maharani', 'Eka Prasetya']],
    ['?keadaan=depan', ['Bagas Hendrawan', 'Eka Prasetya']],
    ['?keadaan=agen', ['Bagas Hendrawan']],
    ['?keadaan=keluar', ['Dimas Anggoro']],
    [
      '?keadaan=semua&urut=-nama',
      ['Fajar Nugroho', 'Eka Prasetya', 'Dimas Anggoro', 'Citra Maharani', 'Bagas Hendrawan', 'Ayu Lestari'],
    ],
    ['?urut=masuk', ['Eka Prasetya', 'Bagas Hendrawan', 'Ayu Lestari', 'Citra Maharani']],
    ['?urut=jabatan', ['Citra Maharani', 'Bagas Hendrawan', 'Ayu Lestari', 'Eka Prasetya']],
    ['?urut=agen', ['Ayu Lestari', 'Bagas Hendrawan', 'Citra Maharani', 'Eka Prasetya']],
    ['?pokja=2', ['Ayu Lestari']],
    ['?pokja=tanpa', ['Eka Prasetya']],
    ['?cari=HENDRA', ['Bagas Hendrawan']],
    ['?cari=100%25', ['Bagas Hendrawan']],
    ['?cari=loket', ['Ayu Lestari', 'Eka Prasetya']],
    ['?cari=_', []],
    ['?cari=zzz&keadaan=apa&urut=apa&hal=x', []],
    [
      '?keadaan=apa&urut=apa&hal=x&pokja=99',
      ['Ayu Lestari', 'Bagas Hendrawan', 'Citra Maharani', 'Eka Prasetya'],
    ],
  ])('is filtered, searched and ordered by the address: %s', async (query, expected) => {
    expect(namesIn((await list('kanwil', query)).text)).toEqual(expected)
  })

  it('finds people by NIP for those alone who read it whole', async () => {
    expect(namesIn((await list('admin', '?cari=19900214 2015')).text)).toEqual(['Bagas Hendrawan'])
    expect(namesIn((await list('kanwil', '?cari=19900214 2015')).text)).toEqual([])
    expect(namesIn((await list('kanwil', '?cari=1004')).text)).toEqual([])
  })

  it('counts each kind whatever is filtered', async () => {
    const { text } = await list('chair', '?cari=zzz')
    const counts = [...text.matchAll(/>([A-Z][a-z ]+) <span class="n">(\d+)</g)].map(found => [
      found[1],
      found[2],
    ])
    expect(counts).toEqual([
      ['Bekerja', '4'],
      ['Garis depan', '2'],
      ['Agen perubahan', '1'],
      ['Sudah keluar', '1'],
      ['Semua', '6'],
    ])
  })

  it('keeps the state of the list in the search and the search in its links', async () => {
    const { text } = await list('chair', '?keadaan=semua&cari=a&urut=-masuk')
    expect(text).toContain('<input type="hidden" name="keadaan" value="semua">')
    expect(text).toContain('<input type="hidden" name="urut" value="-masuk">')
    expect(text).toMatch(
      /<th scope="col" aria-sort="descending"><a href="[^"]*cari=a&keadaan=semua&urut=masuk">Masa kerja/,
    )
    expect(text).toContain('/pegawai/tabel?cari=a&keadaan=semua&urut=-masuk&format=csv')
  })

  it('leads to the area of a pokja and to the questions about agents of change', async () => {
    const { text } = await list('chair')
    expect(text).toContain(`href="${paths.worksheetPart(office.assessment, '1')}">Area 1<`)
    for (const code of ['A.II.1.i.a', 'A.II.1.i.b'])
      expect(text).toContain(`href="${paths.question(office.assessment, code)}"`)
    const page = (await office.read('chair', paths.employee(id))).text
    expect(page).toContain(`href="${paths.question(office.assessment, 'A.II.1.i.a')}"`)
    expect((await list('admin')).text).not.toContain(paths.question(office.assessment, 'A.II.1.i.a'))
  })

  it('as a file says what the list says, and the trail who carried it away', async () => {
    const before = (await eventsOf(office.house)).length
    const { text } = await office.read(
      'head',
      `${paths.rosterTable(office.satker.id)}?format=csv&keadaan=agen`,
    )
    expect(
      text
        .trim()
        .split('\r\n')
        .map(line => line.replace('\ufeff', '')),
    ).toEqual([
      'Nama;NIP;Jabatan;Garis depan;Pokja;Agen perubahan sejak;Agen perubahan sampai;Masuk;Keluar',
      `Bagas Hendrawan;${NIP};Kepala Subseksi 100%;ya;1;2026-01-01;2026-12-31;2019-05-06;`,
    ])
    const events = await eventsOf(office.house)
    expect(events.slice(before)).toEqual([
      { action: 'export-roster', role: 'head', before: null, after: '{"people":1}' },
    ])
  })

  it('on paper has everybody who matches, the letterhead and the day', async () => {
    const { text } = await office.read('chair', `${paths.rosterPaper(office.satker.id)}?keadaan=semua`)
    expect(text).toContain('Daftar pegawai Kanim Tanjung Kirana')
    expect(text).toContain('12 Maret 2026')
    for (const name of ['Ayu Lestari', 'Fajar Nugroho']) expect(text).toContain(name)
  })
})

describe('a file of names that look like formulas', () => {
  it('starts none', async () => {
    const office = await openOffice()
    await office.keep({ name: '=HYPERLINK("http://jahat.example";"klik")', position: '@SUM(A1)' })
    const { text } = await office.read('chair', `${paths.rosterTable(office.satker.id)}?format=csv`)
    expect(text).toContain(`"'=HYPERLINK(""http://jahat.example"";""klik"")"`)
    expect(text).toContain(`'@SUM(A1)`)
    await office.close()
  })
})

describe('a roster of ten thousand', () => {
  it('shows its pages and any search with the statements of a small one', async () => {
    const office = await openOffice()
    const { house, satker } = office
    const agent = await office.browserOf('chair')
    const address = paths.roster(satker.id)
    const statementsOf = async (query: string) => {
      house.statements.length = 0
      const { status, text } = await agent.get(`${address}${query}`)
      expect(status).toBe(200)
      return { count: house.statements.length, text }
    }
    await office.keep()
    const small = (await statementsOf('')).count
    const crowd = Array.from({ length: 10_000 }, (_, place) => ({
      ...someone(satker.id),
      name: `Pegawai ${String(place).padStart(5, '0')}`,
      nip: `1990021420150${String(10_000 + place)}`,
      pokja: String(1 + (place % 6)),
    }))
    await house.database.inTransaction(() => house.database.insert(Employee, crowd))
    const first = await statementsOf('')
    expect(first.count).toBe(small)
    expect(namesIn(first.text)).toHaveLength(50)
    expect(first.text).toContain('1–50 dari 10.001')
    const last = await statementsOf('?hal=201')
    expect(namesIn(last.text)).toEqual(['Pegawai 09999'])
    const found = await statementsOf('?cari=09998&urut=-masuk')
    expect([found.count, namesIn(found.text)]).toEqual([small, ['Pegawai 09998']])
    expect((await statementsOf('?pokja=3')).text).toContain('1.667 pegawai')
    await office.close()
  }, 60_000)
})

describe('the evaluators of a satker', () => {
  it('read its roster masked while they score it, and nobody else of the inspectorate does', async () => {
    const inspection = await openInspection()
    const { house, satker } = inspection
    await house.database.inTransaction(() =>
      house.database.insert(Employee, [{ ...someone(satker.id), nip: NIP }]),
    )
    const agent = await inspection.browserOf('member')
    const page = await agent.get(paths.roster(satker.id))
    expect([page.status, page.text.includes(MASKED), page.text.includes(WHOLE)]).toEqual([200, true, false])
    expect((await (await inspection.browserOf('outsider')).get(paths.roster(satker.id))).status).toBe(404)
    await inspection.close()
  })
})
