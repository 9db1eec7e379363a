import { Workbook } from 'exceljs'
import { paths } from '../../src/paths'
import { writeTable } from '../../src/spreadsheets/write-table'
import { post, tokenIn, type Browser } from '../support/house'
import {
  addByForm,
  commitments,
  entries,
  eventsOf,
  faultAt,
  openOffice,
  promise,
  quarters,
  report,
  standings,
  type Office,
  type Who,
} from './performance-office'

const HEADER =
  'Tahun;Indikator;Satuan;Arah;Hitungan;Target tahun;Area;Pertanyaan;Target TW I;Target TW II;Target TW III;Target TW IV'
const REPORTED = 'Tahun;Indikator;Realisasi TW I;Kendala TW I;Strategi TW I;Tanggal lapor TW I'

describe('importing commitments and realisations', () => {
  let office: Office
  let chair: Browser
  beforeEach(async () => {
    office = await openOffice()
    chair = await office.browserOf('chair')
  })
  afterEach(() => office.close())

  const page = () => paths.importPerformance(office.satker.id)
  const upload = async (bytes: Buffer | string, name: string, fields: Record<string, string> = {}) => {
    const sending = chair.post(page()).field('_csrf', tokenIn((await chair.get(page())).text))
    for (const [field, value] of Object.entries(fields)) void sending.field(field, value)
    return sending.attach('file', Buffer.from(bytes), name)
  }
  const csv = (header: string, rows: readonly string[], fields?: Record<string, string>) =>
    upload([header, ...rows].join('\n'), 'kinerja.csv', fields)
  const tokenOf = (preview: string) => /name="token" value="([^"]+)"/.exec(preview)?.[1] ?? ''
  const run = (preview: string) =>
    post(chair, page(), paths.importPerformanceRun(office.satker.id), { token: tokenOf(preview) })
  const fault = (row: number, column: string, message: string) =>
    new RegExp(`<td[^>]*>${row}</td><td[^>]*>${column}</td><td[^>]*>${message}`)

  it('is tried before it is kept, and kept as a whole', async () => {
    const preview = await csv(HEADER, [
      '2025;Layanan tepat waktu;persen;naik;kumulatif;95;4;A.II.4.i.a;90;92;94;95',
      '2025;Pengaduan terbukti;kasus;turun;jumlah;4;;;1;1;1;1',
    ])
    expect(preview.text).toContain('Simpan 2 baris')
    expect(await commitments(office.house)).toEqual([])
    const done = await run(preview.text)
    expect([done.status, done.headers['location']]).toEqual([303, paths.performance(office.satker.id)])
    expect((await commitments(office.house)).map(row => [row.number, row.indicator, row.yearTarget])).toEqual(
      [
        [1, 'Layanan tepat waktu', '95'],
        [2, 'Pengaduan terbukti', '4'],
      ],
    )
    expect(await quarters(office.house)).toHaveLength(8)
    expect((await standings(office.house))[0]).toMatchObject({ targeted: 2, reported: 0 })
    const kept = await entries(office.house)
    const supported = await office.house.services.entries.supportsOf(kept.map(({ id }) => id))
    expect([...supported.values()]).toContainEqual({ areas: ['4'], questions: ['A.II.4.i.a'] })
    expect((await eventsOf(office.house)).map(event => event.action)).toEqual([
      'add-commitment',
      'add-commitment',
    ])
  })

  it('fills in what was reached of what stands, and leaves what is not said', async () => {
    const id = await promise(office, { year: 2025, areas: ['5'] })
    const rows = ['2025;persentase LAYANAN tepat waktu;22,5;Jaringan putus.;;08/04/2025']
    expect((await csv(REPORTED, rows)).text).toMatch(
      fault(2, 'Indikator', 'Sudah tercatat pada tahun itu\\.'),
    )
    const preview = await csv(REPORTED, rows, { update: 'ya' })
    expect(preview.text).toContain('Simpan 1 baris')
    expect((await run(preview.text)).status).toBe(303)
    const [first, second] = await quarters(office.house)
    expect(first).toMatchObject({
      realisation: '22.5',
      state: 'near',
      obstacle: 'Jaringan putus.',
      version: 1,
    })
    expect(second).toMatchObject({ target: '50', realisation: null })
    expect((await commitments(office.house))[0]?.indicator).toBe('persentase LAYANAN tepat waktu')
    expect((await standings(office.house))[0]).toMatchObject({ reported: 1, near: 1 })
    const reported = (await entries(office.house)).find(one => one.title.startsWith('Triwulan'))
    const supported = await office.house.services.entries.supportsOf([id, reported!.id])
    expect([...supported.values()].map(({ areas }) => areas)).toEqual([['5'], ['5']])
    expect((await eventsOf(office.house)).map(event => event.action)).toContain('report-quarter')
    const again = await csv(REPORTED, rows, { update: 'ya' })
    expect(again.text).toContain('Isi berkas sama dengan data yang ada.')
  })

  it('names every fault by row and column, and keeps nothing', async () => {
    await promise(office, { indicator: 'Sudah ada' })
    const whole = `${HEADER};Realisasi TW I;Kendala TW I;Realisasi TW II;Tanggal lapor TW I`
    const answer = await csv(whole, [
      '26;A;persen;naik;kumulatif;95;;;90;92;94;95;;;;',
      '2026;;persen;naik;kumulatif;95;;;90;92;94;95;;;;',
      '2026;C;;miring;;;9;A.I;x;92;94;95;;;;',
      '2026;D;persen;naik;kumulatif;96;;;90;92;94;95;;;;',
      '2026;E;persen;naik;kumulatif;95;;;90;92;94;95;50;;;',
      '2026;F;persen;naik;kumulatif;95;;;90;92;94;95;;;95;',
      '2026;G;persen;naik;kumulatif;95;;;;;94;95;91;;;',
      '2026;h;persen;naik;kumulatif;95;;;90;92;94;95;;;;',
      '2026;H;persen;naik;kumulatif;95;;;90;92;94;95;;;;',
      '2026;I;persen;naik;kumulatif;1.500;;;90;92;94;95;;;;',
      '2026;J;persen;naik;kumulatif;95;;;90;92;94;95;95;;;13/03/2026',
      '2026;K;persen;naik;kumulatif;95;;;90;92;94;95;95;;;kemarin',
      '2026;L;;;;;;;;;;;;;;',
      '2026;Sudah ada;persen;naik;kumulatif;95;;;90;92;94;95;;;;',
    ])
    expect(answer.status).toBe(422)
    for (const expected of [
      fault(2, 'Tahun', 'Tulis tahun antara 2015 dan 2100\\.'),
      fault(3, 'Indikator', 'Isi indikator\\.'),
      fault(4, 'Arah', 'Tulis salah satu: naik, turun\\.'),
      fault(4, 'Area', 'Area “9” tidak dikenal\\.'),
      fault(4, 'Pertanyaan', 'Pertanyaan “A\\.I” tidak ada di instrumen\\.'),
      fault(4, 'Target TW I', 'Tulis angka saja'),
      fault(5, 'Target tahun', 'Target triwulan terakhir 95, sedangkan target tahun 96\\.'),
      fault(6, 'Kendala TW I', 'Target tidak tercapai\\. Tulis kendalanya\\.'),
      fault(7, 'Realisasi TW II', 'Triwulan ini belum dimulai'),
      fault(8, 'Target TW I', 'Triwulan ini tanpa target'),
      fault(10, 'Indikator', 'Indikator ini sudah ada di baris 9\\.'),
      fault(11, 'Target tahun', 'Titik di sini dapat berarti ribuan atau desimal\\.'),
      fault(12, 'Tanggal lapor TW I', 'Tanggal lapor belum tiba\\.'),
      fault(13, 'Tanggal lapor TW I', 'Tulis tanggal seperti 2026-01-30 atau 30/01/2026\\.'),
      fault(14, 'Satuan', 'Isi satuan\\.'),
      fault(14, 'Hitungan', 'Isi hitungan\\.'),
      fault(15, 'Indikator', 'Sudah tercatat pada tahun itu\\.'),
    ])
      expect(answer.text).toMatch(expected)
    expect(tokenOf(answer.text)).toBe('')
    expect(await commitments(office.house)).toHaveLength(1)
  })

  it.each([
    ['a missing column', 'Tahun;Satuan', 'Kolom “Indikator” tidak ada.'],
    ['an unknown column', `${HEADER};Realisasi TW V`, 'Kolom “Realisasi TW V” tidak dikenal.'],
  ])('refuses a header with %s', async (_, header, message) => {
    const answer = await csv(header, ['x;x'])
    expect([answer.status, answer.text.includes(message)]).toEqual([422, true])
  })

  it('reads again what the register gave out, and finds nothing to do', async () => {
    const id = await promise(office, {
      year: 2025,
      yearTarget: '100.5',
      targets: ['25', null, '75', '100.5'],
    })
    await report(office, id, ['24.5'])
    await promise(office, { year: 2025, indicator: 'Layanan "cepat"; tepat', areas: ['1', '6'] })
    for (const format of ['csv', 'xlsx']) {
      const file = await chair
        .get(`${paths.performanceTable(office.satker.id)}?tahun=2025&format=${format}`)
        .buffer()
        .parse((answer, done) => {
          const parts: Buffer[] = []
          answer.on('data', (part: Buffer) => parts.push(part))
          answer.on('end', () => done(null, Buffer.concat(parts)))
        })
      const preview = await upload(file.body as Buffer, `kinerja.${format}`, { update: 'ya' })
      expect(preview.text).toContain('Isi berkas sama dengan data yang ada.')
    }
  })

  it('takes the template as it is downloaded, and texts of a workbook', async () => {
    const template = await chair.get(`${paths.importPerformanceTemplate(office.satker.id)}?format=csv`)
    expect((await upload(template.text, 'templat.csv')).text).toContain('Simpan 2 baris')
    const cells = ['2025', '=SUM(A1)', 'persen', 'naik', 'kumulatif', '95.5', '', '', '', '', '', '95.5']
    const book = await writeTable({ sheet: 'kinerja', header: HEADER.split(';'), rows: [cells] }, 'xlsx')
    expect((await run((await upload(book, 'kinerja.xlsx')).text)).status).toBe(303)
    expect((await commitments(office.house)).map(row => [row.indicator, row.yearTarget])).toEqual([
      ['=SUM(A1)', '95.5'],
    ])
  })

  it('takes a number of a workbook for what it is, where the same text would be doubtful', async () => {
    const book = new Workbook()
    book
      .addWorksheet('kinerja')
      .addRows([
        HEADER.split(';'),
        [2025, 'Perkara', 'persen', 'naik', 'kumulatif', 91.125, '', '', '', '', 91.125],
      ])
    const file = Buffer.from(await book.xlsx.writeBuffer())
    expect((await run((await upload(file, 'kinerja.xlsx')).text)).status).toBe(303)
    expect((await commitments(office.house)).map(row => row.yearTarget)).toEqual(['91.125'])
  })

  it.each([
    ['admin', 403],
    ['kanwil', 403],
    ['neighbour', 404],
  ] as const)('is not for the %s', async (who: Who, status) => {
    const agent = await office.browserOf(who)
    const token = tokenIn((await agent.get(paths.ownAccount())).text)
    const sent = await agent
      .post(page())
      .field('_csrf', token)
      .attach('file', Buffer.from('x'), 'kinerja.csv')
    expect(sent.status).toBe(status)
    expect((await agent.get(paths.importPerformanceTemplate(office.satker.id))).status).toBe(status)
  })

  it('of five thousand commitments takes the statements of a few', async () => {
    const statementsOf = async (rows: readonly string[]) => {
      const preview = await csv(HEADER, rows)
      office.house.statements.length = 0
      expect((await run(preview.text)).status).toBe(303)
      return office.house.statements.length
    }
    const row = (name: string, year = 2041) => `${year};${name};persen;naik;kumulatif;95;4;;90;92;94;95`
    const few = await statementsOf([row('Satu')])
    const many = Array.from({ length: 5_000 }, (_, place) => row(`Indikator ${place}`, 2015 + (place % 25)))
    expect(await statementsOf(many)).toBe(few)
    expect(await commitments(office.house)).toHaveLength(5_001)
  }, 60_000)

  it('takes no more than two hundred commitments into a year, from a file, a form or the year before', async () => {
    const tooMany = 'Satu tahun memuat paling banyak 200 indikator.'
    const row = (place: number, year = 2026) =>
      `${year};Indikator ${place};persen;naik;kumulatif;95;4;;90;92;94;95`
    const rows = Array.from({ length: 201 }, (_, place) => row(place))
    const refused = await csv(HEADER, rows)
    expect(refused.status).toBe(422)
    expect(refused.text).toMatch(fault(202, 'Tahun', tooMany))
    expect((await run((await csv(HEADER, [...rows.slice(1), row(0, 2025)])).text)).status).toBe(303)
    expect((await csv(HEADER, [row(0)])).text).toMatch(fault(2, 'Tahun', tooMany))
    const added = await addByForm(office, 'chair')
    expect(added.status).toBe(422)
    expect(added.text).toMatch(faultAt('year', tooMany))
    const list = paths.performance(office.satker.id)
    await post(chair, list, paths.commitmentsCarryOver(office.satker.id), { tahun: '2025' })
    expect((await chair.get(list)).text).toContain(tooMany)
    expect(await commitments(office.house)).toHaveLength(201)
  }, 60_000)
})
