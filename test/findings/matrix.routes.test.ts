import { paths } from '../../src/paths'
import { addAssessment, addCycle, addPerson, addSatker, PASSWORD, type Unit } from '../support/cast'
import { signedIn } from '../support/house'
import { crowd } from './matrix-crowd'
import { cellsIn, openOffice, unitsIn, type Office } from './matrix-office'
import type { Who } from '../roster/roster-office'

const CALM = 'Lapas Tenang'
const DATED = 'Lapas Bertenggat'
const SHORT = 'Lapas Kurang Data'
const UNREAD = 'Kanim Tanjung Kirana'
const WORST = 'Rutan Terburuk'
const WARY = 'Lapas Waspada'

describe('the matrix of a region', () => {
  let office: Office
  const ids: Record<string, string> = {}
  beforeAll(async () => {
    office = await openOffice()
    for (const [name, code] of [
      [CALM, 'TNG'],
      [DATED, 'TGT'],
      [SHORT, 'KRG'],
      [WORST, 'BRK'],
      [WARY, 'WSP'],
    ] as const)
      ids[name] = await office.open(name, code)
    ids[UNREAD] = office.assessment
    await office.tell(ids[CALM]!, {
      verdict: 'siap-diajukan',
      pitfalls: ['bahaya', 'waspada'],
      readings: ['selesai', 'selesai'],
      said: { 1: ['diverifikasi', '2026-01-01'], 2: ['selesai', '2026-01-01'] },
      stage: 'diajukan',
      micro: 82_954_000,
    })
    for (const rule of ['pitfall-1', 'pitfall-2'])
      await office.rule(ids[CALM]!, rule, 'dismissed', '2026-03-11T01:00:00.000Z')
    await office.tell(ids[DATED]!, {
      verdict: 'siap-bersyarat',
      readings: ['belum', 'berjalan', 'belum', 'belum-cukup-data'],
      said: {
        1: ['belum', '2026-03-11'],
        2: ['berjalan', '2026-03-12'],
        3: ['belum', null],
        4: ['selesai', '2026-03-01'],
      },
      micro: 61_000_000,
    })
    await office.tell(ids[SHORT]!, {
      verdict: 'belum-siap',
      pitfalls: ['aman', 'belum-cukup-data'],
      micro: 50,
    })
    await office.tell(ids[WORST]!, {
      pitfalls: ['bahaya', 'bahaya', 'bahaya', 'aman', 'waspada', 'gagal'],
      readings: ['selesai', 'berjalan'],
      said: { 1: ['berjalan', '2026-02-01'], 2: ['diverifikasi', null] },
      micro: 40_000_000,
    })
    await office.tell(ids[WARY]!, { pitfalls: ['bahaya', 'waspada'], micro: 70_000_000 })
    await office.rule(ids[CALM]!, 'pitfall-4', 'dismissed', '2026-03-10T01:00:00.000Z')
    await office.rule(ids[WARY]!, 'pitfall-1', 'dismissed', '2026-03-10T01:00:00.000Z', 'other grounds')
    await office.rule(ids[WARY]!, 'pitfall-2', 'dismissed', '2026-03-10T01:00:00.000Z')
    await office.rule(ids[WARY]!, 'pitfall-2', 'confirmed', '2026-03-11T01:00:00.000Z')
  })
  afterAll(() => office.close())

  const matrix = (who: Who, query = '') => office.read(who, `${paths.matrix()}${query}`)
  const shown = async (query: string) => unitsIn((await matrix('kanwil', query)).text)

  it('puts those with dangers first, then those past a day, then what is to be watched, then what nobody read', async () => {
    expect(await shown('')).toEqual([WORST, WARY, DATED, UNREAD, SHORT, CALM])
  })

  it('says what people say of a recommendation, past its day or not, and where the registers differ', async () => {
    const { text } = await matrix('kanwil')
    expect(cellsIn(text, DATED)).toMatchObject({ R1: 'Lewat', R2: 'Berjalan', R3: 'Belum', R4: 'Selesai' })
    expect(cellsIn(text, WORST)).toMatchObject({ R1: 'Lewat beda', R2: 'Verif. beda', R3: 'Belum' })
    expect(cellsIn(text, CALM)).toMatchObject({ R1: 'Verif.', R2: 'Selesai' })
    office.house.now = new Date('2026-03-12T17:30:00.000Z')
    const nextDay = await signedIn(office.house, office.people.kanwil.login, PASSWORD)
    const { text: later } = await nextDay.get(paths.matrix())
    expect(cellsIn(later, DATED)).toMatchObject({ R1: 'Lewat', R2: 'Lewat' })
    office.house.now = new Date('2026-03-12T03:45:00.000Z')
  })

  it('says how a pitfall stands, and that it was dismissed as long as its grounds stand', async () => {
    const { text } = await matrix('kanwil')
    expect(cellsIn(text, WORST)).toMatchObject({
      H1: 'Bahaya',
      H4: 'Aman',
      H5: 'Waspada',
      H6: 'Gagal',
    })
    expect(cellsIn(text, SHORT)).toMatchObject({ H1: 'Aman', H2: 'Data kurang' })
    expect(cellsIn(text, CALM)).toMatchObject({
      H1: 'Diabaikan',
      H2: 'Diabaikan',
      H3: 'Aman',
      H4: 'Diabaikan',
    })
    expect(cellsIn(text, WARY)).toMatchObject({ H1: 'Bahaya', H2: 'Waspada' })
  })

  it('never calls safe what was never read', async () => {
    const { text } = await matrix('kanwil')
    const cells = Object.entries(cellsIn(text, UNREAD))
    expect(cells).toHaveLength(17)
    expect(new Set(cells.filter(([rule]) => rule.startsWith('H')).map(([, word]) => word))).toEqual(
      new Set(['Belum dibaca']),
    )
    expect(text).toContain('1 satker belum dibaca.')
  })

  it('leads from a cell to its grounds as they are now, and from the name to all findings of the unit', async () => {
    const { text } = await matrix('kanwil')
    expect(text).toContain(`href="${paths.finding(ids[WORST]!, 'pitfall-3')}?keadaan=sekarang"`)
    expect(text).toContain(`href="${paths.finding(ids[WORST]!, 'recommendation-5')}?keadaan=sekarang"`)
    expect(text).toContain(`href="${paths.findings(ids[WORST]!)}?keadaan=sekarang">${WORST}`)
    expect(text).toContain('<small>82,95 · siap</small>')
  })

  it('says in one sentence who bears the dangers, of all that the filters keep', async () => {
    expect((await matrix('kanwil')).text).toContain('Satu satker menanggung 3 dari 4 bahaya.')
    expect((await matrix('kanwil', `?cari=waspada`)).text).toContain(
      'Satu satker menanggung satu-satunya bahaya.',
    )
    expect((await matrix('kanwil', '?keadaan=siap-diajukan')).text).toContain('Tidak ada bahaya.')
    expect((await matrix('kanwil', '?cari=kirana')).text).toContain('Belum ada satker yang dibaca.')
    expect((await matrix('kanwil')).text).toContain('Enam satker, sebelas rekomendasi')
    expect((await matrix('kanwil')).text).toContain('2 rekomendasi lewat batas di 2 satker.')
  })

  it.each([
    ['?keadaan=bahaya', [WORST, WARY]],
    ['?keadaan=lewat', [WORST, DATED]],
    ['?keadaan=beda', [WORST]],
    ['?keadaan=kurang', [WORST, UNREAD, SHORT]],
    ['?keadaan=siap-diajukan', [CALM]],
    ['?keadaan=siap-bersyarat', [DATED]],
    ['?keadaan=belum-siap', [WORST, WARY, SHORT]],
    ['?tahap=diajukan', [CALM]],
    ['?tahap=final', []],
    ['?cari=rutan', [WORST]],
    ['?cari=wsp', [WARY]],
    ['?urut=nama', [UNREAD, DATED, SHORT, CALM, WARY, WORST]],
    ['?urut=-nama', [WORST, WARY, CALM, SHORT, DATED, UNREAD]],
    ['?urut=terbukti', [UNREAD, SHORT, WORST, DATED, WARY, CALM]],
    ['?urut=-terbukti', [CALM, WARY, DATED, WORST, SHORT, UNREAD]],
    ['?urut=-masalah', [CALM, SHORT, UNREAD, DATED, WARY, WORST]],
    ['?siklus=1999&wilayah=x&tahap=x&keadaan=x&urut=x&hal=x', [WORST, WARY, DATED, UNREAD, SHORT, CALM]],
  ])('is filtered and ordered by the address: %s', async (query, expected) => {
    expect(await shown(query)).toEqual(expected)
  })

  it('counts on each pill what it would keep', async () => {
    const { text } = await matrix('kanwil', '?keadaan=beda')
    const counts = [...text.matchAll(/>([A-Z][a-z ]+) <span class="n">(\d+)<\/span>/g)].map(
      ([, label, count]) => `${label} ${count}`,
    )
    expect(counts).toEqual([
      'Semua 6',
      'Ada bahaya 2',
      'Lewat batas 2',
      'Beda status 1',
      'Data kurang 3',
      'Siap 1',
      'Bersyarat 1',
      'Belum siap 3',
    ])
  })

  it('is for whoever watches over satker, and shows a kanwil nothing of another', async () => {
    expect(unitsIn((await matrix('stranger')).text)).toEqual([])
    expect((await matrix('stranger')).text).toContain('Belum ada penilaian untuk Anda.')
    expect(unitsIn((await matrix('centre')).text)).toHaveLength(6)
    for (const who of ['chair', 'head', 'member', 'admin', 'neighbour'] as const)
      for (const path of [paths.matrix, paths.matrixPaper, paths.matrixHistory])
        expect((await office.read(who, path())).status).toBe(403)
    const companion = await signedIn(office.house, office.companion.login, PASSWORD)
    expect(unitsIn((await companion.get(paths.matrix())).text)).toHaveLength(6)
    const ministry = (await office.house.database.one<Unit>(
      `SELECT id, path, name FROM satker WHERE level = 'ministry'`,
    ))!
    const reader = await addPerson(office.house, 'Gunadi Prasojo', 'reader', ministry)
    const reading = await signedIn(office.house, reader.login, PASSWORD)
    expect(unitsIn((await reading.get(paths.matrix())).text)).toHaveLength(6)
    expect((await reading.get(paths.matrix())).text).toContain(`href="${paths.matrix()}" aria-current="page"`)
    expect(unitsIn((await matrix('evaluator')).text)).toEqual([])
    await addPerson(office.house, 'Arum Setiawati', 'evaluator', office.satker)
    const assigned = await signedIn(office.house, 'arum.setiawati@contoh.go.id', PASSWORD)
    expect(unitsIn((await assigned.get(paths.matrix())).text)).toEqual([UNREAD])
  })

  it('goes on the wall without controls', async () => {
    const { text } = await matrix('kanwil', '?tampilan=layar')
    expect(text).not.toContain('role="search"')
    expect(text).toContain('Tampilan biasa')
    expect(unitsIn(text)).toHaveLength(6)
  })

  it('is printed landscape with its legend and what was chosen, every unit that the filters keep', async () => {
    const { text } = await office.read('kanwil', `${paths.matrixPaper()}?keadaan=bahaya&cari=a`)
    expect(text).toContain('mx-paper')
    expect(unitsIn(text)).toEqual([WORST, WARY])
    expect(text).toContain('<dd>Ada bahaya, &quot;a&quot;</dd>')
    expect(text).toContain('<dt>Keadaan</dt><dd>12 Maret 2026</dd>')
    expect(text).toContain('Satu satker menanggung 3 dari 4 bahaya.')
    expect(text).toContain('Verif. = diverifikasi')
    expect(cellsIn(text, WORST)).toMatchObject({ R1: 'Lewat beda', H1: 'Bahaya' })
    expect(unitsIn((await office.read('stranger', paths.matrixPaper())).text)).toEqual([])
  })

  it('is narrowed by the centre to one kanwil and to one cycle, the newest in which work goes on first', async () => {
    const { house, cycle } = office
    const other = (await house.database.one<Unit>(
      `SELECT id, path, name FROM satker WHERE name = 'Kanwil Nusa Jembar'`,
    ))!
    expect((await matrix('centre')).text).not.toContain(other.name)
    await addAssessment(house, await addSatker(house, 'Bapas Seberang', other), cycle)
    expect(unitsIn((await matrix('centre')).text)).toHaveLength(7)
    expect(unitsIn((await matrix('centre', `?wilayah=${other.id}`)).text)).toEqual(['Bapas Seberang'])
    expect(unitsIn((await matrix('centre', `?wilayah=${office.kanwil.id}`)).text)).toHaveLength(6)
    expect(unitsIn((await matrix('stranger')).text)).toEqual(['Bapas Seberang'])
    expect(unitsIn((await matrix('stranger', `?wilayah=${office.kanwil.id}`)).text)).toEqual([
      'Bapas Seberang',
    ])
    expect(await shown('')).not.toContain('Bapas Seberang')
    const instrument = (await house.database.one<{ id: string }>('SELECT id FROM instruments'))!
    const next = await addAssessment(house, office.neighbour, await addCycle(house, instrument.id, 2027))
    expect(await shown('')).toEqual(['Rutan Muara Bening'])
    expect(await shown('?siklus=2026')).toHaveLength(6)
    await house.database.inTransaction(() =>
      house.database.writing().query(`UPDATE assessments SET stage = 'final' WHERE id = $1`, [next.id]),
    )
    expect(await shown('')).toHaveLength(6)
    expect(await shown('?siklus=2027')).toEqual(['Rutan Muara Bening'])
  })

  it('takes the statements of a few for a thousand units, the worst of all on the first page', async () => {
    const counted = async (path: string) => {
      office.house.statements.length = 0
      const { text } = await office.read('kanwil', path)
      return { statements: office.house.statements.length, units: unitsIn(text) }
    }
    const few = await counted(paths.matrix())
    const sheet = await counted(paths.matrixPaper())
    await crowd(office, 1_000)
    const many = await counted(paths.matrix())
    expect(many.statements).toBe(few.statements)
    expect(many.units).toHaveLength(50)
    expect(many.units.slice(0, 3)).toEqual(['Satker ramai 999', WORST, WARY])
    const printed = await counted(paths.matrixPaper())
    expect(printed.statements).toBe(sheet.statements)
    expect(printed.units).toHaveLength(1_006)
    expect(await shown('?hal=21')).toHaveLength(6)
    expect(await shown('?tampilan=layar')).toHaveLength(200)
    expect((await matrix('kanwil', '?hal=9')).text).toContain(`href="${paths.matrix()}?tampilan=layar&hal=3"`)
  }, 120_000)
})
