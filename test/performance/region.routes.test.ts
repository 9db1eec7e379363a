import { newId } from '../../src/db/ids'
import { paths } from '../../src/paths'
import { CommitmentQuarter } from '../../src/performance/commitment-quarter.entity'
import { Commitment } from '../../src/performance/commitment.entity'
import { PerformanceStanding } from '../../src/performance/standing.entity'
import { Satker } from '../../src/satker/satker.entity'
import { addPerson, addSatker, PASSWORD } from '../support/cast'
import { post, signedIn } from '../support/house'
import { openOffice, promise, report, type Office, type Who } from './performance-office'

const YEAR = '?tahun=2025&triwulan=4'

describe('the performance of a region', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice()
    const { house, satker, neighbour } = office
    const kanwil = await house.database.one<{ id: string; path: string }>(
      `SELECT id, path FROM satker WHERE name = 'Kanwil Tirta Raya'`,
    )
    const quiet = await addSatker(house, 'Lapas Sunyi', { ...kanwil!, name: '' })
    await addSatker(house, 'Lapas Tutup', { ...kanwil!, name: '' }, { closedAt: '2026-01-01T00:00:00.000Z' })
    await addSatker(house, 'Unit Luar', undefined, { level: 'satker' })
    const year = { year: 2025 }
    const good = await promise(office, { ...year, indicator: 'Layanan cepat' })
    await report(office, good, ['25', '50', '75', '110'])
    const near = await promise(office, { ...year, indicator: 'Layanan dekat' })
    await report(office, near, ['25', '50', '75', '95'])
    const bad = await promise(office, { ...year, indicator: 'Layanan lambat' }, 'neighbour', neighbour.id)
    await report(office, bad, ['25', '50', '75', '40'], 'neighbour')
    await promise(office, { ...year, indicator: 'Layanan diam' }, 'neighbour', neighbour.id)
    await addPerson(house, 'Meutia Rahardja', 'pendamping', { ...kanwil!, name: '' })
    expect([satker.name, quiet.name]).toEqual(['Kanim Tanjung Kirana', 'Lapas Sunyi'])
  })
  afterAll(() => office.close())

  const region = (who: Who, query = YEAR) => office.read(who, `${paths.region()}${query}`)
  const unitsIn = (html: string): string[] =>
    [...html.matchAll(/<tr class="top"><th scope="row"><a href="[^"]+">([^<]+)</g)].map(
      match => match[1] ?? '',
    )

  it('shows the units within reach, those of which nothing is known first, then the worst', async () => {
    const { status, text } = await region('kanwil')
    expect(status).toBe(200)
    expect(unitsIn(text)).toEqual(['Lapas Sunyi', 'Rutan Muara Bening', 'Kanim Tanjung Kirana'])
    expect(text).toContain(
      '3 satker, 1 dari 4 target tercapai, 1 tidak tercapai, 1 belum dilaporkan di 1 satker.',
    )
    expect(text).toContain('Tanpa perjanjian')
    expect(text).not.toMatch(/Unit Luar|Lapas Tutup/)
  })

  it('marks each commitment with sign, number and word, and leads to it', async () => {
    const { text } = await region('kanwil')
    const tile = (name: string) =>
      new RegExp(`<a class="pk [^"]*"[^>]*title="\\d+\\. ${name}">[\\s\\S]*?</a>`).exec(text)?.[0] ?? ''
    expect(tile('Layanan cepat')).toMatch(/pk-ok.*#check.*<b>110%<\/b>.*Tercapai/)
    expect(tile('Layanan dekat')).toMatch(/pk-warn.*#half.*<b>95%<\/b>.*Hampir/)
    expect(tile('Layanan lambat')).toMatch(/pk-bad.*#cross.*<b>40%<\/b>.*Tidak tercapai/)
    expect(tile('Layanan diam')).toMatch(/pk-warn.*#clock.*<b><\/b>.*Belum lapor/)
  })

  it.each([
    [`${YEAR}&keadaan=belum`, ['Rutan Muara Bening']],
    [`${YEAR}&keadaan=tidak`, ['Rutan Muara Bening']],
    [`${YEAR}&keadaan=tanpa`, ['Lapas Sunyi']],
    [`${YEAR}&keadaan=tindak`, []],
    [`${YEAR}&urut=-terburuk`, ['Kanim Tanjung Kirana', 'Rutan Muara Bening', 'Lapas Sunyi']],
    [`${YEAR}&urut=nama`, ['Kanim Tanjung Kirana', 'Lapas Sunyi', 'Rutan Muara Bening']],
    [`${YEAR}&urut=-nama`, ['Rutan Muara Bening', 'Lapas Sunyi', 'Kanim Tanjung Kirana']],
    [`${YEAR}&cari=rutan`, ['Rutan Muara Bening']],
    ['?tahun=2025&triwulan=1&keadaan=tidak', []],
    ['?tahun=2025&triwulan=semua&keadaan=tidak', ['Rutan Muara Bening']],
    [
      '?tahun=x&triwulan=9&wilayah=x&keadaan=x&urut=x&hal=x',
      ['Lapas Sunyi', 'Rutan Muara Bening', 'Kanim Tanjung Kirana'],
    ],
  ])('is filtered and ordered by the address: %s', async (query, expected) => {
    expect(unitsIn((await region('kanwil', query)).text)).toEqual(expected)
  })

  it('begins with the quarter that ended last, and lays the whole year side by side', async () => {
    expect((await region('kanwil', '')).text).toContain('<h1>Kinerja triwulan IV 2025</h1>')
    const { text } = await region('kanwil', '?tahun=2025&triwulan=semua')
    expect(text).toContain('<h1>Kinerja 2025</h1>')
    for (const quarter of ['I', 'II', 'III', 'IV'])
      expect(text).toContain(`<th scope="col">TW ${quarter}</th>`)
  })

  it('does not call late what has not ended', async () => {
    await promise(office, { year: 2026, indicator: 'Layanan baru' })
    const { text } = await region('kanwil', '?tahun=2026&triwulan=1')
    expect(text).toContain('0 dari 1 target tercapai.')
    expect(text).not.toContain('belum dilaporkan')
  })

  it('goes on the wall without controls', async () => {
    const { text } = await region('kanwil', `${YEAR}&tampilan=layar`)
    expect(text).toContain('pk-screen')
    expect(text).not.toContain('role="search"')
    expect(text).toContain('Tampilan biasa')
  })

  it('is narrowed by the centre to one kanwil, and names none that is out of reach', async () => {
    const all = (await region('centre', YEAR)).text
    expect(unitsIn(all)).toContain('Rutan Muara Bening')
    const other = /value="([^"]+)"[^>]*>Kanwil Nusa Jembar/.exec(all)?.[1] ?? ''
    expect(unitsIn((await region('centre', `${YEAR}&wilayah=${other}`)).text)).toEqual([])
    expect((await region('kanwil')).text).not.toContain('Kanwil Nusa Jembar')
    expect(unitsIn((await region('stranger')).text)).toEqual([])
  })

  it.each(['chair', 'head', 'member', 'admin', 'neighbour'] as const)('is not for the %s', async who => {
    expect((await region(who)).status).toBe(403)
  })

  it('shows the marks of a reader without a way to write', async () => {
    const reader = await addPerson(office.house, 'Gunadi Prasojo', 'reader', (await ministryOf(office))!)
    const agent = await signedIn(office.house, reader.login, PASSWORD)
    const { text } = await agent.get(`${paths.region()}${YEAR}`)
    expect(unitsIn(text)).toContain('Rutan Muara Bening')
    expect(text).not.toContain('Catatan untuk')
    const target = paths.newFollowUp(office.satker.id)
    expect((await agent.get(target)).status).toBe(403)
    expect((await post(agent, paths.ownAccount(), target, {})).status).toBe(403)
  })

  const paper = (query: string, who: Who = 'kanwil') => office.read(who, `${paths.regionPaper()}${query}`)
  const onPaper = (html: string) => html.match(/<tr><td class="nw" data-l="No\.">/g)?.length ?? 0

  it('is printed in words as it is narrowed, landscape, for whoever watches', async () => {
    const { text } = await paper(`${YEAR}&keadaan=tidak`)
    expect(text).toContain('pk-paper')
    expect(text).toContain('Kinerja triwulan IV 2025')
    expect(text).toContain('Rutan Muara Bening')
    expect(text).not.toContain('Lapas Sunyi')
    expect(text).toContain('Layanan lambat: 40%, tidak tercapai')
    expect(text).toContain('Layanan diam: belum lapor')
    expect((await paper('?tahun=2025&triwulan=semua')).text).toContain('1: 110%, tercapai')
    expect((await paper(YEAR, 'chair')).status).toBe(403)
    expect(onPaper((await paper(YEAR, 'stranger')).text)).toBe(0)
  })

  it('takes the statements of a few for a thousand units, the worst of all on the first page', async () => {
    const counted = async () => {
      office.house.statements.length = 0
      const { text } = await region('kanwil', YEAR)
      return { statements: office.house.statements.length, units: unitsIn(text) }
    }
    const printed = async () => {
      office.house.statements.length = 0
      const { text } = await paper(YEAR)
      return { statements: office.house.statements.length, units: onPaper(text) }
    }
    const few = await counted()
    const sheet = await printed()
    expect(sheet.units).toBe(3)
    await crowd(office, 1_000)
    const many = await counted()
    expect(many.statements).toBe(few.statements)
    expect(await printed()).toEqual({ statements: sheet.statements, units: 1_003 })
    expect(many.units).toHaveLength(50)
    expect(many.units.slice(0, 4)).toEqual([
      'Lapas Sunyi',
      'Rutan Muara Bening',
      'Satker ramai 999',
      'Kanim Tanjung Kirana',
    ])
    expect(unitsIn((await region('kanwil', `${YEAR}&hal=21`)).text)).toHaveLength(3)
    expect(unitsIn((await region('kanwil', `${YEAR}&tampilan=layar`)).text)).toHaveLength(200)
    const third = (await region('kanwil', `${YEAR}&hal=9`)).text
    expect(third).toContain(`href="${paths.region()}?tampilan=layar&hal=3"`)
    expect(third).toContain(`href="${paths.regionPaper()}"`)
  }, 60_000)
})

const ministryOf = (office: Office) =>
  office.house.database.one<{ id: string; path: string; name: string }>(
    `SELECT id, path, name FROM satker WHERE level = 'ministry' AND name LIKE 'Kementerian%'`,
  )

/** Units that reported one quarter each; the last one missed it, the others reached it. */
async function crowd({ house }: Office, size: number): Promise<void> {
  const kanwil = await house.database.one<{ id: string; path: string }>(
    `SELECT id, path FROM satker WHERE name = 'Kanwil Tirta Raya'`,
  )
  const units = Array.from({ length: size }, (_, place) => ({
    id: newId(),
    place,
    isBad: place === size - 1,
  }))
  const createdAt = '2026-01-01T00:00:00.000Z'
  await house.database.inTransaction(async () => {
    await house.database.insert(
      Satker,
      units.map(({ id, place }) => ({
        id,
        path: `${kanwil!.path}${id}/`,
        name: `Satker ramai ${place}`,
        code: id.slice(-12),
        level: 'satker' as const,
        parentId: kanwil!.id,
        createdAt,
      })),
    )
    await house.database.insert(
      Commitment,
      units.map(({ id }) => ({
        id: `k-${id}`,
        satkerId: id,
        year: 2025,
        number: 1,
        indicator: 'Layanan',
        indicatorKey: 'layanan',
        unit: 'persen',
        direction: 'up' as const,
        counting: 'running' as const,
        yearTarget: '100',
        version: 1,
        createdAt,
      })),
    )
    await house.database.insert(
      CommitmentQuarter,
      units.map(({ id, isBad }) => ({
        id: `t-${id}`,
        commitmentId: `k-${id}`,
        satkerId: id,
        year: 2025,
        quarter: 4,
        target: '100',
        realisation: isBad ? '10' : '100',
        obstacle: '',
        strategy: '',
        reportedOn: '2026-01-05',
        state: isBad ? ('missed' as const) : ('reached' as const),
        version: 1,
      })),
    )
    await house.database.insert(
      PerformanceStanding,
      units.map(({ id, isBad }) => ({
        satkerId: id,
        year: 2025,
        quarter: 4,
        targeted: 1,
        reported: 1,
        reached: isBad ? 0 : 1,
        near: 0,
        missed: isBad ? 1 : 0,
      })),
    )
  })
}
