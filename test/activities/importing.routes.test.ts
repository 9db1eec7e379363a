import { paths } from '../../src/paths'
import { writeTable } from '../../src/spreadsheets/write-table'
import { NIP, OTHER_NIP } from '../roster/roster-office'
import { post, tokenIn, type Browser } from '../support/house'
import { DRAFT, openActivities, type ActivitiesOffice, type Who } from './activities-office'

const HEADER = [
  'Tanggal',
  'Sampai tanggal',
  'Pukul mulai',
  'Pukul selesai',
  'Jenis',
  'Judul',
  'Tempat',
  'Pimpinan hadir',
  'Membahas ZI',
  'Peserta (NIP)',
  'Jumlah pegawai',
  'Dari luar: Media',
  'Agenda',
  'Area',
  'Pertanyaan',
]
const KEYS = [
  'on',
  'until',
  'from',
  'to',
  'kind',
  'title',
  'place',
  'leader',
  'zi',
  'people',
  'count',
] as const
const REST = ['media', 'agenda', 'areas', 'questions'] as const
type Cells = Partial<Record<(typeof KEYS)[number] | (typeof REST)[number], string>>

const lineOf = (cells: Cells): string =>
  [...KEYS, ...REST].map(key => `"${(cells[key] ?? '').replaceAll('"', '""')}"`).join(';')
const MEETING: Cells = { on: '2026-03-03', kind: 'Rapat monitoring', title: 'Rapat Maret' }

describe('importing activities', () => {
  let office: ActivitiesOffice
  let chair: Browser
  beforeEach(async () => {
    office = await openActivities()
    chair = await office.browserOf('chair')
  })
  afterEach(() => office.close())

  const page = () => paths.importActivities(office.satker.id)
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
  const csv = (rows: readonly Cells[], fields?: Record<string, string>, agent = chair) =>
    upload([HEADER.join(';'), ...rows.map(lineOf)].join('\n'), 'kegiatan.csv', fields, agent)
  const tokenOf = (preview: string) => /name="token" value="([^"]+)"/.exec(preview)?.[1] ?? ''
  const run = (preview: string, agent = chair) =>
    post(agent, page(), paths.importActivitiesRun(office.satker.id), { token: tokenOf(preview) })
  const fault = (row: number, column: string, message: string) =>
    new RegExp(
      `<td[^>]*>${row}</td><td[^>]*>${column.replace(/[()]/g, '\\$&')}</td><td[^>]*>${message.replace(/[.()]/g, '\\$&')}`,
    )

  it('is tried before it is kept, and kept as a whole, by a member as well', async () => {
    await office.keep({ name: 'Bagas Hendrawan', nip: NIP })
    await office.keep({ name: 'Citra Maharani, S.H.' })
    const member = await office.browserOf('member')
    const preview = await csv(
      [
        {
          ...MEETING,
          on: 'Selasa, 3 Maret 2026',
          from: '9.00',
          to: '11:30',
          leader: 'ya',
          zi: 'Ya',
          people: 'bagas  hendrawan; citra maharani, s.h.',
          count: '24',
          media: '2',
          areas: '1; Area 4',
          questions: 'A.I.1.i.a',
        },
        { on: '05/03/2026', until: '06/03/2026', kind: 'studi tiru', title: 'Studi tiru' },
      ],
      {},
      member,
    )
    expect(preview.status).toBe(200)
    expect(preview.text).toContain('Simpan 2 baris')
    expect(await office.activities()).toEqual([])
    const done = await run(preview.text, member)
    expect([done.status, done.headers['location']]).toEqual([303, paths.activities(office.satker.id)])
    const rows = await office.activities()
    expect(rows).toMatchObject([
      { heldOn: '2026-03-03', heldUntil: '2026-03-03', startsAt: '09:00', endsAt: '11:30', counted: 24 },
      { kind: 'study-visit', heldOn: '2026-03-05', heldUntil: '2026-03-06', counted: null },
    ])
    const [first] = rows
    expect(await office.participantsOf(first!.id)).toEqual(['Bagas Hendrawan', 'Citra Maharani, S.H.'])
    expect(await office.areasOf(first!.id)).toEqual(['1', '4'])
    expect((await office.entryOf(first!.id))?.summary).toBe(
      'Rapat monitoring; Selasa, 3 Maret 2026; 24 pegawai dan 2 dari luar',
    )
    expect((await office.read('chair', paths.activity(first!.id))).text).toContain('>A.I.1.i.a</a>')
    const events = await office.events()
    expect(events.map(({ action, role }) => [action, role])).toEqual([
      ['add-activity', 'member'],
      ['add-activity', 'member'],
    ])
    expect(JSON.stringify(events)).not.toMatch(/Bagas|Citra|19900214/)
  })

  it('names every fault by row and column, and keeps nothing', async () => {
    await office.keep({ name: 'Bagas Hendrawan', nip: NIP, joinedOn: '2026-03-04' })
    await office.keep({ name: 'Kembar' })
    await office.keep({ name: 'Kembar' })
    await office.keep({ name: 'Orang Sebelah', nip: OTHER_NIP, satkerId: office.neighbour.id })
    await office.hold({ title: 'Sudah ada' })
    const answer = await csv([
      MEETING,
      { ...MEETING, title: 'rapat  maret' },
      { ...MEETING, title: 'Sudah ada' },
      { ...MEETING, title: 'A', on: 'Rabu, 3 Maret 2026' },
      { ...MEETING, title: 'B', on: '03-03-2026', kind: 'Rapat', leader: 'mungkin', count: 'banyak' },
      { ...MEETING, title: 'C', on: '' },
      { ...MEETING, title: 'D', kind: '' },
      { ...MEETING, title: 'E', until: '2026-03-01' },
      { ...MEETING, title: 'F', from: '11.00', to: '09.00' },
      { ...MEETING, title: 'G', people: '199999999999999999' },
      { ...MEETING, title: 'H', people: NIP },
      { ...MEETING, title: 'I', people: 'Kembar' },
      { ...MEETING, title: 'J', people: OTHER_NIP },
      { ...MEETING, title: 'K', on: '2026-03-04', people: NIP, count: '0' },
      { ...MEETING, title: 'L', areas: '9', questions: 'X.1' },
      { ...MEETING, title: '' },
    ])
    expect(answer.status).toBe(422)
    for (const expected of [
      fault(3, 'Judul', 'Kegiatan ini sudah ada di baris 2.'),
      fault(4, 'Judul', 'Sudah tercatat pada hari itu.'),
      fault(5, 'Tanggal', '3 Maret 2026 adalah hari Selasa, bukan Rabu.'),
      fault(6, 'Tanggal', 'Tulis tanggal seperti 2026-01-30 atau 30/01/2026.'),
      fault(6, 'Jenis', 'Tulis salah satu jenis: Pencanangan, Rapat monitoring'),
      fault(6, 'Pimpinan hadir', 'Tulis ya atau tidak.'),
      fault(6, 'Jumlah pegawai', 'Tulis angka bulat dari 0 sampai 100.000.'),
      fault(7, 'Tanggal', 'Isi tanggal kegiatan.'),
      fault(8, 'Jenis', 'Isi jenis kegiatan.'),
      fault(9, 'Sampai tanggal', 'Hari terakhir mendahului hari pertama.'),
      fault(10, 'Pukul selesai', 'Pukul selesai tidak sesudah pukul mulai.'),
      fault(11, 'Peserta (NIP)', 'Peserta “199999999999999999” tidak ada di register pegawai.'),
      fault(12, 'Peserta (NIP)', `Peserta “${NIP}” tidak bekerja di satker ini pada hari kegiatan.`),
      fault(13, 'Peserta (NIP)', 'Nama “Kembar” ada lebih dari sekali di register pegawai.'),
      fault(14, 'Peserta (NIP)', `Peserta “${OTHER_NIP}” tidak ada di register pegawai.`),
      fault(15, 'Jumlah pegawai', '1 peserta bernama; jumlahnya tidak dapat kurang dari itu.'),
      fault(16, 'Area', 'Area “9” tidak dikenal.'),
      fault(16, 'Pertanyaan', 'Pertanyaan “X.1” tidak ada di instrumen.'),
      fault(17, 'Judul', 'Isi judul kegiatan.'),
    ])
      expect(answer.text).toMatch(expected)
    expect(tokenOf(answer.text)).toBe('')
    expect((await office.activities()).map(row => row.title)).toEqual(['Sudah ada'])
    expect(await office.events()).toHaveLength(1)
  })

  it('tells nobody a NIP who may not read it: a member writes names', async () => {
    await office.keep({ name: 'Bagas Hendrawan', nip: NIP })
    await office.keep({ name: 'Kembar', nip: OTHER_NIP, position: 'Analis' })
    await office.keep({ name: 'Kembar', position: 'Petugas Loket' })
    const member = await office.browserOf('member')
    const said = async (people: string) => {
      const answer = await csv([{ ...MEETING, people }], {}, member)
      return /Tulis nama peserta|tidak ada di register|Tulis dengan jabatannya|Simpan 1 baris/.exec(
        answer.text,
      )?.[0]
    }
    expect(await said(NIP)).toBe('Tulis nama peserta')
    expect(await said('19900214 201503 1 005')).toBe('Tulis nama peserta')
    expect(await said('19900214')).toBe('Tulis nama peserta')
    expect(await said('Orang Lain')).toBe('tidak ada di register')
    expect(await said('Kembar')).toBe('Tulis dengan jabatannya')
    const preview = await csv([{ ...MEETING, people: 'Bagas Hendrawan; kembar (analis)' }], {}, member)
    expect((await run(preview.text, member)).status).toBe(303)
    const [{ id } = { id: '' }] = await office.activities()
    expect(await office.participantsOf(id)).toEqual(['Bagas Hendrawan', 'Kembar'])
  })

  it.each([
    ['a missing column', 'Tanggal;Jenis', 'Kolom “Judul” tidak ada.'],
    ['a typed weekday of its own', 'Hari;Tanggal;Judul', 'Kolom “Hari” tidak dikenal.'],
  ])('refuses a header with %s', async (_, header, message) => {
    const answer = await upload(`${header}\nx;x;x`, 'kegiatan.csv')
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(message)
  })

  it('changes what stands when it is told to, and leaves what an empty cell does not say', async () => {
    const [bagas, gone] = [
      await office.keep({ name: 'Bagas Hendrawan', nip: NIP }),
      await office.keep({ name: '', position: '', anonymisedAt: '2026-03-10T00:00:00.000Z' }),
    ]
    const id = await office.hold({ title: 'Rapat Maret', guests: { media: 3 }, areas: ['2'], counted: 9 })
    await office.house.database.inTransaction(() =>
      office.house.database
        .writing()
        .query('INSERT INTO activity_participants (activity_id, employee_id) VALUES ($1, $2)', [id, gone]),
    )
    const preview = await csv([{ ...MEETING, title: 'rapat maret', kind: '', people: NIP, place: 'Lobi' }], {
      update: 'ya',
    })
    expect(preview.text).toContain('Simpan 1 baris')
    expect((await run(preview.text)).status).toBe(303)
    expect(await office.activities()).toMatchObject([
      { id, title: 'rapat maret', kind: 'monitoring-meeting', place: 'Lobi', counted: 9, version: 2 },
    ])
    expect(await office.participantsOf(id)).toEqual(['', 'Bagas Hendrawan'])
    expect(await office.areasOf(id)).toEqual(['2'])
    expect((await office.entryOf(id))?.summary).toContain('9 pegawai dan 3 dari luar')
    const same = await csv([{ ...MEETING, title: 'rapat maret', people: NIP }], { update: 'ya' })
    expect(same.text).toContain('Tidak ada yang perlu disimpan.')
    const none = await csv([{ ...MEETING, title: 'rapat maret', media: '0' }], { update: 'ya' })
    expect((await run(none.text)).status).toBe(303)
    expect((await office.entryOf(id))?.summary).not.toContain('dari luar')
    expect(bagas).toBeTruthy()
  })

  it('reads again what the register gave out, and finds nothing to do', async () => {
    const [named, nameless] = [
      await office.keep({ name: 'Bagas Hendrawan', nip: NIP }),
      await office.keep({ name: 'Citra Maharani, S.H.' }),
    ]
    const id = await office.hold({
      ...DRAFT,
      heldOn: '2026-03-03',
      heldUntil: '2026-03-05',
      startsAt: '09:00',
      endsAt: '08:00',
      guests: { public: 12, 'civil-society': 1 },
      counted: 30,
      agenda: 'Satu;\n"dua"',
      areas: ['1', 'B'],
    })
    await office.hold({ kind: 'award', title: '=1+1', place: '-', leaderPresent: false })
    const actor = await office.actor('chair')
    const query = { among: 'others', search: '', pokja: '', page: 1 } as const
    await office.house.services.participants.add(actor, id, query, [named, nameless])
    await office.house.services.entries.chooseQuestions(actor, id, { shown: [], chosen: ['A.I.1.i.a'] })
    for (const who of ['chair', 'member'] as const)
      for (const format of ['csv', 'xlsx']) {
        const agent = await office.browserOf(who)
        const file = await agent
          .get(`${paths.activitiesTable(office.satker.id)}?format=${format}`)
          .buffer()
          .parse((answer, done) => {
            const parts: Buffer[] = []
            answer.on('data', (part: Buffer) => parts.push(part))
            answer.on('end', () => done(null, Buffer.concat(parts)))
          })
        const body = file.body as Buffer
        if (format === 'csv') expect([who, body.toString().includes(NIP)]).toEqual([who, who === 'chair'])
        const preview = await upload(body, `kegiatan.${format}`, { update: 'ya' }, agent)
        expect(preview.text).toContain('Isi berkas sama dengan data yang ada.')
      }
    const exports = (await office.events()).filter(event => event.action === 'export-activities')
    expect(exports.map(event => event.after)).toEqual([
      ...Array<string>(2).fill('{"activities":2,"nips":1}'),
      ...Array<string>(2).fill('{"activities":2,"nips":0}'),
    ])
  })

  it('takes the template as it is downloaded, and a workbook whose formulas are text', async () => {
    const template = await chair.get(`${paths.importActivitiesTemplate(office.satker.id)}?format=csv`)
    expect((await upload(template.text, 'templat.csv')).text).toContain('Simpan 2 baris')
    const header = ['Tanggal', 'Jenis', 'Judul', 'Tempat']
    const cells = ['2026-03-03', 'Survei', '=1+1', '=SUM(A1)']
    const book = await writeTable({ sheet: 'kegiatan', header, rows: [cells] }, 'xlsx')
    expect((await run((await upload(book, 'kegiatan.xlsx')).text)).status).toBe(303)
    expect(await office.activities()).toMatchObject([{ title: '=1+1', place: '=SUM(A1)' }])
  })

  it.each([
    ['admin', 403],
    ['kanwil', 403],
    ['neighbour', 404],
    ['stranger', 403],
  ] as const)('is not for the %s', async (who: Who, status) => {
    const agent = await office.browserOf(who)
    const token = tokenIn((await agent.get(paths.ownAccount())).text)
    const sent = await agent
      .post(page())
      .field('_csrf', token)
      .attach('file', Buffer.from('x'), 'kegiatan.csv')
    expect(sent.status).toBe(status)
    expect((await agent.get(paths.importActivitiesTemplate(office.satker.id))).status).toBe(status)
  })

  it('meets what was added between the check and the run', async () => {
    const preview = await csv([MEETING])
    await office.hold({ title: 'Rapat Maret' })
    const late = await run(preview.text)
    expect(late.status).toBe(422)
    expect(late.text).toContain('Sudah tercatat pada hari itu.')
    expect(await office.activities()).toHaveLength(1)
  })

  it('of five thousand activities takes the statements of a few', async () => {
    await office.keep({ name: 'Bagas Hendrawan', nip: NIP })
    const statementsOf = async (rows: readonly Cells[], fields: Record<string, string> = {}) => {
      const preview = await csv(rows, fields)
      office.house.statements.length = 0
      expect((await run(preview.text)).status).toBe(303)
      return office.house.statements.length
    }
    const full = { people: NIP, media: '2', areas: '1', questions: 'A.I.1.i.a' }
    const few = await statementsOf([{ ...MEETING, ...full }])
    const many = (place: string) =>
      Array.from({ length: 5_000 }, (_, at) => ({ ...MEETING, ...full, title: `Rapat ${at}`, place }))
    expect(await statementsOf(many('Aula'))).toBe(few)
    expect(await statementsOf(many('Lobi'), { update: 'ya' })).toBe(few)
    expect(await office.activities()).toHaveLength(5_001)
  }, 60_000)
})
