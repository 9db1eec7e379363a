import { paths } from '../../src/paths'
import { writeTable } from '../../src/spreadsheets/write-table'
import { openOffice, type Office, type Who } from '../roster/roster-office'
import { post, tokenIn, type Browser } from '../support/house'
import { complaints, inputEvents, inputRows, meeting, putInputs } from './inputs-office'

const HEADER =
  'Jenis;Tanggal;Perihal;Pihak;Jumlah orang;Yang disampaikan;Keputusan;Tindak lanjut;Ditindaklanjuti pada;Diterima;Selesai;Diproses;Rata-rata hari;Area;Pertanyaan'

describe('importing inputs', () => {
  let office: Office
  let chair: Browser
  beforeEach(async () => {
    office = await openOffice()
    chair = await office.browserOf('chair')
  })
  afterEach(() => office.close())

  const page = () => paths.importInputs(office.satker.id)
  const upload = async (bytes: Buffer | string, name: string, fields: Record<string, string> = {}) => {
    const sending = chair.post(page()).field('_csrf', tokenIn((await chair.get(page())).text))
    for (const [field, value] of Object.entries(fields)) void sending.field(field, value)
    return sending.attach('file', Buffer.from(bytes), name)
  }
  const csv = (rows: readonly string[], fields?: Record<string, string>) =>
    upload([HEADER, ...rows].join('\n'), 'masukan.csv', fields)
  const tokenOf = (preview: string) => /name="token" value="([^"]+)"/.exec(preview)?.[1] ?? ''
  const run = (preview: string) =>
    post(chair, page(), paths.importInputsRun(office.satker.id), { token: tokenOf(preview) })
  const fault = (row: number, column: string, message: string) =>
    new RegExp(`<td[^>]*>${row}</td><td[^>]*>${column}</td><td[^>]*>${message}`)

  it('is tried before it is kept, and kept as a whole', async () => {
    const preview = await csv([
      'pengaduan;2026-01;;;;;;;;6;5;1;3,5;5;',
      'Pengaduan;15/02/2026;;;;;;;;1.200;1200;0;;Area 5;A.I.5.iii.b',
      'audiensi;30/01/2026;Antrean;LSM;4;Terlalu panjang;;;;;;;;"1;6";',
    ])
    expect(preview.status).toBe(200)
    expect(await inputRows(office)).toEqual([])
    expect((await run(preview.text)).status).toBe(303)
    const rows = await inputRows(office)
    expect(
      rows.map(({ kind, happenedOn, month, received, people }) => [
        kind,
        happenedOn,
        month,
        received,
        people,
      ]),
    ).toEqual([
      ['pengaduan', '2026-01-01', '2026-01', 6, null],
      ['audiensi', '2026-01-30', null, null, 4],
      ['pengaduan', '2026-02-01', '2026-02', 1200, null],
    ])
    const supports = await office.house.services.entries.supportsOf([rows[2]!.id])
    expect(supports.get(rows[2]!.id)).toEqual({ areas: ['5'], questions: ['A.I.5.iii.b'] })
    expect((await inputEvents(office)).map(event => event.action)).toEqual([
      'add-input',
      'add-input',
      'add-input',
    ])
  })

  it('names every fault by row and column, and keeps nothing', async () => {
    await putInputs(office.house, office.satker.id, [complaints('2026-01', [1, 1]), meeting()])
    const answer = await csv([
      'pengaduan;2026-02;;;;;;;;6;1;1;;;',
      'pengaduan;2026-02;;;;;;;;1;1;0;;;',
      'pengaduan;2026-01;;;;;;;;1;1;0;;;',
      'pengaduan;2026-12;;;;;;;;1;1;0;;;',
      'pengaduan;2025-01;Perihal;;;;;;;1;1;0;;;',
      'pengaduan;2025-02;;;;;;;;satu;1;0;;;',
      'pengaduan;2025-03;;;;;;;;;1;0;;;',
      'audiensi;2026-02-10;Antrean  LOKET;lsm;4;Panjang;;;;;;;;;',
      'audiensi;2026-01-11;Baru;lsm;4;Panjang;;;;3;;;;;',
      'audiensi;11-01-2026;Baru;tetangga;;;;;;;;;;99;Z.1',
      'rapat;2026-01-12;Baru;lsm;4;Panjang;;;;;;;;;',
      'audiensi;2026-01-13;Baru;lsm;4;Panjang;;Sudah;2026-01-12;;;;;;',
    ])
    expect(answer.status).toBe(422)
    for (const expected of [
      fault(2, 'Diterima', 'Angka bertentangan: diterima 6'),
      fault(3, 'Tanggal', 'Pengaduan bulan ini sudah ada di baris 2\\.'),
      fault(4, 'Tanggal', 'Pengaduan bulan ini sudah tercatat\\.'),
      fault(5, 'Tanggal', 'Bulan ini belum tiba\\.'),
      fault(6, 'Perihal', 'Pengaduan hanya berisi hitungan\\.'),
      fault(7, 'Diterima', 'Tulis bilangan bulat'),
      fault(8, 'Diterima', 'Isi jumlahnya; tulis 0 bila tidak ada\\.'),
      fault(9, 'Tanggal', 'Masukan ini sudah tercatat\\.'),
      fault(10, 'Diterima', 'Hanya bagi pengaduan\\.'),
      fault(11, 'Tanggal', 'Tulis tanggal seperti 2026-01-30 atau 30/01/2026\\.'),
      fault(11, 'Pihak', 'Tulis salah satu: pengguna'),
      fault(11, 'Area', 'Area “99” tidak dikenal\\.'),
      fault(11, 'Pertanyaan', 'Pertanyaan “Z\\.1” tidak ada di instrumen\\.'),
      fault(12, 'Jenis', 'Tulis salah satu: pengaduan'),
      fault(13, 'Ditindaklanjuti pada', 'Tindak lanjut mendahului masukannya\\.'),
    ])
      expect(answer.text).toMatch(expected)
    expect(tokenOf(answer.text)).toBe('')
    expect(await inputRows(office)).toHaveLength(2)
  })

  it.each([
    ['a missing column', 'Jenis;Perihal', 'Kolom “Tanggal” tidak ada.'],
    ['an unknown column', `${HEADER};NIK`, 'Kolom “NIK” tidak dikenal.'],
  ])('refuses a header with %s', async (_, header, message) => {
    const answer = await upload(`${header}\nx;x`, 'masukan.csv')
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(message)
  })

  it('changes what stands when it is told to, and leaves what an empty cell does not say', async () => {
    await putInputs(office.house, office.satker.id, [meeting(), complaints('2026-01', [6, 5])])
    const preview = await csv(
      [
        'audiensi;2026-02-10;Antrean loket;;;;;Loket dibuka.;2026-02-20;;;;;;',
        'pengaduan;2026-01;;;;;;;;6;5;1;;;',
      ],
      { update: 'ya' },
    )
    expect(preview.text).toContain('Simpan 1 baris')
    expect((await run(preview.text)).status).toBe(303)
    const [, changed] = await inputRows(office)
    expect(changed).toMatchObject({ people: 4, stakeholder: 'lsm', followUp: 'Loket dibuka.', version: 2 })
    const supports = await office.house.services.entries.supportsOf([changed!.id])
    expect(supports.get(changed!.id)?.areas).toEqual(['5'])
  })

  it('reads again what the register gave out, and takes its own template', async () => {
    await putInputs(office.house, office.satker.id, [
      { ...complaints('2026-01', [6, 5]), averageDays: '3.25' },
      meeting({ followUp: '=1+1', followedUpOn: '2026-02-12', decided: '-5' }),
    ])
    for (const format of ['csv', 'xlsx']) {
      const file = await chair
        .get(`${paths.inputsTable(office.satker.id)}?format=${format}`)
        .buffer()
        .parse((answer, done) => {
          const parts: Buffer[] = []
          answer.on('data', (part: Buffer) => parts.push(part))
          answer.on('end', () => done(null, Buffer.concat(parts)))
        })
      const preview = await upload(file.body as Buffer, `masukan.${format}`, { update: 'ya' })
      if (format === 'xlsx') expect(preview.text).toContain('Isi berkas sama dengan data yang ada.')
      else expect(preview.text).not.toContain('Belum ada yang disimpan.')
    }
    const template = await chair.get(`${paths.importInputsTemplate(office.satker.id)}?format=csv`)
    expect((await upload(template.text, 'templat.csv', { update: 'ya' })).status).toBe(200)
  })

  it('takes a formula as the text it is', async () => {
    const cells = [
      'lainnya',
      '2026-01-02',
      '=1+1',
      'lain',
      '1',
      '=SUM(A1)',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
    ]
    const book = await writeTable({ sheet: 'masukan', header: HEADER.split(';'), rows: [cells] }, 'xlsx')
    expect((await run((await upload(book, 'masukan.xlsx')).text)).status).toBe(303)
    expect((await inputRows(office)).map(row => [row.subject, row.asked])).toEqual([['=1+1', '=SUM(A1)']])
  })

  it.each([
    ['kanwil', 403],
    ['admin', 403],
    ['neighbour', 404],
  ] as const)('is not for the %s', async (who: Who, status) => {
    const agent = await office.browserOf(who)
    expect((await agent.get(page())).status).toBe(status)
    expect((await agent.get(paths.importInputsTemplate(office.satker.id))).status).toBe(status)
  })

  it('of five thousand rows takes the statements of a few', async () => {
    const row = (place: number) => `audiensi;2026-01-02;Perihal ${place};lsm;4;Panjang;;;;;;;;1;A.I.5.iii.b`
    const statementsOf = async (rows: readonly string[]) => {
      const preview = await csv(rows)
      office.house.statements.length = 0
      expect((await run(preview.text)).status).toBe(303)
      return office.house.statements.length
    }
    const few = await statementsOf([row(0)])
    expect(await statementsOf(Array.from({ length: 5_000 }, (_, place) => row(place + 1)))).toBe(few)
    expect(await inputRows(office)).toHaveLength(5_001)
  }, 60_000)
})
