import { paths } from '../../src/paths'
import { writeTable } from '../../src/spreadsheets/write-table'
import { NIP } from '../roster/roster-office'
import { post, tokenIn, type Browser } from '../support/house'
import {
  addByForm,
  addGoal,
  eventsOf,
  faultAt,
  FORM,
  goalsOf,
  openOffice,
  report,
  type Office,
  type Who,
} from './plan-office'

const HEADER =
  'Tahun;Sasaran;Mendukung;Uraian yang didukung;Penanggung jawab;Mulai;Tenggat;Indikator;Satuan;Data awal;Target;Area;Pertanyaan;Tanggal kemajuan;Kemajuan (%);Kendala;Catatan'

describe('importing an action plan', () => {
  let office: Office
  let chair: Browser
  beforeEach(async () => {
    office = await openOffice()
    chair = await office.browserOf('chair')
  })
  afterEach(() => office.close())

  const page = () => paths.importActionPlan(office.satker.id)
  const upload = async (bytes: Buffer | string, name: string, fields: Record<string, string> = {}) => {
    const sending = chair.post(page()).field('_csrf', tokenIn((await chair.get(page())).text))
    for (const [field, value] of Object.entries(fields)) void sending.field(field, value)
    return sending.attach('file', Buffer.from(bytes), name)
  }
  const csv = (rows: readonly string[], fields?: Record<string, string>) =>
    upload([HEADER, ...rows].join('\n'), 'rencana.csv', fields)
  const tokenOf = (preview: string) => /name="token" value="([^"]+)"/.exec(preview)?.[1] ?? ''
  const run = (preview: string) =>
    post(chair, page(), paths.importActionPlanRun(office.satker.id), { token: tokenOf(preview) })
  const fault = (row: number, column: string, message: string) =>
    new RegExp(`<td[^>]*>${row}</td><td[^>]*>${column}</td><td[^>]*>${message}`)

  it('is tried before it is kept, and kept as a whole', async () => {
    const person = await office.keep({ name: 'Joko Wasesa', nip: NIP })
    const preview = await csv([
      '2026;Memangkas antrean;Hasil bagi publik;Layanan cepat;joko wasesa;01/02/2026;2026-09-30;Waktu tunggu;menit;40;12,5;6; A.I.1.i.a;2026-03-01;60;Server lambat.;',
      '2026;Menyusun peta risiko;;;;2026-01-05;2026-03-31;;;;;Area 5, 1;;;;;',
    ])
    expect(preview.status).toBe(200)
    expect(preview.text).toContain('Simpan 2 baris')
    expect(await goalsOf(office)).toEqual([])
    const done = await run(preview.text)
    expect([done.status, done.headers['location']]).toEqual([303, paths.actionPlan(office.satker.id)])
    expect(await goalsOf(office)).toMatchObject([
      { title: 'Memangkas antrean', ownerId: person, startsOn: '2026-02-01', target: '12.5', percent: 60 },
      { title: 'Menyusun peta risiko', serves: 'none', owner: '', percent: 0, reportedOn: null },
    ])
    const supports = await office.house.database.query(
      'SELECT kind, target FROM entry_supports ORDER BY kind, target',
    )
    expect(supports).toEqual([
      { kind: 'area', target: '1' },
      { kind: 'area', target: '5' },
      { kind: 'area', target: '6' },
      { kind: 'question', target: 'A.I.1.i.a' },
    ])
    expect((await eventsOf(office)).map(event => event.action).sort()).toEqual([
      'add-goal',
      'add-goal',
      'report-progress',
    ])
    expect((await chair.get(paths.actionPlan(office.satker.id))).text).toContain('2 sasaran disimpan.')
  })

  it('names every fault by row and column, and keeps nothing', async () => {
    await addGoal(office, { title: 'Sudah ada' })
    await office.keep({ name: 'Dewi Lestari' })
    await office.keep({ name: 'Dewi Lestari', position: 'Analis' })
    const answer = await csv([
      '2026;Kembar;;;;2026-01-05;2026-03-31;;;;;;;;;;',
      '2026;kembar;;;;2026-01-05;2026-03-31;;;;;;;;;;',
      '2026;Sudah  ada;;;;2026-01-05;2026-03-31;;;;;;;;;;',
      'dua;;uang;;;05-01-2026;2026-02-30;;;empat;1.500;9;Z.1;;;;',
      '2026;Tanpa tanggal;;;;;;;;;;;;;;;',
      '2026;Terbalik;;;;2026-03-31;2026-01-05;;;;;;;;;;',
      '2025;Tahun lain;;;;2026-01-05;2026-03-31;;;;;;;;;;',
      '2026;Tanpa uraian;Hasil bagi publik;;;2026-01-05;2026-03-31;;;;;;;;;;',
      '2026;Tanpa target;;;;2026-01-05;2026-03-31;Waktu;;;;;;;;;',
      '2026;Dua nama;;;Dewi Lestari;2026-01-05;2026-03-31;;;;;;;;;;',
      '2026;Besok;;;;2026-01-05;2026-03-31;;;;;;;2026-03-13;10;;',
      '2026;Sebelum mulai;;;;2026-01-05;2026-03-31;;;;;;;2026-01-04;10;;',
      '2026;Tanpa hari;;;;2026-01-05;2026-03-31;;;;;;;;10;;',
      '2026;Tanpa persen;;;;2026-01-05;2026-03-31;;;;;;;2026-03-01;;;',
      '2026;Kendala saja;;;;2026-01-05;2026-03-31;;;;;;;;;Mogok;',
      '2026;Abad lain;;;;0202-01-05;2026-03-31;;;;;;;;150;;',
    ])
    expect(answer.status).toBe(422)
    for (const expected of [
      fault(3, 'Sasaran', 'Sasaran ini sudah ada di baris 2\\.'),
      fault(4, 'Sasaran', 'Sudah tercatat dalam rencana tahun ini\\.'),
      fault(5, 'Tahun', 'Tulis tahun rencana, misalnya 2026\\.'),
      fault(5, 'Sasaran', 'Isi sasaran atau kegiatannya\\.'),
      fault(5, 'Mendukung', 'Tulis salah satu: sasaran reformasi birokrasi, hasil bagi publik, tidak ada\\.'),
      fault(5, 'Mulai', 'Tulis tanggal seperti 2026-01-30 atau 30/01/2026\\.'),
      fault(5, 'Tenggat', 'Tulis tanggal seperti 2026-01-30 atau 30/01/2026\\.'),
      fault(5, 'Data awal', 'Tulis angka saja, misalnya 87,5\\.'),
      fault(5, 'Target', 'Titik di sini dapat berarti ribuan atau desimal\\.'),
      fault(5, 'Area', 'Area “9” tidak dikenal\\.'),
      fault(5, 'Pertanyaan', 'Pertanyaan “Z\\.1” tidak ada di instrumen\\.'),
      fault(6, 'Mulai', 'Isi tanggal mulai\\.'),
      fault(6, 'Tenggat', 'Isi tenggat\\.'),
      fault(7, 'Tenggat', 'Tenggat mendahului tanggal mulai\\.'),
      fault(8, 'Tahun', 'Mulai dan tenggatnya berada di luar tahun rencana ini\\.'),
      fault(9, 'Uraian yang didukung', 'Sebutkan sasaran atau hasil yang didukung\\.'),
      fault(10, 'Target', 'Isi target indikator ini\\.'),
      fault(11, 'Penanggung jawab', 'Beberapa pegawai bernama ini\\.'),
      fault(12, 'Tanggal kemajuan', 'Tanggal ini belum tiba\\.'),
      fault(13, 'Tanggal kemajuan', 'Mendahului tanggal mulai 5 Januari 2026\\.'),
      fault(14, 'Tanggal kemajuan', 'Isi tanggal kemajuan\\.'),
      fault(15, 'Kemajuan \\(%\\)', 'Isi persen kemajuan\\.'),
      fault(16, 'Tanggal kemajuan', 'Isi tanggal dan persen kemajuannya\\.'),
      fault(17, 'Mulai', 'Periksa tahunnya\\.'),
      fault(17, 'Kemajuan \\(%\\)', 'Tulis angka bulat 0 sampai 100\\.'),
    ])
      expect(answer.text).toMatch(expected)
    expect(tokenOf(answer.text)).toBe('')
    expect(await goalsOf(office)).toHaveLength(1)
  })

  it.each([
    ['a missing column', 'Tahun;Mulai', 'Kolom “Sasaran” tidak ada.'],
    ['an unknown column', `${HEADER};Anggaran`, 'Kolom “Anggaran” tidak dikenal.'],
  ])('refuses a header with %s', async (_, header, message) => {
    const answer = await upload(`${header}\n${'x;'.repeat(17)}x`, 'rencana.csv')
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(message)
  })

  it('changes what stands when it is told to, and leaves what an empty cell does not say', async () => {
    const goal = await addGoal(office, { title: 'Memangkas antrean' })
    await office.house.services.entries.chooseQuestions(await office.actor('chair'), goal, {
      shown: [],
      chosen: ['A.I.1.i.a'],
    })
    await report(office, goal, { reportedOn: '2026-03-01', percent: '40' })
    const preview = await csv(['2026;memangkas antrean;;;Pokja 6;;2026-10-31;;;;10;;;2026-03-12;55;;'], {
      update: 'ya',
    })
    expect(preview.text).toContain('Simpan 1 baris')
    expect((await run(preview.text)).status).toBe(303)
    expect(await goalsOf(office)).toMatchObject([
      {
        title: 'Memangkas antrean',
        owner: 'Pokja 6',
        startsOn: '2026-02-01',
        dueOn: '2026-10-31',
        baseline: '40',
        target: '10',
        percent: 55,
        reportedOn: '2026-03-12',
        version: 2,
      },
    ])
    const supports = await office.house.services.entries.supportsOf([goal])
    expect(supports.get(goal)).toEqual({ areas: ['2', '6'], questions: ['A.I.1.i.a'] })
  })

  it('tells of progress alone where a file says nothing else', async () => {
    await addGoal(office, { title: 'Memangkas antrean' })
    const preview = await upload(
      'Tahun;Sasaran;Tanggal kemajuan;Kemajuan (%)\n2026;Memangkas antrean;12/03/2026;55%',
      'kemajuan.csv',
      { update: 'ya' },
    )
    expect((await run(preview.text)).status).toBe(303)
    expect(await goalsOf(office)).toMatchObject([{ percent: 55, version: 1 }])
    expect((await eventsOf(office)).map(event => event.action)).toEqual(['add-goal', 'report-progress'])
  })

  it('does not move a first day behind a report that does not say why it came earlier', async () => {
    const goal = await addGoal(office, { title: 'Memangkas antrean' })
    await report(office, goal, { reportedOn: '2026-02-15', percent: '10' })
    const moved = (day: string) =>
      upload(`Tahun;Sasaran;Mulai\n2026;Memangkas antrean;${day}`, 'mulai.csv', { update: 'ya' })
    const late = await moved('2026-02-16')
    expect(late.status).toBe(422)
    expect(late.text).toMatch(
      fault(2, 'Mulai', 'Ada kemajuan tanpa catatan per 15 Februari 2026, sebelum tanggal ini\\.'),
    )
    expect((await run((await moved('2026-02-15')).text)).status).toBe(303)
    expect(await goalsOf(office)).toMatchObject([{ startsOn: '2026-02-15', percent: 10 }])
  })

  it('reads again what the register gave out, and finds nothing to do', async () => {
    await office.keep({ name: 'Joko Wasesa', nip: NIP })
    const goal = await addGoal(office, { owner: 'Joko Wasesa' })
    await report(office, goal, { reportedOn: '2026-03-01', percent: '40', obstacle: 'Server lambat.' })
    await report(office, goal, { reportedOn: '2026-03-12', percent: '30', note: 'Loket ditutup; 2 hari.' })
    await addGoal(office, {
      title: 'Tanpa apa-apa',
      serves: 'none',
      served: '',
      owner: '',
      indicator: '',
      baseline: '',
      target: '',
      unit: '',
    })
    for (const format of ['csv', 'xlsx']) {
      const file = await chair
        .get(`${paths.actionPlanTable(office.satker.id)}?tahun=semua&format=${format}`)
        .buffer()
        .parse((answer, done) => {
          const parts: Buffer[] = []
          answer.on('data', (part: Buffer) => parts.push(part))
          answer.on('end', () => done(null, Buffer.concat(parts)))
        })
      const preview = await upload(file.body as Buffer, `rencana.${format}`, { update: 'ya' })
      expect(preview.text).toContain('Isi berkas sama dengan data yang ada.')
    }
  })

  it('takes the template as it is downloaded, and a workbook whose formulas are text', async () => {
    const template = await chair.get(`${paths.importActionPlanTemplate(office.satker.id)}?format=csv`)
    expect((await upload(template.text, 'templat.csv')).text).toContain('Simpan 2 baris')
    const cells = [
      '2026',
      '=1+1',
      '',
      '',
      '@SUM(A1)',
      '2026-01-05',
      '2026-03-31',
      ...Array<string>(10).fill(''),
    ]
    const book = await writeTable({ sheet: 'rencana', header: HEADER.split(';'), rows: [cells] }, 'xlsx')
    expect((await run((await upload(book, 'rencana.xlsx')).text)).status).toBe(303)
    expect(await goalsOf(office)).toMatchObject([{ title: '=1+1', owner: '@SUM(A1)' }])
    const file = await chair.get(`${paths.actionPlanTable(office.satker.id)}?format=csv`)
    expect(file.text).toContain(`;'=1+1;`)
  })

  it('meets a goal that was added between the check and the run', async () => {
    const preview = await csv(['2026;Memangkas antrean;;;;2026-01-05;2026-03-31;;;;;;;;;;'])
    await addGoal(office, { title: 'Memangkas antrean' })
    const late = await run(preview.text)
    expect(late.status).toBe(422)
    expect(late.text).toContain('Sudah tercatat dalam rencana tahun ini.')
    expect(await goalsOf(office)).toHaveLength(1)
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
      .attach('file', Buffer.from('x'), 'rencana.csv')
    expect(sent.status).toBe(status)
    expect((await agent.get(paths.importActionPlanTemplate(office.satker.id))).status).toBe(status)
  })

  it('of five thousand goals takes the statements of a few', async () => {
    const statementsOf = async (rows: readonly string[]) => {
      const preview = await csv(rows)
      office.house.statements.length = 0
      expect((await run(preview.text)).status).toBe(303)
      return office.house.statements.length
    }
    const row = (place: number, year: number) =>
      `${year};Sasaran ${place};;;Pokja ${place % 6};${year}-01-05;${year}-03-31;;;;;${1 + (place % 6)};A.I.1.i.a;${year}-03-01;20;;`
    const few = await statementsOf([row(1, 2026)])
    const many = Array.from({ length: 5_000 }, (_, place) => row(place, 2016 + (place % 10)))
    expect(await statementsOf(many)).toBe(few)
    expect(await goalsOf(office)).toHaveLength(5_001)
  }, 60_000)

  it('takes no more than five hundred goals into a year, from a file, a form or another year', async () => {
    const tooMany = 'Rencana satu tahun memuat paling banyak 500 sasaran.'
    const row = (place: number, year = 2026) =>
      `${year};Sasaran ${place};;;;${year}-01-05;${year}-03-31;;;;;;;;;;`
    const rows = Array.from({ length: 501 }, (_, place) => row(place))
    const refused = await csv(rows)
    expect(refused.status).toBe(422)
    expect(refused.text).toMatch(fault(502, 'Tahun', tooMany))
    expect((await run((await csv([...rows.slice(1), row(1, 2025)])).text)).status).toBe(303)
    expect((await csv([row(0)])).text).toMatch(fault(2, 'Tahun', tooMany))
    expect((await csv([row(1)], { update: 'ya' })).text).toContain('Tidak ada yang perlu disimpan.')
    const added = await addByForm(office, { year: '2026' })
    expect(added.status).toBe(422)
    expect(faultAt(added.text, 'year')).toContain(tooMany)
    const { plan, planCopy, registerUnits } = office.house.services
    const actor = await office.actor('chair')
    const unit = await registerUnits.toKeep(actor, office.satker.id)
    const other = (await plan.goalsOf(unit.satkerId)).find(goal => goal.year === 2025)
    const copied = await planCopy
      .copy(
        actor,
        unit,
        { from: 2026, to: 2025 },
        (await plan.goalsOf(unit.satkerId, 2026)).map(({ id }) => id),
      )
      .catch((error: unknown) => error)
    expect(copied).toBe(499)
    const moved = await post(chair, paths.editGoal(other!.id), paths.editGoal(other!.id), {
      ...FORM,
      year: '2026',
      version: other!.version,
    })
    expect(moved.status).toBe(422)
    expect(faultAt(moved.text, 'year')).toContain(tooMany)
  }, 60_000)
})
