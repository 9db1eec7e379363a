import { paths } from '../../src/paths'
import { NIP } from '../roster/roster-office'
import { openActivities, titlesIn, type ActivitiesOffice } from './activities-office'

describe('the activities of one participant', () => {
  let office: ActivitiesOffice
  beforeEach(async () => {
    office = await openActivities()
  })
  afterEach(() => office.close())

  it('are those that name the person, on the page, in the file and on paper', async () => {
    const [ayu, bagas] = [
      await office.keep({ name: 'Ayu Lestari', nip: NIP }),
      await office.keep({ name: 'Bagas Hendrawan' }),
    ]
    await office.keep({ name: 'Tidak pernah ikut' })
    const [launch, meeting] = [
      await office.hold({ title: 'Pencanangan' }),
      await office.hold({ title: 'Rapat bersama', heldOn: '2026-03-05' }),
    ]
    await office.hold({ title: 'Tanpa peserta' })
    const chair = await office.actor('chair')
    const others = { among: 'others', search: '', pokja: '', page: 1 } as const
    for (const [at, who] of [
      [launch, [ayu]],
      [meeting, [ayu, bagas]],
    ] as const)
      await office.house.services.participants.add(chair, at, others, who)
    const shown = async (who: string) => {
      const { text } = await office.read('kanwil', `${paths.activities(office.satker.id)}?peserta=${who}`)
      return { text, titles: titlesIn(text) }
    }
    const { text, titles } = await shown(ayu)
    expect(titles).toEqual(['Rapat bersama', 'Pencanangan'])
    expect((await shown(bagas)).titles).toEqual(['Rapat bersama'])
    expect(text).toContain(`<option value="${ayu}" selected>Ayu Lestari</option>`)
    expect(text).not.toContain('Tidak pernah ikut')
    expect(text).not.toContain(NIP)
    const [paper, file] = [paths.activitiesPaper, paths.activitiesTable].map(
      path => `${path(office.satker.id)}?peserta=${bagas}`,
    )
    expect(text).toContain(`href="${paths.activitiesPaper(office.satker.id)}?peserta=${ayu}"`)
    const printed = (await office.read('kanwil', paper!)).text
    expect(printed).toMatch(/Peserta<\/dt><dd>Bagas Hendrawan</)
    expect(printed).not.toContain('Pencanangan')
    const carried = (await office.read('kanwil', `${file}&format=csv`)).text
    expect(carried).toContain('Rapat bersama')
    expect(carried).not.toContain('Pencanangan')
  })

  it('are not found by a NIP or a name in the address, nor by a row of another roster', async () => {
    const strange = await office.keep({ name: 'Citra', satkerId: office.neighbour.id })
    await office.keep({ name: 'Ayu Lestari', nip: NIP })
    const id = await office.hold({ title: 'Pencanangan' })
    await office.hold({ title: 'Rapat lain' })
    const everybody = { among: 'others', search: '', pokja: '', page: 1 } as const
    await office.house.services.participants.add(await office.actor('chair'), id, everybody, 'all')
    for (const said of [NIP, 'Ayu Lestari', strange, 'x']) {
      const address = `${paths.activities(office.satker.id)}?peserta=${encodeURIComponent(said)}`
      const { text } = await office.read('kanwil', address)
      expect([said, titlesIn(text).length]).toEqual([said, 2])
      expect(text).not.toContain('Citra')
    }
  })

  it('who bear one name are told apart by their positions, and who is anonymous is not named', async () => {
    const id = await office.hold()
    await office.keep({ name: 'Ayu Lestari', position: 'Kasir' })
    await office.keep({ name: 'Ayu Lestari', position: 'Sopir' })
    const gone = await office.keep({ name: 'Rahasia' })
    const everybody = { among: 'others', search: '', pokja: '', page: 1 } as const
    await office.house.services.participants.add(await office.actor('chair'), id, everybody, 'all')
    await office.house.database.inTransaction(() =>
      office.house.database
        .writing()
        .query(`UPDATE employees SET name = '', anonymised_at = '2026-03-01T00:00:00.000Z' WHERE id = $1`, [
          gone,
        ]),
    )
    const { text } = await office.read('kanwil', paths.activities(office.satker.id))
    expect(text).toContain('>Ayu Lestari (Kasir)</option>')
    expect(text).toContain('>Ayu Lestari (Sopir)</option>')
    expect(text).not.toContain(gone)
  })
})
