import { paths } from '../../src/paths'
import { post } from '../support/house'
import { addByForm, DRAFT, FORM, openActivities, type ActivitiesOffice, type Who } from './activities-office'

describe('keeping the activities of a satker', () => {
  let office: ActivitiesOffice
  beforeEach(async () => {
    office = await openActivities()
  })
  afterEach(() => office.close())

  const edit = async (who: Who, id: string, fields: Record<string, unknown>) =>
    post(await office.browserOf(who), paths.editActivity(id), paths.editActivity(id), fields)
  const remove = async (who: Who, id: string) =>
    post(await office.browserOf(who), paths.ownAccount(), paths.activityRemoval(id), {})

  it.each(['chair', 'head', 'member'] as const)(
    'is done by the %s, who is led to its page and finds it among the registers',
    async who => {
      const answer = await addByForm(office, who)
      expect(answer.status).toBe(303)
      const [row] = await office.activities()
      expect(answer.headers['location']).toBe(paths.activity(row!.id))
      expect(row).toMatchObject({
        kind: 'monitoring-meeting',
        heldOn: '2026-03-03',
        heldUntil: '2026-03-03',
        startsAt: '09:00',
        endsAt: '11:30',
        counted: 24,
        agenda: 'Capaian rencana aksi\nKendala pokja',
        version: 1,
      })
      expect(await office.areasOf(row!.id)).toEqual(['1', '4'])
      expect(await office.entryOf(row!.id)).toEqual({
        title: 'Rapat monitoring Maret',
        summary: 'Rapat monitoring; Selasa, 3 Maret 2026; Aula lantai 2; 24 pegawai dan 14 dari luar',
        happenedOn: '2026-03-03',
        happenedUntil: null,
      })
      const { text } = await office.read(who, paths.activity(row!.id))
      expect(text).toContain('<dd>Selasa, 3 Maret 2026</dd>')
      expect(text).toContain('<dd>09.00–11.30 WIB</dd>')
      expect(text).toContain('12 masyarakat atau pengguna layanan, 2 media')
      expect((await office.read(who, paths.registers(office.satker.id))).text).toContain('1 kegiatan')
    },
  )

  it.each(['admin', 'kanwil', 'centre', 'evaluator'] as const)('is not done by the %s', async who => {
    const id = await office.hold()
    const agent = await office.browserOf(who)
    for (const page of [
      paths.newActivity(office.satker.id),
      paths.importActivities(office.satker.id),
      paths.editActivity(id),
      paths.activityParticipants(id),
    ])
      expect([page, (await agent.get(page)).status]).toEqual([page, 403])
    expect((await remove(who, id)).status).toBe(403)
    for (const action of [paths.editActivity(id), paths.activityPoints(id), paths.activityParticipants(id)])
      expect((await post(agent, paths.ownAccount(), action, FORM)).status).toBe(403)
    expect((await office.activities()).map(row => row.version)).toEqual([1])
  })

  it('is not done from the next satker, which learns of nothing', async () => {
    const id = await office.hold()
    const agent = await office.browserOf('neighbour')
    for (const page of [
      paths.newActivity(office.satker.id),
      paths.importActivities(office.satker.id),
      paths.editActivity(id),
      paths.activityParticipants(id),
    ])
      expect([page, (await agent.get(page)).status]).toEqual([page, 404])
    for (const action of [
      paths.activityRemoval(id),
      paths.activityPoints(id),
      paths.activityParticipants(id),
    ])
      expect((await post(agent, paths.ownAccount(), action, {})).status).toBe(404)
    expect(await office.activities()).toHaveLength(1)
  })

  it.each([
    ['kind', { kind: '' }, 'Pilih salah satu yang tersedia.'],
    ['title', { title: ' ' }, 'Isi judul kegiatan.'],
    ['heldOn', { heldOn: '' }, 'Isi tanggal kegiatan.'],
    ['heldOn', { heldOn: '2026-02-30' }, 'Tulis tanggal yang ada di kalender.'],
    ['heldOn', { heldOn: '0202-03-03' }, 'Periksa tahunnya.'],
    ['heldUntil', { heldUntil: '2026-03-02' }, 'Hari terakhir mendahului hari pertama.'],
    ['heldUntil', { heldUntil: '2027-03-04' }, 'Satu kegiatan paling lama 366 hari.'],
    ['startsAt', { startsAt: '' }, 'Isi pukul mulainya.'],
    ['startsAt', { startsAt: '24.00' }, 'Tulis pukul seperti 09.00.'],
    ['endsAt', { endsAt: '09.00' }, 'Pukul selesai tidak sesudah pukul mulai.'],
    ['counted', { counted: '-1' }, 'Tulis angka bulat dari 0 sampai 100.000.'],
    ['guests-media', { 'guests-media': '2,5' }, 'Tulis angka bulat dari 0 sampai 100.000.'],
    ['areas', { areas: ['9'] }, 'Area ini tidak dikenal.'],
    ['place', { place: 'x'.repeat(201) }, 'Tempat paling banyak 200 karakter.'],
  ])('refuses a form at %s (%j) and gives it back as typed', async (field, wrong, message) => {
    const fields = { ...FORM, ...wrong }
    const answer = await addByForm(office, 'chair', fields)
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(
      new RegExp(`id="f-${field}-error"[^>]*>(?:(?!</p>)[\\s\\S])*${message.replace(/\./g, '\\.')}`),
    )
    for (const name of [
      'title',
      'place',
      'startsAt',
      'endsAt',
      'heldOn',
      'heldUntil',
      'guests-media',
    ] as const)
      expect(answer.text).toMatch(new RegExp(`name="${name}"[^>]* value="${fields[name]}"`))
    expect(await office.activities()).toEqual([])
    expect(await office.events()).toEqual([])
  })

  it('takes a title once on a day, here', async () => {
    await office.hold({}, 'next')
    expect((await addByForm(office, 'chair')).status).toBe(303)
    const again = await addByForm(office, 'member', { ...FORM, title: 'rapat  MONITORING Maret' })
    expect(again.status).toBe(422)
    expect(again.text).toContain('Kegiatan dengan judul ini sudah tercatat pada hari itu.')
    expect((await addByForm(office, 'member', { ...FORM, heldOn: '2026-03-04' })).status).toBe(303)
    expect(await office.activities()).toHaveLength(3)
  })

  it('shows both texts to whoever typed over what somebody else saved, and takes the next save', async () => {
    const id = await office.hold()
    expect((await edit('head', id, { ...FORM, place: 'Ruang rapat', version: 1 })).status).toBe(303)
    const clash = await edit('chair', id, { ...FORM, place: 'Lobi', ziDiscussed: '', version: 1 })
    expect(clash.status).toBe(409)
    expect(clash.text).toContain('Kegiatan ini diubah orang lain sejak Anda membukanya.')
    const told = /<caption>Perbedaan<\/caption>([\s\S]*?)<\/table>/.exec(clash.text)?.[1] ?? ''
    expect(told).toMatch(/Tempat<\/th><td[^>]*>Lobi<\/td><td[^>]*>Ruang rapat</)
    expect(told).toMatch(/Membahas program ZI<\/th><td[^>]*>Tidak<\/td><td[^>]*>Ya</)
    expect(told).not.toContain('Pukul')
    expect(clash.text).toContain('name="version" value="2"')
    expect((await edit('chair', id, { ...FORM, place: 'Lobi', version: 2 })).status).toBe(303)
    expect((await office.activities())[0]).toMatchObject({ place: 'Lobi', version: 3 })
  })

  it('writes nothing when nothing was changed', async () => {
    await addByForm(office, 'chair')
    const [row] = await office.activities()
    await edit('chair', row!.id, { ...FORM, version: 1 })
    expect((await office.activities())[0]?.version).toBe(1)
    expect(await office.events()).toHaveLength(1)
  })

  it('leaves the questions that were chosen for it when it is changed', async () => {
    const id = await office.hold()
    await office.house.services.entries.chooseQuestions(await office.actor('chair'), id, {
      shown: [],
      chosen: ['A.I.1.i.a'],
    })
    await edit('chair', id, { ...FORM, title: 'Rapat besar', version: 1 })
    expect((await office.entryOf(id))?.title).toBe('Rapat besar')
    expect((await office.read('chair', paths.activity(id))).text).toContain('>A.I.1.i.a</a>')
  })

  it('does not move a day away from those who are named, nor count fewer than them', async () => {
    const employee = await office.keep({ name: 'Bagas Hendrawan', joinedOn: '2026-03-01' })
    const id = await office.hold()
    const query = { among: 'others', search: '', pokja: '', page: 1 } as const
    await office.house.services.participants.add(await office.actor('chair'), id, query, [employee])
    const earlier = await edit('chair', id, { ...FORM, heldOn: '2026-02-27', version: 1 })
    expect(earlier.status).toBe(422)
    expect(earlier.text).toContain('1 peserta tidak bekerja di satker ini pada tanggal itu.')
    const fewer = await edit('chair', id, { ...FORM, counted: '0', version: 1 })
    expect(fewer.text).toContain('1 peserta sudah tercatat bernama')
    expect((await edit('chair', id, { ...FORM, heldOn: '2026-03-01', version: 1 })).status).toBe(303)
  })

  it('is told in the trail by its facts, not by its agenda', async () => {
    await addByForm(office, 'member')
    const [row] = await office.activities()
    await edit('chair', row!.id, { ...FORM, heldOn: '2026-03-04', agenda: 'Rahasia', version: 1 })
    const events = await office.events()
    expect(events.map(({ action, role }) => [action, role])).toEqual([
      ['add-activity', 'member'],
      ['change-activity', 'chair'],
    ])
    expect(JSON.parse(events[1]?.after ?? '')).toMatchObject({ heldOn: '2026-03-04', agendaChanged: true })
    expect(JSON.stringify(events)).not.toContain('Rahasia')
    const { text } = await office.read('chair', paths.activity(row!.id))
    expect(text).toContain('Mengubah kegiatan')
    expect(text).toMatch(/<dt>Tanggal<\/dt><dd><del>3 Maret 2026<\/del>/)
    expect(text).toContain('<ins>Rapat monitoring</ins>')
    expect((await office.read('kanwil', paths.activity(row!.id))).text).not.toContain('Mencatat kegiatan')
  })

  it('takes an activity away with its points and names, and remembers that it did', async () => {
    const id = await office.hold({ areas: ['1'] })
    const employee = await office.keep()
    const chair = await office.actor('chair')
    const query = { among: 'others', search: '', pokja: '', page: 1 } as const
    await office.house.services.participants.add(chair, id, query, [employee])
    await office.house.services.activityPoints.add(chair, id, {
      text: 'Butir',
      owner: 'Ketua',
      dueOn: '2026-03-20',
      doneOn: null,
    })
    const answer = await remove('head', id)
    expect([answer.status, answer.headers['location']]).toEqual([303, paths.activities(office.satker.id)])
    expect([await office.activities(), await office.pointsOf(id), await office.participantsOf(id)]).toEqual([
      [],
      [],
      [],
    ])
    expect([await office.entryOf(id), await office.areasOf(id)]).toEqual([undefined, []])
    expect((await office.events()).at(-1)?.action).toBe('remove-activity')
    expect((await office.read('head', paths.activity(id))).status).toBe(404)
  })

  it('stays when somebody who took part is taken off the roster as a mistake', async () => {
    const id = await office.hold(DRAFT)
    const employee = await office.keep({ name: 'Salah Catat' })
    const query = { among: 'others', search: '', pokja: '', page: 1 } as const
    await office.house.services.participants.add(await office.actor('chair'), id, query, [employee])
    await office.house.services.roster.remove(await office.actor('admin'), employee)
    expect(await office.participantsOf(id)).toEqual([])
    expect((await office.read('chair', paths.activity(id))).status).toBe(200)
  })
})
