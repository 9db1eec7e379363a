import { paths } from '../../src/paths'
import { PASSWORD } from '../support/cast'
import { post, signedIn } from '../support/house'
import { eventsOf, faultAt, openOffice, promise, type Office, type Who } from './performance-office'

const ASKED = { quarter: '1', text: 'Jelaskan antrean yang memanjang di loket 2.', dueOn: '2026-03-31' }

describe('the follow-up of a quarter', () => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice()
    await promise(office)
  })
  afterEach(() => office.close())

  const ask = async (who: Who, fields: Record<string, unknown> = ASKED) => {
    const page = `${paths.newFollowUp(office.satker.id)}?tahun=2026`
    return post(await office.browserOf(who), paths.ownAccount(), page, fields)
  }
  const asked = async (who: Who = 'kanwil') =>
    ((await ask(who)).headers['location'] ?? '').split('/').at(-1) ?? ''
  const act = async (who: Who, address: string, version: number, text = '') =>
    post(await office.browserOf(who), paths.ownAccount(), address, { text, version: String(version) })
  const stands = async (id: string) =>
    office.house.database.one<{ state: string; reply: string; remark: string; version: number }>(
      'SELECT state, reply, remark, version FROM performance_follow_ups WHERE id = $1',
      [id],
    )
  const toldTo = async (person: Who) =>
    (
      await office.house.database.query<{ subject: string }>(
        'SELECT subject FROM messages WHERE user_id = $1 ORDER BY created_at, id',
        [office.people[person].id],
      )
    ).map(({ subject }) => subject)

  it.each(['kanwil', 'centre'] as const)(
    'is asked by the %s, and the head and the chair learn of it',
    async who => {
      const answer = await ask(who)
      expect(answer.status).toBe(303)
      const page = await office.read('chair', answer.headers['location'] ?? '')
      expect(page.text).toContain('Jelaskan antrean yang memanjang di loket 2.')
      expect(page.text).toContain('Menunggu satker')
      const told = 'Tindak lanjut kinerja: Triwulan I 2026, Kanim Tanjung Kirana'
      for (const leader of ['head', 'chair'] as const) expect(await toldTo(leader)).toEqual([told])
      expect(await toldTo('member')).toEqual([])
      const list = await office.read('head', `${paths.performance(office.satker.id)}?tahun=2026`)
      expect(list.text).toContain('Jelaskan antrean')
      const region = await office.read('kanwil', `${paths.region()}?tahun=2026&triwulan=1&keadaan=tindak`)
      expect(region.text).toContain('1 terbuka')
    },
  )

  it('is counted while it is open in whatever year, and found where the count leads', async () => {
    const id = await asked()
    const region = async () =>
      (await office.read('kanwil', `${paths.region()}?tahun=2025&triwulan=4&keadaan=tindak`)).text
    const href = /<a href="([^"]+)">1 terbuka</.exec(await region())?.[1] ?? ''
    const list = async () => (await office.read('kanwil', href.split('#')[0] ?? '')).text
    expect(href).toBe(`${paths.performance(office.satker.id)}?tahun=2025#tindak-lanjut`)
    expect(await list()).toContain('id="tindak-lanjut"')
    expect(await list()).toContain('Jelaskan antrean')
    await act('kanwil', paths.followUpClosing(id), 1, 'Selesai.')
    expect(await region()).not.toContain('1 terbuka')
    expect(await list()).not.toContain('Jelaskan antrean')
  })

  it.each([
    ['chair', 403],
    ['member', 403],
    ['evaluator', 403],
    ['stranger', 404],
  ] as const)('is not asked by the %s', async (who, status) => {
    expect((await ask(who)).status).toBe(status)
    expect((await office.read(who, paths.newFollowUp(office.satker.id))).status).toBe(status)
  })

  it.each([
    ['text', { text: ' ' }, 'Tulis apa yang diminta.'],
    ['dueOn', { dueOn: '' }, 'Tulis tanggal yang ada di kalender.'],
    ['dueOn', { dueOn: '2026-03-11' }, 'Tenggat sudah lewat.'],
    ['quarter', { quarter: '5' }, 'Pilih salah satu yang tersedia.'],
  ])('is refused at %s (%j) with what was typed', async (field, wrong, message) => {
    const answer = await ask('kanwil', { ...ASKED, ...wrong })
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(faultAt(field, message))
    if (field !== 'text') expect(answer.text).toContain(ASKED.text)
  })

  it('goes from the satker to the region and back until it is closed', async () => {
    const id = await asked()
    expect((await act('chair', paths.followUpReply(id), 1, '')).status).toBe(422)
    expect((await act('chair', paths.followUpReply(id), 1, 'Loket ditambah.')).status).toBe(303)
    expect(await stands(id)).toMatchObject({ state: 'replied', reply: 'Loket ditambah.', version: 2 })
    expect(await toldTo('kanwil')).toEqual([
      'Tindak lanjut kinerja ditanggapi: Triwulan I 2026, Kanim Tanjung Kirana',
    ])
    const returned = await act('kanwil', paths.followUpReturn(id), 2, '')
    expect(returned.status).toBe(422)
    expect(returned.text).toMatch(faultAt('return-text', 'Tulis alasannya.'))
    expect((await act('kanwil', paths.followUpReturn(id), 2, 'Lampirkan fotonya.')).status).toBe(303)
    expect(await stands(id)).toMatchObject({ state: 'open', remark: 'Lampirkan fotonya.' })
    expect((await act('member', paths.followUpReply(id), 3, 'Foto terlampir.')).status).toBe(303)
    expect((await act('kanwil', paths.followUpClosing(id), 4)).status).toBe(303)
    expect(await stands(id)).toMatchObject({ state: 'closed', reply: 'Foto terlampir.', version: 5 })
    expect((await act('chair', paths.followUpReply(id), 5, 'Lagi.')).status).toBe(403)
    const events = (await eventsOf(office.house)).slice(1)
    expect(events.map(({ action, role }) => [action, role])).toEqual([
      ['write-follow-up', 'kanwil-viewer'],
      ['reply-follow-up', 'chair'],
      ['return-follow-up', 'kanwil-viewer'],
      ['reply-follow-up', 'member'],
      ['close-follow-up', 'kanwil-viewer'],
    ])
    expect(JSON.parse(events[1]?.after ?? '')).toEqual({ quarter: 'I 2026', reply: 'Loket ditambah.' })
  })

  it('is answered by the satker alone, closed by the region alone, and nothing to strangers', async () => {
    const id = await asked()
    expect((await act('kanwil', paths.followUpReply(id), 1, 'x')).status).toBe(403)
    expect((await act('chair', paths.followUpClosing(id), 1)).status).toBe(403)
    expect((await act('chair', paths.followUpReturn(id), 1, 'x')).status).toBe(403)
    for (const who of ['stranger', 'neighbour', 'evaluator'] as const)
      expect((await office.read(who, paths.followUp(id))).status).toBe(404)
    expect((await act('neighbour', paths.followUpReply(id), 1, 'x')).status).toBe(404)
    expect(await stands(id)).toMatchObject({ state: 'open', version: 1 })
  })

  it('does not lose what somebody wrote over another', async () => {
    const id = await asked()
    expect((await act('head', paths.followUpReply(id), 1, 'Dari kepala.')).status).toBe(303)
    const late = await act('chair', paths.followUpReply(id), 1, 'Dari ketua.')
    expect(late.status).toBe(409)
    expect(late.text).toContain('Dari ketua.')
    expect((await stands(id))?.reply).toBe('Dari kepala.')
  })

  it('is late once its day is over and nobody answered', async () => {
    const id = await asked()
    office.house.now = new Date('2026-04-01T03:00:00.000Z')
    const agent = await signedIn(office.house, office.people.kanwil.login, PASSWORD)
    expect((await agent.get(paths.followUp(id))).text).toContain('Lewat')
  })

  it('is remembered a week before its day, once, to the head and the chair', async () => {
    await asked()
    const remind = async () => office.house.services.reminders.remind()
    await remind()
    expect(await toldTo('chair')).toHaveLength(1)
    office.house.now = new Date('2026-03-25T03:00:00.000Z')
    await remind()
    await remind()
    const told = 'Tenggat tindak lanjut kinerja Triwulan I 2026, Kanim Tanjung Kirana: 6 hari lagi'
    for (const leader of ['head', 'chair'] as const)
      expect((await toldTo(leader)).filter(subject => subject === told)).toHaveLength(1)
  })
})
