import { paths } from '../../src/paths'
import { faultAt, importDesk, type ImportDesk } from '../innovations/import-desk'
import { post, tokenIn } from '../support/house'
import { openActivities, POINT, type ActivitiesOffice, type Who } from './activities-office'

const HEADER = 'Tanggal kegiatan;Kegiatan;Butir;Penanggung jawab;Tenggat;Selesai'

describe('importing the points raised at activities', () => {
  let office: ActivitiesOffice
  let desk: ImportDesk
  let id: string
  beforeEach(async () => {
    office = await openActivities()
    id = await office.hold()
    desk = importDesk(await office.browserOf('member'), page(), paths.importPointsRun(office.satker.id))
  })
  afterEach(() => office.close())

  const page = () => paths.importPoints(office.satker.id)
  const table = (format: string) =>
    `${paths.satkerPointsTable(office.satker.id)}?keadaan=semua&format=${format}`
  const bring = async (rows: readonly string[], fields?: Record<string, string>) =>
    desk.run((await desk.csv([HEADER, ...rows], fields)).text)
  const GOOD = '2026-03-03;Rapat monitoring Maret;Perbaiki antrean;Ketua Pokja 6;2026-03-20;'

  it('is tried before it is kept, and changes the line that stands for the activity', async () => {
    const preview = await desk.csv([
      HEADER,
      GOOD,
      'Selasa, 3 Maret 2026;rapat  monitoring maret;Pasang papan alur;Urusan Umum;10/03/2026;09/03/2026',
    ])
    expect(preview.text).toContain('Simpan 2 baris')
    expect(await office.pointsOf(id)).toEqual([])
    const answer = await desk.run(preview.text)
    expect([answer.status, answer.headers['location']]).toEqual([303, paths.satkerPoints(office.satker.id)])
    const points = await office.pointsOf(id)
    expect(points).toHaveLength(2)
    expect(points).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ text: 'Perbaiki antrean', dueOn: '2026-03-20', doneOn: null, version: 1 }),
        expect.objectContaining({ text: 'Pasang papan alur', owner: 'Urusan Umum', doneOn: '2026-03-09' }),
      ]),
    )
    expect((await office.entryOf(id))?.summary).toMatch(/2 butir, 1 selesai$/)
    const told = await office.events()
    expect(told.slice(1).map(({ action, role }) => [action, role])).toEqual([
      ['add-point', 'member'],
      ['add-point', 'member'],
    ])
    expect(JSON.stringify(told)).not.toMatch(/Urusan Umum|Ketua Pokja/)
  })

  it('fills no activity beyond use, by one file or by several', async () => {
    const many = (from: number, amount: number) =>
      Array.from(
        { length: amount },
        (_, place) => `2026-03-03;Rapat monitoring Maret;Butir ${from + place};Umum;2026-03-20;`,
      )
    expect((await desk.csv([HEADER, ...many(0, 301)])).text).toMatch(
      faultAt(302, 'Butir', 'Satu kegiatan memuat paling banyak 300 butir.'),
    )
    await bring(many(0, 299))
    expect((await desk.csv([HEADER, ...many(299, 2)])).text).toMatch(
      faultAt(3, 'Butir', 'Satu kegiatan memuat paling banyak 300 butir.'),
    )
    expect(await office.pointsOf(id)).toHaveLength(299)
    await bring(many(299, 1))
    const typed = await post(
      await office.browserOf('member'),
      paths.activity(id),
      paths.activityPoints(id),
      POINT,
    )
    expect([typed.status, typed.text]).toEqual([
      422,
      expect.stringContaining('Satu kegiatan memuat paling banyak 300 butir.'),
    ])
    expect(await office.pointsOf(id)).toHaveLength(300)
  })

  it('names every fault by row and column, and keeps nothing', async () => {
    await bring([GOOD])
    const answer = await desk.csv([
      HEADER,
      '2026-03-04;Rapat monitoring Maret;Hari lain;Umum;2026-03-20;',
      'Rabu, 3 Maret 2026;Rapat monitoring Maret;Hari salah;Umum;2026-03-20;',
      ';Rapat monitoring Maret;Tanpa hari;Umum;2026-03-20;',
      '2026-03-03;Rapat monitoring Maret;;Umum;2026-03-20;',
      '2026-03-03;Rapat monitoring Maret;Tanpa pemilik;;;',
      '2026-03-03;Rapat monitoring Maret;Terlalu dini;Umum;2026-03-02;2026-03-02',
      '2026-03-03;Rapat monitoring Maret;Belum tiba;Umum;2026-03-20;2026-03-13',
      GOOD,
      '2026-03-03;Rapat monitoring Maret;Kembar;Umum;2026-03-20;',
      '2026-03-03;Rapat monitoring Maret;kembar;Umum;2026-03-21;',
    ])
    expect(answer.status).toBe(422)
    for (const expected of [
      faultAt(2, 'Kegiatan', 'Tidak ada kegiatan dengan judul ini pada hari itu di satker ini.'),
      faultAt(3, 'Tanggal kegiatan', '3 Maret 2026 adalah hari Selasa, bukan Rabu.'),
      faultAt(4, 'Tanggal kegiatan', 'Isi tanggal kegiatan.'),
      faultAt(5, 'Butir', 'Isi butirnya.'),
      faultAt(6, 'Penanggung jawab', 'Isi penanggung jawabnya.'),
      faultAt(6, 'Tenggat', 'Isi tenggatnya.'),
      faultAt(7, 'Tenggat', 'Tenggat mendahului kegiatannya.'),
      faultAt(7, 'Selesai', 'Selesai sebelum kegiatannya.'),
      faultAt(8, 'Selesai', 'Hari selesainya belum tiba.'),
      faultAt(9, 'Butir', 'Butir ini sudah tercatat.'),
      faultAt(11, 'Butir', 'Butir ini sudah ada di baris 10.'),
    ])
      expect(answer.text).toMatch(expected)
    expect(desk.tokenOf(answer.text)).toBe('')
    expect(await office.pointsOf(id)).toHaveLength(1)
  })

  it('closes points when it is told to, and leaves what an empty cell does not say', async () => {
    await bring([GOOD])
    const closing = '2026-03-03;Rapat monitoring Maret;perbaiki antrean;;;2026-03-10'
    expect((await bring([closing], { update: 'ya' })).status).toBe(303)
    expect(await office.pointsOf(id)).toMatchObject([
      {
        text: 'Perbaiki antrean',
        owner: 'Ketua Pokja 6',
        dueOn: '2026-03-20',
        doneOn: '2026-03-10',
        version: 2,
      },
    ])
    expect((await office.events()).at(-1)?.action).toBe('close-point')
  })

  it('reads again what the register gave out, and finds nothing to do', async () => {
    const typed = { ...POINT, text: 'Baris satu\r\nbaris dua; "tanda"' }
    await post(await office.browserOf('member'), paths.activity(id), paths.activityPoints(id), typed)
    await bring([GOOD])
    for (const format of ['csv', 'xlsx']) {
      const file = await desk.download(table(format))
      const preview = await desk.upload(file, `berkas.${format}`, { update: 'ya' })
      expect(preview.text).toContain('Isi berkas sama dengan data yang ada.')
    }
  })

  it('takes the template as it is downloaded', async () => {
    await office.hold({ title: 'Rapat monitoring ZI bulan Maret' })
    const template = await desk.download(`${page()}/templat?format=xlsx`)
    expect((await desk.upload(template, 'templat.xlsx')).text).toContain('Simpan 2 baris')
  })

  it('is offered where the points are listed, to those who keep them', async () => {
    const list = paths.satkerPoints(office.satker.id)
    expect((await office.read('member', list)).text).toContain(`href="${page()}"`)
    expect((await office.read('kanwil', list)).text).not.toContain(page())
  })

  it.each([
    ['kanwil', 403],
    ['neighbour', 404],
  ] as const)('is not for the %s', async (who: Who, status) => {
    const agent = await office.browserOf(who)
    const token = tokenIn((await agent.get(paths.ownAccount())).text)
    const sent = await agent.post(page()).field('_csrf', token).attach('file', Buffer.from('x'), 'berkas.csv')
    expect(sent.status).toBe(status)
    expect((await agent.get(`${page()}/templat`)).status).toBe(status)
  })

  it('of thousands of rows takes the statements of a few', async () => {
    const statementsOf = async (rows: readonly string[]) => {
      const preview = await desk.csv([HEADER, ...rows])
      office.house.statements.length = 0
      expect((await desk.run(preview.text)).status).toBe(303)
      return office.house.statements.length
    }
    const few = await statementsOf([GOOD])
    for (let place = 0; place < 50; place++) await office.hold({ title: `Rapat ${place}` })
    const many = Array.from(
      { length: 5_000 },
      (_, place) => `2026-03-03;Rapat ${place % 50};Butir ${place};Umum;2026-03-20;`,
    )
    expect(await statementsOf(many)).toBe(few)
    const row = await office.house.database.one<{ n: number }>('SELECT COUNT(*) AS n FROM activity_points')
    expect(Number(row?.n)).toBe(5_001)
  }, 90_000)
})
