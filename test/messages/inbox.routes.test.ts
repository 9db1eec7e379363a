import { systemActor } from '../../src/access/actor'
import { paths } from '../../src/paths'
import { addPerson, addSatker, PASSWORD, type Person } from '../support/cast'
import { openHouse, post, signedIn, tokenIn, type Browser, type House } from '../support/house'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

describe('the inbox', () => {
  let house: House
  let chair: Person
  let head: Person
  let agent: Browser
  beforeEach(async () => {
    house = await openHouse()
    const satker = await addSatker(house, 'Kanim Tanjung Kirana')
    chair = await addPerson(house, 'Sari Puspadewi', 'chair', satker)
    head = await addPerson(house, 'Hendra Wiguna', 'head', satker)
    agent = await signedIn(house, chair.login, PASSWORD)
  })
  afterEach(() => house.close())

  const tell = async (...subjects: readonly string[]) => {
    for (const subject of subjects) {
      house.now = new Date(house.now.getTime() + MINUTE)
      await house.database.inTransaction(() =>
        house.services.messages.tell(systemActor('tests'), {
          kind: 'due',
          to: [chair.id],
          assessment: null,
          subject,
          text: 'Penilaian belum diajukan.',
          href: paths.guide(),
        }),
      )
    }
  }
  const idOf = async (subject: string) =>
    (await house.database.one<{ id: string }>('SELECT id FROM messages WHERE subject = $1', [subject]))!.id
  const page = async (address = paths.inbox()) => (await agent.get(address)).text
  const subjectsIn = (html: string) =>
    [...html.matchAll(/<button class="act" type="submit">(.*?)<\/button>/g)].map(([, inner]) =>
      (inner ?? '').replace(/<span class="visually-hidden">.*?<\/span>/, '').replace(/<\/?b>/g, ''),
    )
  const badge = (html: string) => /class="unread">([^<]*)</.exec(html)?.[1] ?? ''

  it('shows the unread ones first, then the newest, and how many are unread at the top of every page', async () => {
    await tell('Satu', 'Dua', 'Tiga')
    await post(agent, paths.inbox(), paths.messageOpening(await idOf('Tiga')), {})
    const html = await page()
    expect(subjectsIn(html)).toEqual(['Dua', 'Satu', 'Tiga'])
    expect(badge(html)).toBe('2')
    expect(badge(await page(paths.ownAccount()))).toBe('2')
    expect(subjectsIn(await page(`${paths.inbox()}?saring=belum`))).toEqual(['Dua', 'Satu'])
  })

  it('opens a message: it is read from then on, and one stands at its place', async () => {
    await tell('Satu')
    const opened = await post(agent, paths.inbox(), paths.messageOpening(await idOf('Satu')), {})
    expect([opened.status, opened.headers['location']]).toEqual([303, paths.guide()])
    expect(badge(await page())).toBe('')
    const [row] = await house.database.query<{ readAt: string }>('SELECT read_at AS "readAt" FROM messages')
    house.now = new Date(house.now.getTime() + MINUTE)
    await post(agent, paths.inbox(), paths.messageOpening(await idOf('Satu')), {})
    expect(await house.database.query('SELECT read_at AS "readAt" FROM messages')).toEqual([row])
  })

  it('has nobody else’s messages', async () => {
    await tell('Satu')
    const other = await signedIn(house, head.login, PASSWORD)
    const answer = await post(other, paths.inbox(), paths.messageOpening(await idOf('Satu')), {})
    expect(answer.status).toBe(404)
    expect(subjectsIn((await other.get(paths.inbox())).text)).toEqual([])
    expect((await other.get(paths.inbox())).text).toContain('Belum ada pesan.')
    expect(await house.database.query('SELECT id FROM messages WHERE read_at IS NULL')).toHaveLength(1)
  })

  it('marks as read what the page showed, and not what came after it', async () => {
    await tell('Satu', 'Dua')
    const html = await page()
    const until = /name="sampai" value="([^"]+)"/.exec(html)?.[1] ?? ''
    await tell('Tiga')
    const fields = { _csrf: tokenIn(html), sampai: until }
    const answer = await agent.post(paths.inboxReading()).type('form').send(fields)
    expect(answer.status).toBe(303)
    expect(subjectsIn(await page(`${paths.inbox()}?saring=belum`))).toEqual(['Tiga'])
    const unreadable = { ...fields, sampai: 'kemarin' }
    expect((await agent.post(paths.inboxReading()).type('form').send(unreadable)).status).toBe(422)
    expect(badge(await page())).toBe('1')
  })

  it('has pages of 25, and counts no further than 99', async () => {
    await house.database.inTransaction(() =>
      house.services.messages.tell(
        systemActor('tests'),
        ...Array.from({ length: 120 }, (_, place) => ({
          kind: 'due' as const,
          to: [chair.id],
          assessment: null,
          subject: `Pesan ${place}`,
          text: 'Penilaian belum diajukan.',
          href: paths.guide(),
        })),
      ),
    )
    const first = await page()
    expect(badge(first)).toBe('99+')
    expect(first).toContain('1–25 dari 120')
    const last = await page(`${paths.inbox()}?hal=5`)
    expect(subjectsIn(last)).toHaveLength(20)
    expect(await page(`${paths.inbox()}?hal=6`)).toContain('Halaman ini kosong.')
    expect(await page(`${paths.inbox()}?saring=apa&hal=x`)).toContain('1–25 dari 120')
  })

  it('loses what was read a year ago, with what the outbox says of it, and nothing that was never read', async () => {
    await tell('Dibaca', 'Belum')
    await post(agent, paths.inbox(), paths.messageOpening(await idOf('Dibaca')), {})
    house.now = new Date(house.now.getTime() + 364 * DAY)
    await house.services.messages.discardOld()
    expect(await house.database.query('SELECT id FROM messages')).toHaveLength(2)
    house.now = new Date(house.now.getTime() + 2 * DAY)
    await house.services.messages.discardOld()
    expect(await house.database.query('SELECT subject FROM messages')).toEqual([{ subject: 'Belum' }])
    expect(await house.database.query('SELECT message_id FROM outbox')).toHaveLength(1)
  })
})

describe('how one is told by e-mail', () => {
  let house: House
  let chair: Person
  let agent: Browser
  beforeEach(async () => {
    house = await openHouse()
    chair = await addPerson(house, 'Sari Puspadewi', 'chair', await addSatker(house, 'Kanim Tanjung Kirana'))
    agent = await signedIn(house, chair.login, PASSWORD)
  })
  afterEach(() => house.close())

  const choose = (delivery: string) => post(agent, paths.ownDelivery(), paths.ownDelivery(), { delivery })
  const checked = async () =>
    /value="([\w-]+)" checked/.exec((await agent.get(paths.ownDelivery())).text)?.[1] ?? ''
  const events = () =>
    house.database.query<{ before: string; after: string }>(
      `SELECT before, after FROM audit_events WHERE action = 'choose-delivery' AND subject_id = $1 ORDER BY at, id`,
      [chair.id],
    )

  it('is at once until one chooses, and stands on the page of the own account', async () => {
    expect(await checked()).toBe('at-once')
    expect((await agent.get(paths.ownAccount())).text).toContain('<dd>Segera</dd>')
    const answer = await choose('daily')
    expect([answer.status, answer.headers['location']]).toEqual([303, paths.ownAccount()])
    expect((await agent.get(paths.ownAccount())).text).toContain('<dd>Ringkasan harian</dd>')
    expect(await checked()).toBe('daily')
  })

  it('changes with an event of its own, and without one where nothing changes', async () => {
    for (const delivery of ['at-once', 'none', 'none', 'daily']) await choose(delivery)
    expect(await events()).toEqual([
      { before: '{"delivery":"at-once"}', after: '{"delivery":"none"}' },
      { before: '{"delivery":"none"}', after: '{"delivery":"daily"}' },
    ])
  })

  it('refuses what is not offered, with the form again', async () => {
    const answer = await choose('kadang')
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Pilih salah satu yang tersedia.')
    expect(await events()).toEqual([])
  })
})
