import { newId } from '../../src/db/ids'
import { paths } from '../../src/paths'
import { post } from '../support/house'
import { addGoal, eventsOf, openOffice, type Office, type Who } from './plan-office'

describe('the activities that carry a goal out', () => {
  let office: Office
  let goal: string
  beforeEach(async () => {
    office = await openOffice()
    goal = await addGoal(office)
  })
  afterEach(() => office.close())

  /** As the register of activities puts them. */
  const addActivity = async (title: string, satkerId = office.satker.id): Promise<string> => {
    const id = newId()
    const { entries } = office.house.services
    await office.house.database.inTransaction(() =>
      entries.put([
        {
          id,
          satkerId,
          register: 'activities',
          title,
          summary: title,
          happenedOn: '2026-03-03',
          happenedUntil: null,
          areas: [],
        },
      ]),
    )
    return id
  }
  const choose = async (fields: Record<string, unknown>, who: Who = 'chair') =>
    post(await office.browserOf(who), paths.ownAccount(), paths.goalActivities(goal), fields)
  const linked = async () =>
    (
      await office.house.database.query<{ title: string }>(
        `SELECT r.title FROM entry_links l JOIN register_entries r ON r.id = l.to_id
          WHERE l.from_id = $1 AND l.kind = 'carried-out-by' ORDER BY r.title`,
        [goal],
      )
    ).map(row => row.title)
  const page = async (query = '') =>
    (await office.read('member', `${paths.goalActivities(goal)}${query}`)).text

  it('are chosen among those of the satker, and stand on its page', async () => {
    const meeting = await addActivity('Rapat monitoring Maret')
    await addActivity('Pelatihan layanan')
    await addActivity('Rapat sebelah', office.neighbour.id)
    const shown = await page()
    expect(shown).toContain('Pelatihan layanan')
    expect(shown).not.toContain('Rapat sebelah')
    expect(shown).not.toMatch(/name="chosen"[^>]*checked/)
    const answer = await choose({ shown: [meeting], chosen: meeting })
    expect([answer.status, answer.headers['location']]).toEqual([303, paths.goal(goal)])
    expect(await linked()).toEqual(['Rapat monitoring Maret'])
    expect((await office.read('kanwil', paths.goal(goal))).text).toContain('Rapat monitoring Maret')
    expect(JSON.parse((await eventsOf(office)).at(-1)?.after ?? '')).toEqual({ entries: 1 })
  })

  it('are searched without losing those that were chosen before', async () => {
    const [meeting, training] = [
      await addActivity('Rapat monitoring'),
      await addActivity('Pelatihan layanan'),
    ]
    await choose({ shown: [meeting, training], chosen: meeting })
    const found = await page('?cari=LATIH')
    expect(found).toMatch(new RegExp(`value="${meeting}" checked`))
    expect(found).toContain(`name="chosen" value="${training}">`)
    await choose({ shown: [training], chosen: training })
    expect(await linked()).toEqual(['Pelatihan layanan', 'Rapat monitoring'])
    await choose({ shown: [meeting, training], chosen: training })
    expect(await linked()).toEqual(['Pelatihan layanan'])
    await choose({ shown: [training] })
    expect(await linked()).toEqual([])
  })

  it('are none of another satker, and no goal, whatever is sent', async () => {
    const foreign = await addActivity('Rapat sebelah', office.neighbour.id)
    const other = await addGoal(office, { title: 'Menata ruang tunggu' })
    await choose({ shown: [foreign, other, 'x'], chosen: [foreign, other, 'x'] })
    expect(await linked()).toEqual([])
  })

  it('say when there is none', async () => {
    expect(await page()).toContain('Register kegiatan satker ini masih kosong.')
    expect(await page('?cari=zzz')).toContain('Tidak ada yang cocok dengan pencarian ini.')
  })

  it.each([
    ['kanwil', 403],
    ['neighbour', 404],
  ] as const)('are not chosen by the %s', async (who, status) => {
    const meeting = await addActivity('Rapat monitoring')
    expect((await choose({ shown: meeting, chosen: meeting }, who)).status).toBe(status)
    expect(await linked()).toEqual([])
  })

  it('stay when the goal goes', async () => {
    const meeting = await addActivity('Rapat monitoring')
    await choose({ shown: meeting, chosen: meeting })
    await post(await office.browserOf('chair'), paths.ownAccount(), paths.goalRemoval(goal), {})
    expect(await office.house.database.query('SELECT title FROM register_entries')).toEqual([
      { title: 'Rapat monitoring' },
    ])
  })

  it('stand apart from what stakeholders said, which a goal answers', async () => {
    const meeting = await addActivity('Rapat monitoring')
    const complaint = newId()
    await office.house.database.inTransaction(() =>
      office.house.services.entries.put([
        {
          id: complaint,
          satkerId: office.satker.id,
          register: 'inputs',
          title: 'Pengaduan Maret',
          summary: '4 diterima',
          happenedOn: '2026-03-01',
          happenedUntil: null,
          areas: [],
        },
      ]),
    )
    const reasons = paths.goalReasons(goal)
    const shown = (await office.read('member', reasons)).text
    expect(shown).toContain('Pengaduan Maret')
    expect(shown).not.toContain('Rapat monitoring')
    await post(await office.browserOf('chair'), paths.ownAccount(), reasons, {
      shown: [complaint, meeting],
      chosen: [complaint, meeting],
    })
    expect(await linked()).toEqual([])
    expect(
      await office.house.database.query('SELECT to_id AS id, kind FROM entry_links WHERE from_id = $1', [
        goal,
      ]),
    ).toEqual([{ id: complaint, kind: 'answers' }])
    expect((await office.read('kanwil', paths.goal(goal))).text).toContain('Pengaduan Maret')
  })
})
