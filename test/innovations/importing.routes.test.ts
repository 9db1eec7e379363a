import { paths } from '../../src/paths'
import { INNOVATION_TEMPLATE } from '../../src/innovations/innovation-columns'
import { Innovation } from '../../src/innovations/innovation.entity'
import { proofsCell } from '../../src/innovations/need-proofs'
import { writeTable } from '../../src/spreadsheets/write-table'
import { openOffice, type Office, type Who } from '../roster/roster-office'
import { tokenIn } from '../support/house'
import { faultAt, importDesk, type ImportDesk } from './import-desk'
import { complaint, innovationEvents, innovationRows, keepInnovations, supports } from './innovation-office'

const HEADER = INNOVATION_TEMPLATE.header.join(';')
/** A row with the named columns filled. */
const row = (cells: Record<string, string>): string =>
  INNOVATION_TEMPLATE.header.map(title => `"${(cells[title] ?? '').replaceAll('"', '""')}"`).join(';')
const fair = (more: Record<string, string> = {}) =>
  row({ Nama: 'Antrean daring', 'Kebutuhan atau masalah': 'Antrean panjang', Mulai: '03/03/2025', ...more })

describe('importing innovations', () => {
  let office: Office
  let desk: ImportDesk
  beforeEach(async () => {
    office = await openOffice()
    desk = importDesk(
      await office.browserOf('member'),
      paths.importInnovations(office.satker.id),
      paths.importInnovationsRun(office.satker.id),
    )
  })
  afterEach(() => office.close())

  const csv = (rows: readonly string[], fields?: Record<string, string>) =>
    desk.csv([HEADER, ...rows], fields)

  it('is tried before it is kept, and kept as a whole', async () => {
    const agent = await office.keep({ name: 'Bagas Hendrawan, S.H.', agentFrom: '2025-01-01' })
    const preview = await csv([
      fair({
        'Lebih baik bila': 'rendah',
        Indikator: 'Lama menunggu',
        'Nilai sebelum': '40',
        'Sebelum diukur': '2025-02-14',
        'Nilai sesudah': '12,50',
        'Sesudah diukur': '12/09/2025',
        'Direplikasi oleh': 'Rutan Muara Bening (2025-11-03); Kanim Bahari (05/12/2025)',
        'Agen perubahan': 'bagas hendrawan, s.h.',
        'Jumlah pengguna': '1250',
        ATM: 'Tiru',
        'Unit asal': 'Kanim Bahari',
        Area: '6; 2',
        Pertanyaan: 'A.II.1.i.a',
      }),
      fair({ Nama: 'Drop box' }),
    ])
    expect(preview.text).toContain('Simpan 2 baris')
    expect(await innovationRows(office)).toEqual([])
    expect((await desk.run(preview.text)).headers['location']).toBe(paths.innovations(office.satker.id))
    expect((await innovationRows(office))[0]).toMatchObject({
      name: 'Antrean daring',
      startedOn: '2025-03-03',
      afterValue: '12.5',
      afterOn: '2025-09-12',
      atm: 'copied',
      copies: [
        { unit: 'Rutan Muara Bening', on: '2025-11-03' },
        { unit: 'Kanim Bahari', on: '2025-12-05' },
      ],
      agents: [agent],
    })
    expect([await supports(office, 'area'), await supports(office, 'question')]).toEqual([
      ['2', '6'],
      ['A.II.1.i.a'],
    ])
    const events = await innovationEvents(office)
    expect(events.map(event => [event.action, event.role])).toEqual([
      ['add-innovation', 'member'],
      ['add-innovation', 'member'],
    ])
  })

  it('names every fault by row and column, and keeps nothing', async () => {
    await keepInnovations(office, office.satker.id, [{ name: 'Sudah ada' }])
    await office.keep({ name: 'Eka', agentFrom: '2025-01-01' })
    await office.keep({ name: 'Eka', agentFrom: '2025-01-01' })
    const answer = await csv([
      fair(),
      fair({ Nama: 'ANTREAN  DARING' }),
      fair({ Nama: 'sudah ada' }),
      fair({ Nama: '' }),
      fair({ Nama: 'a', 'Kebutuhan atau masalah': '' }),
      fair({ Nama: 'b', Mulai: '' }),
      fair({ Nama: 'c', Mulai: '2025-02-30' }),
      fair({ Nama: 'd', Indikator: 'x', 'Nilai sesudah': '3', 'Sesudah diukur': '2025-09-12' }),
      fair({ Nama: 'e', Indikator: 'x', 'Nilai sebelum': '1.250', 'Sebelum diukur': '2025-01-01' }),
      fair({ Nama: 'f', ATM: 'meniru' }),
      fair({ Nama: 'g', 'Direplikasi oleh': 'Rutan Muara Bening' }),
      fair({ Nama: 'h', 'Agen perubahan': 'Siapa' }),
      fair({ Nama: 'i', 'Agen perubahan': 'Eka' }),
      fair({ Nama: 'j', Area: '9' }),
      fair({ Nama: 'k', Pertanyaan: 'A.9' }),
      fair({ Nama: 'l', 'Direplikasi oleh': 'Rutan Muara Bening (2025-01-01)' }),
      fair({ Nama: 'm', 'Tautan bukti kebutuhan': 'ftp://contoh.go.id' }),
      fair({ Nama: 'n', ATM: 'constructor' }),
      fair({ Nama: 'o', 'Lebih baik bila': '__proto__' }),
    ])
    expect(answer.status).toBe(422)
    for (const expected of [
      faultAt(3, 'Nama', 'Inovasi ini sudah ada di baris 2.'),
      faultAt(4, 'Nama', 'Inovasi ini sudah tercatat.'),
      faultAt(5, 'Nama', 'Isi nama inovasi.'),
      faultAt(6, 'Kebutuhan atau masalah', 'Isi kebutuhan atau masalah yang dijawab.'),
      faultAt(7, 'Mulai', 'Isi hari mulainya.'),
      faultAt(8, 'Mulai', 'Tulis tanggal seperti 2026-01-30 atau 30/01/2026.'),
      faultAt(9, 'Nilai sebelum', 'Isi nilai sebelum'),
      faultAt(10, 'Nilai sebelum', 'Titik di sini dapat berarti ribuan atau desimal'),
      faultAt(11, 'ATM', 'Tulis salah satu: amati, tiru, modifikasi.'),
      faultAt(12, 'Direplikasi oleh', 'Tulis seperti Kanim Bahari (2026-01-30)'),
      faultAt(13, 'Agen perubahan', 'Siapa bukan agen perubahan pada register pegawai.'),
      faultAt(14, 'Agen perubahan', 'Ada beberapa Eka.'),
      faultAt(15, 'Area', 'Area “9” tidak dikenal.'),
      faultAt(16, 'Pertanyaan', 'Pertanyaan “A.9” tidak ada di instrumen.'),
      faultAt(17, 'Direplikasi oleh', 'Replikasi mendahului mulainya inovasi.'),
      faultAt(18, 'Tautan bukti kebutuhan', 'Tulis tautan lengkap yang diawali https://.'),
      faultAt(19, 'ATM', 'Tulis salah satu: amati, tiru, modifikasi.'),
      faultAt(20, 'Lebih baik bila', 'Tulis salah satu: tinggi, rendah.'),
    ])
      expect(answer.text).toMatch(expected)
    expect(desk.tokenOf(answer.text)).toBe('')
    expect(await innovationRows(office)).toHaveLength(1)
    expect(await innovationEvents(office)).toEqual([])
  })

  it.each([
    ['a missing column', 'Kebutuhan atau masalah;Mulai', 'Kolom “Nama” tidak ada.'],
    ['an unknown column', `${HEADER};Anggaran`, 'Kolom “Anggaran” tidak dikenal.'],
  ])('refuses a header with %s', async (_, header, message) => {
    const answer = await desk.csv([header, 'x;x;x'])
    expect([answer.status, answer.text.includes(message)]).toEqual([422, true])
  })

  it('changes what stands when it is told to, and leaves what an empty cell does not say', async () => {
    const [id] = await keepInnovations(office, office.satker.id, [
      { name: 'Antrean daring', usedBy: 'Lansia', areas: ['2'], questions: ['A.II.1.i.a'] },
    ])
    const entry = await complaint(office, office.satker.id)
    await office.house.database.inTransaction(() =>
      office.house.services.entries.link(id!, 'answers', [entry]),
    )
    const preview = await csv([row({ Nama: 'antrean daring', 'Jumlah pengguna': '12', Area: '6' })], {
      update: 'ya',
    })
    expect((await desk.run(preview.text)).status).toBe(303)
    expect((await innovationRows(office))[0]).toMatchObject({
      id,
      name: 'antrean daring',
      need: 'Pemohon menunggu rata-rata 40 menit.',
      usedBy: 'Lansia',
      users: 12,
      version: 2,
      createdAt: '2026-01-05T00:00:00.000Z',
    })
    expect([await supports(office, 'area'), await supports(office, 'question')]).toEqual([
      ['6'],
      ['A.II.1.i.a'],
    ])
    expect((await office.read('chair', paths.innovation(id!))).text).toContain('Pengaduan Januari 2025')
  })

  it('reads again what the register gave out, and finds nothing to do', async () => {
    const agent = await office.keep({ name: 'Eka', agentFrom: '2025-01-01' })
    await keepInnovations(office, office.satker.id, [
      {
        name: 'Antrean; "daring"',
        need: 'Baris satu, "dua"; tiga',
        atm: 'modified',
        sourceUnit: 'Kanim',
        modification: 'Kuota',
        indicator: 'Lama',
        unit: 'menit',
        beforeValue: '-40.125',
        beforeOn: '2025-02-14',
        afterValue: '12.5',
        afterOn: '2025-09-12',
        users: 1250,
        copies: [{ unit: 'Rutan (lama)', on: '2025-11-03' }],
        integratedOn: '2025-10-01',
        integration: 'SOP 12/2025',
        agents: [agent],
        areas: ['2', '6'],
        questions: ['A.I.1.i.a', 'A.II.1.i.a'],
      },
      { name: 'Drop box', endedOn: '2025-12-31' },
    ])
    for (const format of ['csv', 'xlsx']) {
      const file = await desk.download(`${paths.innovationsTable(office.satker.id)}?format=${format}`)
      const preview = await desk.upload(file, `inovasi.${format}`, { update: 'ya' })
      expect(preview.text).toContain('Isi berkas sama dengan data yang ada.')
    }
  })

  it('names the entries that show a need, which only its page chooses', async () => {
    const [id] = await keepInnovations(office, office.satker.id, [{ name: 'Antrean daring' }])
    const entries = [
      await complaint(office, office.satker.id),
      await complaint(office, office.satker.id, 'Pengaduan   Maret'),
    ]
    await office.house.database.inTransaction(() =>
      office.house.services.entries.link(id!, 'answers', entries),
    )
    const table = (format: string) => `${paths.innovationsTable(office.satker.id)}?format=${format}`
    const named = 'Masukan: Pengaduan Januari 2025; Masukan: Pengaduan Maret'
    expect((await desk.download(table('csv'))).toString()).toContain(`"${named}"`)
    for (const format of ['csv', 'xlsx']) {
      const preview = await desk.upload(await desk.download(table(format)), `inovasi.${format}`, {
        update: 'ya',
      })
      expect(preview.text).toContain('Isi berkas sama dengan data yang ada.')
    }
    const other = 'Masukan: Pengaduan Mei'
    const refused = await csv(
      [
        row({ Nama: 'Antrean daring', 'Entri bukti kebutuhan': other }),
        fair({ Nama: 'Drop box', 'Entri bukti kebutuhan': named }),
      ],
      { update: 'ya' },
    )
    for (const line of [2, 3])
      expect(refused.text).toMatch(
        faultAt(line, 'Entri bukti kebutuhan', 'Entri bukti dipilih di halaman inovasi. Kosongkan sel ini.'),
      )
    await desk.run((await csv([row({ Nama: 'Antrean daring', Pengguna: 'Lansia' })], { update: 'ya' })).text)
    expect((await office.read('chair', paths.innovation(id!))).text).toContain('Pengaduan Januari 2025')
  })

  it('names as many of very many entries as a cell can be read again with', () => {
    const proofs = Array.from({ length: 90 }, (_, place) => ({
      id: String(place),
      register: 'inputs' as const,
      title: `Pengaduan tentang antrean ${place}`,
    }))
    const cell = proofsCell(proofs)
    expect(cell.length).toBeLessThanOrEqual(2_000)
    expect(cell).toMatch(/; dan \d+ entri lain$/)
    expect(proofsCell(proofs.slice(0, 2))).not.toContain('entri lain')
  })

  it('takes the template as it is downloaded, and a workbook whose formulas are text', async () => {
    const template = await desk.download(`${paths.importInnovationsTemplate(office.satker.id)}?format=csv`)
    expect((await desk.upload(template, 'templat.csv')).text).toContain('Simpan 1 baris')
    const { sheet, header } = INNOVATION_TEMPLATE
    const cells = header.map(
      title => ({ Nama: '=1+1', 'Kebutuhan atau masalah': '=SUM(A1)', Mulai: '2025-03-03' })[title] ?? '',
    )
    const book = await writeTable({ sheet, header, rows: [cells] }, 'xlsx')
    expect((await desk.run((await desk.upload(book, 'inovasi.xlsx')).text)).status).toBe(303)
    expect((await innovationRows(office)).map(one => [one.name, one.need])).toEqual([['=1+1', '=SUM(A1)']])
  })

  it('does not run for one satker what was checked for another', async () => {
    const preview = await csv([fair()])
    const answer = await desk.run(preview.text, paths.importInnovationsRun(office.neighbour.id))
    expect(answer.status).toBe(404)
    expect(await innovationRows(office)).toEqual([])
  })

  it.each([
    ['admin', 403],
    ['kanwil', 403],
    ['neighbour', 404],
  ] as const)('is not for the %s', async (who: Who, status) => {
    const agent = await office.browserOf(who)
    const sent = await agent
      .post(paths.importInnovations(office.satker.id))
      .field('_csrf', tokenIn((await agent.get(paths.ownAccount())).text))
      .attach('file', Buffer.from('x'), 'inovasi.csv')
    expect(sent.status).toBe(status)
    expect((await agent.get(paths.importInnovationsTemplate(office.satker.id))).status).toBe(status)
  })

  it('of five thousand innovations takes the statements of a few', async () => {
    const statementsOf = async (rows: readonly string[]) => {
      const preview = await csv(rows)
      office.house.statements.length = 0
      expect((await desk.run(preview.text)).status).toBe(303)
      return office.house.statements.length
    }
    const few = await statementsOf([fair({ Area: '1', Pertanyaan: 'A.II.1.i.a' })])
    const many = Array.from({ length: 5_000 }, (_, place) =>
      fair({ Nama: `Inovasi ${place}`, Area: '1', Pertanyaan: 'A.II.1.i.a' }),
    )
    expect(await statementsOf(many)).toBe(few)
    expect(await office.house.database.manager.getRepository(Innovation).count()).toBe(5_001)
  }, 60_000)
})
