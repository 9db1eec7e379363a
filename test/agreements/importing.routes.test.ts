import { paths } from '../../src/paths'
import { writeTable } from '../../src/spreadsheets/write-table'
import { post, tokenIn, type Browser } from '../support/house'
import { addByForm, eventsOf, faultAt, openOffice, type Office, type Who } from './agreement-office'

const HEADER =
  'Nomor;Judul;Lingkup;Jenis;Mitra;Jenis mitra;Ruang lingkup;Ditandatangani;Penanda tangan;Berlaku mulai;Berlaku sampai;Evaluasi (bulan);Publikasi;Area;Pertanyaan'
const TASKS = 'Nomor kerja sama;Tugas;Penanggung jawab;Tenggat;Terlaksana;Hasil'
const GOOD =
  'A-1;Layanan kesehatan;Dalam negeri;PKS;Dinas Kesehatan;Pemerintah daerah;Pemeriksaan.;12/01/2026;Kepala;2026-01-15;31/12/2027;6;ya;6; A.I.6.i.a'

describe('importing agreements and their plans', () => {
  let office: Office
  let chair: Browser
  beforeEach(async () => {
    office = await openOffice()
    chair = await office.browserOf('chair')
  })
  afterEach(() => office.close())

  const page = () => paths.importAgreements(office.units.satker.id)
  const plansPage = () => paths.importAgreementPlans(office.units.satker.id)
  const upload = async (
    at: string,
    bytes: Buffer | string,
    name: string,
    fields: Record<string, string> = {},
  ) => {
    const sending = chair.post(at).field('_csrf', tokenIn((await chair.get(at)).text))
    for (const [field, value] of Object.entries(fields)) void sending.field(field, value)
    return sending.attach('file', Buffer.from(bytes), name)
  }
  const csv = (rows: readonly string[], fields?: Record<string, string>) =>
    upload(page(), [HEADER, ...rows].join('\n'), 'kerja-sama.csv', fields)
  const plans = (rows: readonly string[], fields?: Record<string, string>) =>
    upload(plansPage(), [TASKS, ...rows].join('\n'), 'rencana.csv', fields)
  const tokenOf = (preview: string) => /name="token" value="([^"]+)"/.exec(preview)?.[1] ?? ''
  const run = (preview: string, at = page()) =>
    post(chair, at, at.replace(/impor$/, 'impor/pelaksanaan'), { token: tokenOf(preview) })
  const fault = (row: number, column: string, message: string) =>
    new RegExp(`<td[^>]*>${row}</td><td[^>]*>${column.replace(/[()]/g, '\\$&')}</td><td[^>]*>${message}`)

  it('is tried before it is kept, and kept as a whole with what it supports', async () => {
    const preview = await csv([
      GOOD,
      'A-2;Kunjungan studi;luar negeri;Pernyataan kehendak (LoI);Kementerian Asing;foreign;Studi.;2026-02-01;;2026-02-01;2026-12-31;;;;',
    ])
    expect(preview.text).toContain('Simpan 2 baris')
    expect(await office.agreements()).toEqual([])
    expect((await run(preview.text)).status).toBe(303)
    const rows = await office.agreements()
    expect(rows).toMatchObject([
      {
        number: 'A-1',
        kind: 'pks',
        partnerKind: 'region',
        signedOn: '2026-01-12',
        validUntil: '2027-12-31',
        evaluateEvery: 6,
        nextEvaluationOn: '2026-07-15',
      },
      { number: 'A-2', realm: 'foreign', kind: 'intent', evaluateEvery: 0, nextEvaluationOn: null },
    ])
    expect(
      await office.house.database.query('SELECT kind, target FROM entry_supports ORDER BY kind'),
    ).toEqual([
      { kind: 'area', target: '6' },
      { kind: 'question', target: 'A.I.6.i.a' },
    ])
    expect((await eventsOf(office.house)).map(({ action }) => action)).toEqual([
      'add-agreement',
      'add-agreement',
    ])
  })

  it('names every fault by row and column, and keeps nothing', async () => {
    await office.keep({ number: 'Lama-1' })
    const answer = await csv([
      GOOD,
      GOOD,
      GOOD.replace('A-1', 'Lama-1'),
      GOOD.replace('A-1', 'B-1').replace('PKS', 'Kontrak'),
      GOOD.replace('A-1', 'B-2').replace('31/12/2027', '2026-01-14'),
      GOOD.replace('A-1', 'B-3').replace('12/01/2026', '12-01-2026'),
      GOOD.replace('A-1', 'B-4').replace('12/01/2026', '2026-03-13'),
      GOOD.replace('A-1', 'B-5').replace(';6;ya;', ';5;mungkin;'),
      GOOD.replace('A-1', 'B-6').replace('PKS', 'Perjanjian kerja sama luar negeri'),
      'B-7;;;;;;;;;;;;;;',
      GOOD.replace('A-1', 'B-8').replace('ya;6;', 'ya;9;'),
      GOOD.replace('A-1', 'B-9').replace('A.I.6.i.a', 'Z.9'),
      GOOD.replace('A-1', 'B-10').replace('2026-01-15;31/12/2027', '2025-01-15;11/01/2026'),
    ])
    expect(answer.status).toBe(422)
    for (const expected of [
      fault(3, 'Nomor', 'Nomor ini sudah ada di baris 2\\.'),
      fault(4, 'Nomor', 'Nomor ini sudah tercatat\\.'),
      fault(5, 'Jenis', 'Tulis salah satu: Nota kesepahaman'),
      fault(6, 'Berlaku sampai', 'Akhir masa berlaku mendahului mulainya\\.'),
      fault(7, 'Ditandatangani', 'Tulis tanggal seperti 2026-01-30 atau 30/01/2026\\.'),
      fault(8, 'Ditandatangani', 'Tanggal tanda tangan belum terjadi\\.'),
      fault(9, 'Evaluasi (bulan)', 'Tulis 0, 3, 6, atau 12\\.'),
      fault(9, 'Publikasi', 'Tulis ya atau tidak\\.'),
      fault(10, 'Jenis', 'Jenis ini hanya untuk kerja sama luar negeri\\.'),
      fault(11, 'Judul', 'Isi judul kerja sama\\.'),
      fault(11, 'Berlaku mulai', 'Isi mulai berlakunya\\.'),
      fault(12, 'Area', 'Area “9” tidak dikenal\\.'),
      fault(13, 'Pertanyaan', 'Pertanyaan “Z.9” tidak ada di instrumen\\.'),
      fault(14, 'Ditandatangani', 'Tanda tangan sesudah akhir masa berlaku\\.'),
    ])
      expect(answer.text).toMatch(expected)
    expect(tokenOf(answer.text)).toBe('')
    expect(await office.agreements()).toHaveLength(1)
  })

  it.each([
    ['a missing column', HEADER.replace('Nomor;', ''), 'Kolom “Nomor” tidak ada.'],
    ['an unknown column', `${HEADER};Nilai rupiah`, 'Kolom “Nilai rupiah” tidak dikenal.'],
  ])('refuses a header with %s', async (_, header, message) => {
    const answer = await upload(page(), `${header}\n${GOOD}`, 'kerja-sama.csv')
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(message)
  })

  it('changes what stands when it is told to, and leaves what an empty cell does not say', async () => {
    await office.keep({ number: 'Lama-1', published: true })
    const preview = await csv(['lama-1;;;;RSUD Kota;;;;;;;12;;;'], { update: 'ya' })
    expect(preview.text).toContain('Simpan 1 baris')
    expect((await run(preview.text)).status).toBe(303)
    const [row] = await office.agreements()
    expect(row).toMatchObject({
      number: 'Lama-1',
      partner: 'RSUD Kota',
      title: 'Layanan kesehatan keliling',
      evaluateEvery: 12,
      nextEvaluationOn: '2027-01-15',
      version: 2,
    })
    expect(await office.house.database.query('SELECT target FROM entry_supports')).toEqual([{ target: '6' }])
  })

  it('does not leave a task outside of a term that a file shortens', async () => {
    await office.keep({ number: 'Lama-1' }, [['2027-06-30', null]])
    const answer = await csv(['Lama-1;;;;;;;;;;2027-06-29;;;;'], { update: 'ya' })
    expect(answer.text).toMatch(fault(2, 'Berlaku sampai', 'Ada tugas yang tenggatnya di luar'))
  })

  it('brings tasks with what came of them', async () => {
    await office.keep({ number: 'A-1' })
    const preview = await plans([
      'a-1;Pemeriksaan I;Subseksi Pelayanan;31/03/2026;;',
      'A-1;Sosialisasi;Urusan Umum;2026-02-28;20/02/2026;84 orang hadir.',
    ])
    expect(preview.text).toContain('Simpan 2 baris')
    expect((await run(preview.text, plansPage())).status).toBe(303)
    expect(await office.tasks()).toMatchObject([
      { title: 'Sosialisasi', doneOn: '2026-02-20', result: '84 orang hadir.' },
      { title: 'Pemeriksaan I', dueOn: '2026-03-31', doneOn: null },
    ])
    expect((await eventsOf(office.house)).map(({ action }) => action)).toEqual([
      'add-agreement-task',
      'add-agreement-task',
    ])
    const done = await plans(['A-1;Pemeriksaan I;;;2026-03-10;Selesai.'], { update: 'ya' })
    await run(done.text, plansPage())
    expect((await eventsOf(office.house)).at(-1)?.action).toBe('realise-agreement-task')
    const entry = await office.house.database.one<{ summary: string }>('SELECT summary FROM register_entries')
    expect(entry?.summary).toContain('2 dari 2 tugas terlaksana')
  })

  it('names every fault of a plan by row and column, and keeps nothing', async () => {
    await office.keep({ number: 'A-1' }, [['2026-06-30', null]])
    const answer = await plans([
      'B-9;Sosialisasi;Umum;2026-02-28;;',
      'A-1;Di luar;Umum;2026-01-14;;',
      'A-1;Terlalu dini;Umum;2026-02-28;2026-01-14;',
      'A-1;Belum;Umum;2026-02-28;2026-03-13;',
      'A-1;Tanpa tanggal;;;;Ada hasil.',
      'A-1;Tugas 1;Umum;2026-02-28;;',
      'A-1;Kembar;Umum;2026-02-28;;',
      'A-1;kembar;Umum;2026-02-28;;',
    ])
    for (const expected of [
      fault(2, 'Nomor kerja sama', 'Tidak ada kerja sama dengan nomor ini di unit ini\\.'),
      fault(3, 'Tenggat', 'Tenggat mendahului masa berlaku kerja sama\\.'),
      fault(4, 'Terlaksana', 'Realisasi mendahului masa berlaku kerja sama\\.'),
      fault(5, 'Terlaksana', 'Tanggal realisasi belum terjadi\\.'),
      fault(6, 'Penanggung jawab', 'Isi penanggung jawabnya\\.'),
      fault(6, 'Tenggat', 'Isi tenggat tugas\\.'),
      fault(6, 'Terlaksana', 'Isi tanggal realisasinya\\.'),
      fault(7, 'Tugas', 'Tugas ini sudah tercatat\\.'),
      fault(9, 'Tugas', 'Tugas ini sudah ada di baris 8\\.'),
    ])
      expect(answer.text).toMatch(expected)
    expect(await office.tasks()).toHaveLength(1)
  })

  it('reads again what the register gave out, and finds nothing to do', async () => {
    await run((await csv([GOOD])).text)
    await run((await plans(['A-1;Sosialisasi;Umum;2026-02-28;20/02/2026;Hadir.'])).text, plansPage())
    for (const [table, at] of [
      [paths.agreementsTable(office.units.satker.id), page()],
      [paths.agreementPlansTable(office.units.satker.id), plansPage()],
    ] as const)
      for (const format of ['csv', 'xlsx']) {
        const file = await chair
          .get(`${table}?format=${format}`)
          .buffer()
          .parse((answer, done) => {
            const parts: Buffer[] = []
            answer.on('data', (part: Buffer) => parts.push(part))
            answer.on('end', () => done(null, Buffer.concat(parts)))
          })
        const preview = await upload(at, file.body as Buffer, `berkas.${format}`, { update: 'ya' })
        expect(preview.text).toContain('Isi berkas sama dengan data yang ada.')
      }
  })

  it('takes the templates as they are downloaded, and formulas as text', async () => {
    const template = await chair.get(`${paths.importAgreementsTemplate(office.units.satker.id)}?format=csv`)
    await run((await upload(page(), template.text, 'templat.csv')).text)
    const plan = await chair.get(`${paths.importAgreementPlansTemplate(office.units.satker.id)}?format=csv`)
    expect((await upload(plansPage(), plan.text, 'templat.csv')).text).toContain('Simpan 2 baris')
    const cells = GOOD.replace('A-1', '=1+1').replace('Layanan kesehatan', '=SUM(A1)').split(';')
    const book = await writeTable({ sheet: 'x', header: HEADER.split(';'), rows: [cells] }, 'xlsx')
    await run((await upload(page(), book, 'kerja-sama.xlsx')).text)
    expect((await office.agreements())[0]).toMatchObject({ number: '=1+1', title: '=SUM(A1)' })
  })

  it('does not run for one unit what was checked for another', async () => {
    const preview = await csv([GOOD])
    const answer = await post(chair, page(), paths.importAgreementsRun(office.units.neighbour.id), {
      token: tokenOf(preview.text),
    })
    expect(answer.status).toBe(404)
    expect(await office.agreements()).toEqual([])
  })

  it.each([
    ['viewer', 403],
    ['companion', 403],
    ['neighbour', 404],
  ] as const)('is not for the %s', async (who: Who, status) => {
    const agent = await office.browserOf(who)
    const token = tokenIn((await agent.get(paths.ownAccount())).text)
    for (const at of [page(), plansPage()]) {
      const sent = await agent.post(at).field('_csrf', token).attach('file', Buffer.from('x'), 'berkas.csv')
      expect(sent.status).toBe(status)
      expect((await agent.get(`${at}/templat`)).status).toBe(status)
    }
  })

  it('of thousands of rows takes the statements of a few, and no more than two thousand agreements', async () => {
    const statementsOf = async (rows: readonly string[]) => {
      const preview = await csv(rows)
      office.house.statements.length = 0
      expect((await run(preview.text)).status).toBe(303)
      return office.house.statements.length
    }
    const few = await statementsOf([GOOD])
    const many = Array.from({ length: 1_999 }, (_, place) => GOOD.replace('A-1', `N-${place}`))
    const tooMany = 'Satu unit mencatat paling banyak 2.000 kerja sama.'
    const refused = await csv([...many, GOOD.replace('A-1', 'N'), GOOD.replace('A-1', 'M')])
    expect(refused.text).toMatch(fault(2_001, 'Nomor', tooMany))
    expect(await statementsOf(many)).toBe(few)
    const added = await addByForm(office, 'member')
    expect(added.status).toBe(422)
    expect(added.text).toMatch(faultAt('number', tooMany))
    const tasks = Array.from(
      { length: 5_000 },
      (_, place) => `N-${place % 1_999};Sosialisasi ${place};Umum;2026-02-28;2026-02-20;`,
    )
    const preview = await plans(tasks)
    office.house.statements.length = 0
    expect((await run(preview.text, plansPage())).status).toBe(303)
    expect(office.house.statements.length).toBeLessThan(25)
    expect(await office.tasks()).toHaveLength(5_000)
  }, 90_000)
})
