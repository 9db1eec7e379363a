import { paths } from '../../src/paths'
import { post } from '../support/house'
import { openActivities, POINT, titlesIn, type ActivitiesOffice, type Who } from './activities-office'

describe('the points raised at an activity', () => {
  let office: ActivitiesOffice
  let id: string
  beforeEach(async () => {
    office = await openActivities()
    id = await office.hold()
  })
  afterEach(() => office.close())

  const send = async (action: string, fields: Record<string, unknown> = {}, who: Who = 'member') =>
    post(await office.browserOf(who), paths.activity(id), action, fields)
  const add = (fields: Record<string, unknown> = {}) =>
    send(paths.activityPoints(id), { ...POINT, ...fields })
  const one = async () => (await office.pointsOf(id))[0]!

  it('are written on its page and change the line that stands for it', async () => {
    const answer = await add()
    expect([answer.status, answer.headers['location']]).toEqual([303, paths.activity(id)])
    expect(await office.pointsOf(id)).toMatchObject([
      { text: POINT.text, owner: POINT.owner, dueOn: '2026-03-20', doneOn: null, version: 1 },
    ])
    expect((await office.entryOf(id))?.summary).toMatch(/1 butir, 0 selesai$/)
    const { text } = await office.read('kanwil', paths.activity(id))
    expect(text).toMatch(/Perbaiki antrean loket 3<\/th>[\s\S]*Terbuka/)
    expect(text).not.toContain('Tandai selesai')
  })

  it.each([
    ['text', { text: ' ' }, 'Isi butirnya.'],
    ['owner', { owner: '' }, 'Isi penanggung jawabnya.'],
    ['dueOn', { dueOn: '' }, 'Isi tenggatnya.'],
    ['dueOn', { dueOn: '2026-03-02' }, 'Tenggat mendahului kegiatannya.'],
    ['doneOn', { doneOn: '2026-03-02' }, 'Selesai sebelum kegiatannya.'],
    ['doneOn', { doneOn: '2026-03-13' }, 'Hari selesainya belum tiba.'],
  ])('are refused at %s (%j), on the page of the activity, as typed', async (field, wrong, message) => {
    const answer = await add(wrong)
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(
      new RegExp(`id="f-${field}-error"[^>]*>(?:(?!</p>)[\\s\\S])*${message.replace(/\./g, '\\.')}`),
    )
    expect(answer.text).toContain('Rapat monitoring Maret')
    if (field !== 'owner') expect(answer.text).toContain('value="Ketua Pokja 6"')
    expect(await office.pointsOf(id)).toEqual([])
  })

  it('are opened on the page of the activity, changed and closed', async () => {
    await add()
    const point = await one()
    const opened = await office.read('member', `${paths.activity(id)}?butir=${point.id}`)
    expect(opened.text).toContain('Ubah butir')
    expect(opened.text).toContain('Perbaiki antrean loket 3</textarea>')
    const action = paths.activityPoint(id, point.id)
    expect((await send(action, { ...POINT, dueOn: '2026-04-01', version: 1 })).status).toBe(303)
    expect((await send(action, { ...POINT, doneOn: '2026-03-12', version: 2 })).status).toBe(303)
    expect(await one()).toMatchObject({ dueOn: '2026-03-20', doneOn: '2026-03-12', version: 3 })
    expect((await office.entryOf(id))?.summary).toMatch(/1 butir, semua selesai$/)
    expect((await office.events()).map(event => event.action)).toEqual([
      'add-activity',
      'add-point',
      'change-point',
      'close-point',
    ])
  })

  it('are closed today with one button, once', async () => {
    await add()
    const point = await one()
    for (const who of ['chair', 'head'] as const)
      expect((await send(paths.activityPointClosure(id, point.id), {}, who)).status).toBe(303)
    expect(await one()).toMatchObject({ doneOn: '2026-03-12', version: 2 })
    expect((await office.events()).filter(event => event.action === 'close-point')).toHaveLength(1)
  })

  it('are not closed before the activity that raised them', async () => {
    const later = await office.hold({ title: 'Rapat April', heldOn: '2026-04-07' })
    await send(paths.activityPoints(later), { ...POINT, dueOn: '2026-04-20' })
    const [point] = await office.pointsOf(later)
    expect((await send(paths.activityPointClosure(later, point!.id))).status).toBe(422)
    expect((await office.pointsOf(later))[0]?.doneOn).toBeNull()
  })

  it('show both texts to whoever typed over what somebody else saved', async () => {
    await add()
    const point = await one()
    const action = paths.activityPoint(id, point.id)
    await send(action, { ...POINT, owner: 'Ketua Pokja 2', version: 1 }, 'chair')
    const clash = await send(action, { ...POINT, owner: 'Ketua Pokja 3', version: 1 })
    expect(clash.status).toBe(409)
    expect(clash.text).toContain('Butir ini diubah orang lain sejak Anda membukanya.')
    expect(clash.text).toMatch(/Penanggung jawab<\/th><td[^>]*>Ketua Pokja 3<\/td><td[^>]*>Ketua Pokja 2</)
    expect(clash.text).toContain('name="version" value="2"')
    expect((await send(action, { ...POINT, owner: 'Ketua Pokja 3', version: 2 })).status).toBe(303)
    expect((await one()).owner).toBe('Ketua Pokja 3')
  })

  it('are taken away, and are not found under another activity', async () => {
    await add()
    const point = await one()
    const other = await office.hold({ title: 'Lain' })
    expect((await send(paths.activityPointRemoval(other, point.id))).status).toBe(404)
    expect((await send(paths.activityPoint(other, point.id), POINT)).status).toBe(404)
    expect((await send(paths.activityPointRemoval(id, point.id))).status).toBe(303)
    expect(await office.pointsOf(id)).toEqual([])
    expect((await office.entryOf(id))?.summary).not.toContain('butir')
  })

  it('never stand in the trail with who owes them', async () => {
    await add({ owner: 'Ibu Ratih Purnama' })
    const point = await one()
    await send(paths.activityPoint(id, point.id), { ...POINT, version: 1 })
    const told = JSON.stringify(await office.events())
    expect(told).toContain('Perbaiki antrean')
    expect(told).toContain('ownerChanged')
    expect(told).not.toMatch(/Ratih|Ketua Pokja/)
  })

  it('are listed over all activities, the longest overdue first, as a page and a file', async () => {
    const other = await office.hold({ title: 'Sosialisasi', heldOn: '2026-02-02' })
    await add({ text: 'Nanti', dueOn: '2026-04-30' })
    await add({ text: 'Hari ini', dueOn: '2026-03-12' })
    await send(paths.activityPoints(other), { ...POINT, text: 'Terlama', dueOn: '2026-02-10' })
    await send(paths.activityPoints(id), { ...POINT, text: 'Kemarin', dueOn: '2026-03-11' })
    await add({ text: 'Sudah', doneOn: '2026-03-10' })
    await office.hold({ title: 'Tetangga' }, 'next')
    const listed = async (query: string) => {
      const { text } = await office.read('kanwil', `${paths.satkerPoints(office.satker.id)}${query}`)
      return [...text.matchAll(/<tr><th scope="row">([^<]+)</g)].map(match => match[1])
    }
    expect(await listed('')).toEqual(['Terlama', 'Kemarin', 'Hari ini', 'Nanti'])
    expect(await listed('?keadaan=lewat')).toEqual(['Terlama', 'Kemarin'])
    expect(await listed('?keadaan=selesai')).toEqual(['Sudah'])
    expect(await listed('?keadaan=semua&hal=x')).toHaveLength(5)
    expect(await listed('?keadaan=apa&hal=2')).toEqual([])
    const page = (await office.read('kanwil', paths.satkerPoints(office.satker.id))).text
    expect(page).toContain('4 butir terbuka, 2 di antaranya lewat tenggat.')
    const file = await office.read('kanwil', `${paths.satkerPointsTable(office.satker.id)}?format=csv`)
    expect(file.text).toContain('2026-02-02;Sosialisasi;Terlama;Ketua Pokja 6;2026-02-10;')
    expect(file.text).not.toContain('Sudah')
    expect((await office.events()).at(-1)).toMatchObject({ action: 'export-points', after: '{"points":4}' })
    const late = await office.read('chair', `${paths.activities(office.satker.id)}?keadaan=lewat`)
    expect(titlesIn(late.text)).toEqual(['Rapat monitoring Maret', 'Sosialisasi'])
    expect(late.text).toContain('1 lewat')
    const hub = await office.read('chair', paths.registers(office.satker.id))
    expect(hub.text).toContain('2 kegiatan berbutir lewat tenggat')
    for (const address of [paths.satkerPoints, paths.satkerPointsTable])
      expect((await office.read('stranger', address(office.satker.id))).status).toBe(404)
  })
})
