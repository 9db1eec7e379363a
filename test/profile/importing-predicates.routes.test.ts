import { paths } from '../../src/paths'
import { faultAt, importDesk, type ImportDesk } from '../innovations/import-desk'
import { openOffice, type Office, type Who } from '../roster/roster-office'
import { tokenIn } from '../support/house'
import { heldRows, keepPredicate, profileEvents } from './profile-office'

const HEADER = 'Predikat;Diperoleh;Dicabut;Keputusan'

describe('importing the predicates of a satker', () => {
  let office: Office
  let desk: ImportDesk
  beforeEach(async () => {
    office = await openOffice()
    desk = importDesk(await office.browserOf('chair'), page(), paths.importPredicatesRun(office.satker.id))
  })
  afterEach(() => office.close())

  const page = () => paths.importPredicates(office.satker.id)
  const table = (format: string) => `${paths.predicatesTable(office.satker.id)}?format=${format}`
  const bring = async (rows: readonly string[], fields?: Record<string, string>) =>
    desk.run((await desk.csv([HEADER, ...rows], fields)).text)

  it('is tried before it is kept, and kept as a whole', async () => {
    const preview = await desk.csv([
      HEADER,
      'wbk;2020-12-10;03/05/2022;Kepmen 12/2020',
      'Wilayah birokrasi bersih dan melayani;10/12/2024;;Kepmen 21/2024',
    ])
    expect(preview.text).toContain('Simpan 2 baris')
    expect(await heldRows(office)).toEqual([])
    const answer = await desk.run(preview.text)
    expect([answer.status, answer.headers['location']]).toEqual([303, paths.profiles(office.satker.id)])
    expect(await heldRows(office)).toMatchObject([
      { predicate: 'WBK', heldSince: '2020-12-10', lostOn: '2022-05-03', decree: 'Kepmen 12/2020' },
      { predicate: 'WBBM', heldSince: '2024-12-10', lostOn: null, version: 1 },
    ])
    expect((await profileEvents(office)).map(({ action, role }) => [action, role])).toEqual([
      ['add-predicate', 'chair'],
      ['add-predicate', 'chair'],
    ])
  })

  it('names every fault by row and column, and keeps nothing', async () => {
    await keepPredicate(office, office.satker.id, { heldSince: '2024-12-10' })
    const answer = await desk.csv([
      HEADER,
      'WBX;2020-12-10;;Kepmen',
      'WBBM;;;Kepmen',
      'WBBM;2026-03-13;;Kepmen',
      'WBBM;2019-12-10;2026-03-13;Kepmen',
      'WBBM;2018-12-10;2018-12-09;Kepmen',
      'WBBM;2017-12-10;2018-01-01;',
      'WBK;2024-12-10;;Kepmen',
      'WBBM;2016-01-01;2016-02-01;Kepmen',
      'wbbm;01/01/2016;2016-02-01;Kepmen',
      'WBBM;0217-12-10;;Kepmen',
      'WBK;2024-12-11;;Kepmen tumpang tindih',
      'WBBM;2016-02-01;2016-03-01;Kepmen tumpang tindih',
    ])
    expect(answer.status).toBe(422)
    for (const expected of [
      faultAt(2, 'Predikat', 'Tulis salah satu: WBK'),
      faultAt(3, 'Diperoleh', 'Isi tanggal diperolehnya.'),
      faultAt(4, 'Diperoleh', 'Tanggal ini setelah hari ini.'),
      faultAt(5, 'Dicabut', 'Tanggal ini setelah hari ini.'),
      faultAt(6, 'Dicabut', 'Tanggal ini mendahului diperolehnya predikat.'),
      faultAt(7, 'Keputusan', 'Isi keputusan yang menetapkannya.'),
      faultAt(8, 'Diperoleh', 'Predikat sejak hari ini sudah tercatat.'),
      faultAt(10, 'Diperoleh', 'Predikat sejak hari ini sudah ada di baris 9.'),
      faultAt(11, 'Diperoleh', 'Periksa tahunnya.'),
      faultAt(12, 'Diperoleh', 'Predikat yang sama sudah tercatat dalam masa ini.'),
      faultAt(13, 'Diperoleh', 'Predikat yang sama sudah tercatat dalam masa ini.'),
    ])
      expect(answer.text).toMatch(expected)
    expect(desk.tokenOf(answer.text)).toBe('')
    expect(await heldRows(office)).toHaveLength(1)
  })

  it('tells of a loss when it is told to, which makes room for the next one in the same file', async () => {
    await keepPredicate(office, office.satker.id, { heldSince: '2020-12-10', decree: 'Kepmen 12/2020' })
    const rows = ['WBK;2022-12-12;;Kepmen 30/2022', 'WBK;2020-12-10;2022-05-03;']
    expect((await bring(rows, { update: 'ya' })).status).toBe(303)
    expect(await heldRows(office)).toMatchObject([
      { heldSince: '2020-12-10', lostOn: '2022-05-03', decree: 'Kepmen 12/2020', version: 2 },
      { heldSince: '2022-12-12', lostOn: null, version: 1 },
    ])
    expect((await profileEvents(office)).map(({ action }) => action)).toEqual([
      'add-predicate',
      'change-predicate',
    ])
  })

  it('reads again what the register gave out, also of an instrument that is gone', async () => {
    await keepPredicate(office, office.satker.id, { predicate: 'ZI-LAMA', heldSince: '2012-01-01' })
    await keepPredicate(office, office.satker.id, { heldSince: '2020-12-10', lostOn: '2022-05-03' })
    await keepPredicate(office, office.satker.id)
    for (const format of ['csv', 'xlsx']) {
      const file = await desk.download(table(format))
      const preview = await desk.upload(file, `berkas.${format}`, { update: 'ya' })
      expect(preview.text).toContain('Isi berkas sama dengan data yang ada.')
    }
    const exported = await office.house.database.query<{ after: string }>(
      `SELECT after FROM audit_events WHERE action = 'export-predicates'`,
    )
    expect(exported.map(({ after }) => after)).toEqual(['{"predicates":3}', '{"predicates":3}'])
  })

  it('takes the template as it is downloaded', async () => {
    const template = await desk.download(`${page()}/templat?format=xlsx`)
    expect((await desk.upload(template, 'templat.xlsx')).text).toContain('Simpan 2 baris')
  })

  it('is offered beside the predicates, to those who keep them', async () => {
    await keepPredicate(office, office.satker.id)
    const profile = paths.profiles(office.satker.id)
    const kept = await office.read('chair', profile)
    expect(kept.text).toContain(`href="${page()}"`)
    expect(kept.text).toContain(`href="${table('xlsx')}"`)
    const read = await office.read('kanwil', profile)
    expect(read.text).not.toContain(page())
    expect(read.text).toContain(`href="${table('xlsx')}"`)
    expect((await office.read('kanwil', table('csv'))).text).toContain('WBK;2024-12-10;;Kepmen 12/2024')
    expect((await office.read('neighbour', table('csv'))).status).toBe(404)
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

  it('of a hundred rows takes the statements of a few, and no more than a hundred fit', async () => {
    const statementsOf = async (rows: readonly string[]) => {
      const preview = await desk.csv([HEADER, ...rows])
      office.house.statements.length = 0
      expect((await desk.run(preview.text)).status).toBe(303)
      return office.house.statements.length
    }
    const few = await statementsOf(['WBBM;2024-12-10;;Kepmen'])
    const many = Array.from({ length: 100 }, (_, place) => {
      const day = new Date(Date.UTC(2001, 0, 1 + place)).toISOString().slice(0, 10)
      return `WBK;${day};${day};Kepmen ${place}`
    })
    expect((await desk.csv([HEADER, ...many])).text).toMatch(
      faultAt(101, 'Diperoleh', 'Satu satker mencatat paling banyak 100 predikat.'),
    )
    expect(await statementsOf(many.slice(1))).toBe(few)
    expect(await heldRows(office)).toHaveLength(100)
  })
})
