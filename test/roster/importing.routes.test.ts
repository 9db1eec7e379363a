import { paths } from '../../src/paths'
import { Employee } from '../../src/roster/employee.entity'
import { writeTable } from '../../src/spreadsheets/write-table'
import { post, tokenIn, type Browser } from '../support/house'
import { eventsOf, NIP, openOffice, OTHER_NIP, type Office, type Who } from './roster-office'

const HEADER = 'Nama;NIP;Jabatan;Garis depan;Pokja;Agen perubahan sejak;Agen perubahan sampai;Masuk;Keluar'

describe('importing a roster', () => {
  let office: Office
  let chair: Browser
  beforeEach(async () => {
    office = await openOffice()
    chair = await office.browserOf('chair')
  })
  afterEach(() => office.close())

  const page = () => paths.importRoster(office.satker.id)
  const upload = async (
    bytes: Buffer | string,
    name: string,
    fields: Record<string, string> = {},
    agent = chair,
  ) => {
    const sending = agent.post(page()).field('_csrf', tokenIn((await agent.get(page())).text))
    for (const [field, value] of Object.entries(fields)) void sending.field(field, value)
    return sending.attach('file', Buffer.from(bytes), name)
  }
  const csv = (rows: readonly string[], fields?: Record<string, string>) =>
    upload([HEADER, ...rows].join('\n'), 'pegawai.csv', fields)
  const tokenOf = (preview: string) => /name="token" value="([^"]+)"/.exec(preview)?.[1] ?? ''
  const run = (preview: string) =>
    post(chair, page(), paths.importRosterRun(office.satker.id), { token: tokenOf(preview) })
  const fault = (row: number, column: string, message: string) =>
    new RegExp(`<td[^>]*>${row}</td><td[^>]*>${column}</td><td[^>]*>${message}`)

  it('is tried before it is kept, and kept as a whole', async () => {
    const preview = await csv([
      `Bagas Hendrawan;${NIP};Analis;ya;Area 1;01/02/2026;;02/01/2020;`,
      'Citra Maharani;;Petugas Loket;;;;;2021-03-01;2025-06-30',
    ])
    expect(preview.status).toBe(200)
    expect(preview.text).toContain('Simpan 2 baris')
    expect(await office.rows()).toEqual([])
    const done = await run(preview.text)
    expect([done.status, done.headers['location']]).toEqual([303, paths.roster(office.satker.id)])
    const rows = await office.rows()
    expect(
      rows.map(({ name, nip, pokja, agentFrom, joinedOn, leftOn }) => [
        name,
        nip,
        pokja,
        agentFrom,
        joinedOn,
        leftOn,
      ]),
    ).toEqual([
      ['Bagas Hendrawan', NIP, '1', '2026-02-01', '2020-01-02', null],
      ['Citra Maharani', null, '', null, '2021-03-01', '2025-06-30'],
    ])
    expect(rows.map(row => Boolean(row.frontLine))).toEqual([true, false])
    const events = await eventsOf(office.house)
    expect(events.map(event => event.action)).toEqual(['add-employee', 'add-employee'])
    expect(JSON.stringify(events)).not.toMatch(/Bagas|19900214/)
    expect((await chair.get(paths.roster(office.satker.id))).text).toContain('2 pegawai disimpan.')
  })

  it('names every fault by row and column, and keeps nobody', async () => {
    await office.keep({ name: 'Ayu Lestari', nip: OTHER_NIP })
    await office.keep({ name: 'Eka Prasetya' })
    const answer = await csv([
      `Bagas;${NIP};Analis;ya;1;;;2020-01-02;`,
      `Kembar;${NIP};Analis;ya;1;;;2020-01-02;`,
      `Ayu Lestari;${OTHER_NIP};Analis;ya;1;;;2020-01-02;`,
      'Eka  prasetya;;Analis;;;;;2020-01-02;',
      'Fajar;12345;Analis;mungkin;9;;;02-01-2020;',
      'Gilang;;;;;;;;',
      'Hana;;Analis;;;;;2020-01-02;2019-01-01',
      'Indra;;Analis;;;;2026-01-01;2020-01-02;',
      'Pegawai yang sudah keluar;;Analis;;;;;2020-01-02;2021-01-01',
      'Joni;;Analis;;;;;0202-01-02;',
    ])
    expect(answer.status).toBe(422)
    for (const expected of [
      fault(3, 'NIP', 'NIP ini sudah ada di baris 2\\.'),
      fault(4, 'NIP', 'Sudah tercatat sebagai Ayu Lestari\\.'),
      fault(5, 'Nama', 'Pegawai tanpa NIP dengan nama ini sudah tercatat\\.'),
      fault(6, 'NIP', 'NIP terdiri atas 18 angka\\.'),
      fault(6, 'Garis depan', 'Tulis ya atau tidak\\.'),
      fault(6, 'Pokja', 'Tulis salah satu pokja: 1, 2, 3, 4, 5, 6, B\\.'),
      fault(6, 'Masuk', 'Tulis tanggal seperti 2026-01-30 atau 30/01/2026\\.'),
      fault(7, 'Jabatan', 'Isi jabatan\\.'),
      fault(7, 'Masuk', 'Isi hari masuk di satker ini\\.'),
      fault(8, 'Keluar', 'Hari terakhir mendahului hari masuk\\.'),
      fault(9, 'Agen perubahan sejak', 'Isi sejak kapan menjadi agen perubahan\\.'),
      fault(10, 'Nama', 'Identitas orang ini sudah dihapus\\.'),
      fault(11, 'Masuk', 'Periksa tahunnya\\.'),
    ])
      expect(answer.text).toMatch(expected)
    expect(tokenOf(answer.text)).toBe('')
    expect(await office.rows()).toHaveLength(2)
    expect(await eventsOf(office.house)).toEqual([])
  })

  it.each([
    ['a missing column', 'NIP;Jabatan;Masuk', 'Kolom “Nama” tidak ada.'],
    ['an unknown column', `${HEADER};Tanggal lahir`, 'Kolom “Tanggal lahir” tidak dikenal.'],
  ])('refuses a header with %s', async (_, header, message) => {
    const answer = await upload(`${header}\nx;x;x;x;x;x;x;x;x;x`, 'pegawai.csv')
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(message)
  })

  it('changes who stands when it is told to, and leaves what an empty cell does not say', async () => {
    await office.keep({ name: 'Ayu Lestari', nip: OTHER_NIP, pokja: '2', frontLine: true })
    await office.keep({ name: 'Eka Prasetya', position: 'Analis' })
    const preview = await csv(
      [`Ayu Lestari, S.H.;${OTHER_NIP};;;;;;;2026-02-28`, 'Eka Prasetya;;Analis;tidak;;;;2020-01-02;'],
      { update: 'ya' },
    )
    expect(preview.text).toContain('Simpan 1 baris')
    expect(preview.text).toMatch(/Tanpa perubahan<\/dt><dd>1</)
    expect((await run(preview.text)).status).toBe(303)
    expect((await office.rows())[0]).toMatchObject({
      name: 'Ayu Lestari, S.H.',
      position: 'Petugas Loket',
      pokja: '2',
      joinedOn: '2020-01-02',
      leftOn: '2026-02-28',
      version: 2,
    })
    const events = await eventsOf(office.house)
    expect(events.map(event => event.action)).toEqual(['change-employee'])
    expect(JSON.parse(events[0]?.after ?? '')).toMatchObject({ personal: ['Nama'], leftOn: '2026-02-28' })
  })

  it('reads again what the register gave out, and finds nothing to do', async () => {
    await office.keep({
      name: 'Ayu Lestari',
      nip: OTHER_NIP,
      pokja: '2',
      frontLine: true,
      agentFrom: '2026-01-01',
    })
    await office.keep({ name: 'Eka Prasetya', leftOn: '2026-01-31' })
    for (const format of ['csv', 'xlsx']) {
      const file = await chair
        .get(`${paths.rosterTable(office.satker.id)}?keadaan=semua&format=${format}`)
        .buffer()
        .parse((answer, done) => {
          const parts: Buffer[] = []
          answer.on('data', (part: Buffer) => parts.push(part))
          answer.on('end', () => done(null, Buffer.concat(parts)))
        })
      const preview = await upload(file.body as Buffer, `pegawai.${format}`, { update: 'ya' })
      expect(preview.text).toContain('Isi berkas sama dengan data yang ada.')
    }
  })

  it('takes the template as it is downloaded, and a workbook whose formulas are text', async () => {
    const template = await chair.get(`${paths.importRosterTemplate(office.satker.id)}?format=csv`)
    expect((await upload(template.text, 'templat.csv')).text).toContain('Simpan 2 baris')
    const cells = ['=1+1', '', '=SUM(A1)', '', '', '', '', '2020-01-02', '']
    const book = await writeTable({ sheet: 'pegawai', header: HEADER.split(';'), rows: [cells] }, 'xlsx')
    expect((await run((await upload(book, 'pegawai.xlsx')).text)).status).toBe(303)
    expect((await office.rows()).map(row => [row.name, row.position])).toEqual([['=1+1', '=SUM(A1)']])
  })

  it('does not run for one satker what was checked for another', async () => {
    const preview = await csv(['Citra Maharani;;Petugas Loket;;;;;2021-03-01;'])
    const answer = await post(chair, page(), paths.importRosterRun(office.neighbour.id), {
      token: tokenOf(preview.text),
    })
    expect(answer.status).toBe(404)
    expect(await office.rows()).toEqual([])
  })

  it.each([
    ['member', 403],
    ['kanwil', 403],
    ['neighbour', 404],
    ['stranger', 403],
  ] as const)('is not for the %s', async (who: Who, status) => {
    const agent = await office.browserOf(who)
    const token = tokenIn((await agent.get(paths.ownAccount())).text)
    const sent = await agent
      .post(page())
      .field('_csrf', token)
      .attach('file', Buffer.from('x'), 'pegawai.csv')
    expect(sent.status).toBe(status)
    expect((await agent.get(paths.importRosterTemplate(office.satker.id))).status).toBe(status)
  })

  it('meets whoever was added between the check and the run', async () => {
    const preview = await csv([`Bagas Hendrawan;${NIP};Analis;;;;;2020-01-02;`])
    await office.keep({ name: 'Lebih Dahulu', nip: NIP })
    const late = await run(preview.text)
    expect(late.status).toBe(422)
    expect(late.text).toContain('Sudah tercatat sebagai Lebih Dahulu.')
    expect(await office.rows()).toHaveLength(1)
  })

  it('of five thousand people takes the statements of a few', async () => {
    const statementsOf = async (rows: readonly string[]) => {
      const preview = await csv(rows)
      office.house.statements.length = 0
      expect((await run(preview.text)).status).toBe(303)
      return office.house.statements.length
    }
    const few = await statementsOf(['Ayu Lestari;;Analis;;;;;2020-01-02;'])
    const many = Array.from({ length: 5_000 }, (_, place) => `Orang ${place};;Analis;ya;1;;;2020-01-02;`)
    expect(await statementsOf(many)).toBe(few)
    const found = await office.house.database.manager.getRepository(Employee).count()
    expect(found).toBe(5_001)
  }, 60_000)
})
