import { systemActor } from '../../src/access/actor'
import { User } from '../../src/accounts/user.entity'
import { createMailer, type Mailer } from '../../src/mail/mailer'
import type { Delivery } from '../../src/messages/deliveries'
import { PostOffice } from '../../src/messages/post-office.service'
import { MessagesService } from '../../src/messages/messages.service'
import { smtpServer, type ReceivedMail } from '../mail/smtp-server'
import { addPerson, addSatker, type Person } from '../support/cast'
import { openHouse, type House } from '../support/house'
import { recordingMailer } from '../support/recording-mailer'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const from = 'Zona Integritas <zi@contoh.test>'
const BASE = 'https://zi.contoh.go.id'
const going = new AbortController().signal

interface Entry {
  readonly letter: string
  readonly attempts: number
  readonly dueAt: string | null
  readonly sentAt: string | null
  readonly lastError: string
}

const subjectsOf = (mails: readonly ReceivedMail[]) =>
  mails.map(({ message }) => /^Subject: (.*)$/m.exec(message)?.[1] ?? '')
const idsOf = (mails: readonly ReceivedMail[]) =>
  mails.map(({ message }) => /^Message-ID: (.*)$/m.exec(message)?.[1] ?? '')

describe('the post office', () => {
  let house: House
  let people: Person[]
  beforeEach(async () => {
    house = await openHouse()
    const jakarta = await addSatker(house, 'Kanim Tanjung Kirana')
    const jayapura = await addSatker(house, 'Kanim Jayapura', jakarta, { timeZone: 'Asia/Jayapura' })
    people = [
      await addPerson(house, 'Sari Puspadewi', 'chair', jakarta),
      await addPerson(house, 'Hendra Wiguna', 'head', jayapura),
    ]
  })
  afterEach(() => house.close())

  const office = (mailer: Mailer) => new PostOffice(house.database, mailer, BASE, () => house.now)
  const pass = (ms: number) => void (house.now = new Date(house.now.getTime() + ms))
  const entries = () =>
    house.database.query<Entry>(
      `SELECT letter, attempts, due_at AS "dueAt", sent_at AS "sentAt", last_error AS "lastError"
         FROM outbox ORDER BY message_id`,
    )
  const tell = (subject: string, to = people.map(({ id }) => id)) =>
    house.database.inTransaction(() =>
      house.services.messages.tell(systemActor('tests'), {
        kind: 'due',
        to,
        assessment: null,
        subject,
        text: 'Penilaian belum diajukan.',
        href: '/penilaian/1',
      }),
    )
  const choose = async (person: Person, delivery: Delivery) => {
    const actor = await house.services.accounts.actorOf(
      person.id,
      { startedAt: house.now.toISOString() },
      'tests',
    )
    await house.services.deliveries.choose(actor!, delivery)
  }

  it('sends what was told, with the way there from the address of the installation, and never again', async () => {
    const server = await smtpServer()
    const sending = office(createMailer({ smtpUrl: server.url, from }))
    await tell('Pengisian: 3 hari lagi')
    await sending.sendDue(going)
    pass(MINUTE)
    await sending.sendDue(going)
    await server.close()
    expect(server.mails.map(({ to }) => to).sort()).toEqual([
      ['hendra.wiguna@contoh.go.id'],
      ['sari.puspadewi@contoh.go.id'],
    ])
    expect(server.mails[0]?.message).toContain(`Penilaian belum diajukan.\n\n${BASE}/penilaian/1\n`)
    expect((await entries()).map(({ dueAt, sentAt }) => [dueAt, sentAt])).toEqual([
      [null, '2026-03-12T03:45:00.000Z'],
      [null, '2026-03-12T03:45:00.000Z'],
    ])
  })

  it('keeps what could not leave while the mail server was down for a day, and sends all of it once it is back', async () => {
    const gone = await smtpServer()
    await gone.close()
    const down = office(createMailer({ smtpUrl: gone.url, from }))
    for (let minute = 0; minute < 24 * 60; minute += 10) {
      if (minute % 240 === 0) await tell(`Pesan ${minute}`)
      await down.sendDue(going)
      pass(10 * MINUTE)
    }
    const waiting = await entries()
    expect(waiting.filter(({ dueAt, sentAt }) => dueAt === null || sentAt !== null)).toEqual([])
    expect(waiting[0]?.attempts).toBeGreaterThan(4)
    expect(waiting[0]?.lastError).toContain('ECONNREFUSED')
    const server = await smtpServer()
    const up = office(createMailer({ smtpUrl: server.url, from }))
    for (let hour = 0; hour < 7; hour++) {
      await up.sendDue(going)
      pass(HOUR)
    }
    await server.close()
    const wanted = [0, 240, 480, 720, 960, 1200].flatMap(minute => [`Pesan ${minute}`, `Pesan ${minute}`])
    expect(subjectsOf(server.mails).sort()).toEqual(wanted.sort())
    expect(new Set(idsOf(server.mails)).size).toBe(12)
    expect((await entries()).filter(({ sentAt }) => sentAt === null)).toEqual([])
  }, 60_000)

  it('rests longer after each attempt, up to six hours, and gives up after a week', async () => {
    const gone = await smtpServer()
    await gone.close()
    const down = office(createMailer({ smtpUrl: gone.url, from }))
    await tell('Pengisian: 3 hari lagi', [people[0]!.id])
    const pauses: number[] = []
    for (;;) {
      await down.sendDue(going)
      const [entry] = await entries()
      if (!entry?.dueAt) break
      const pause = Date.parse(entry.dueAt) - house.now.getTime()
      pauses.push(pause / MINUTE)
      pass(pause)
    }
    expect(pauses.slice(0, 7)).toEqual([1, 4, 16, 64, 256, 360, 360])
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThan(7 * 24 * 60)
    expect((await entries())[0]).toMatchObject({ dueAt: null, sentAt: null })
  })

  it('goes on with the others when the mail server refuses one', async () => {
    const server = await smtpServer('sari.puspadewi@contoh.go.id')
    await tell('Pengisian: 3 hari lagi')
    await office(createMailer({ smtpUrl: server.url, from })).sendDue(going)
    await server.close()
    expect(server.mails.map(({ to }) => to)).toEqual([['hendra.wiguna@contoh.go.id']])
    expect((await entries()).filter(({ sentAt }) => sentAt === null)).toHaveLength(1)
  })

  it('goes on with the others where an address is none', async () => {
    const server = await smtpServer()
    const { database } = house
    await database.inTransaction(async () => {
      const email = '<>'
      await database.writing().update(User, { id: people[0]!.id }, { email })
    })
    await tell('Pengisian: 3 hari lagi', [people[0]!.id])
    pass(1000)
    await tell('Pengisian: 3 hari lagi', [people[1]!.id])
    await office(createMailer({ smtpUrl: server.url, from })).sendDue(going)
    await server.close()
    expect(server.mails.map(({ to }) => to)).toEqual([['hendra.wiguna@contoh.go.id']])
    expect((await entries()).filter(({ sentAt }) => sentAt === null)).toHaveLength(1)
  })

  it('leaves the mail server alone until the next run once it does not let the installation in', async () => {
    for (let place = 0; place < 5; place++) await tell(`Pesan ${place}`)
    const tried: string[] = []
    const locked: Mailer = {
      isConfigured: true,
      send: mail => {
        tried.push(mail.to)
        return Promise.reject(Object.assign(new Error('Invalid login'), { code: 'EAUTH', responseCode: 535 }))
      },
    }
    await office(locked).sendDue(going)
    expect(tried).toHaveLength(1)
  })

  it('makes one line of the name of a unit in its subject, whatever is in it', async () => {
    const server = await smtpServer()
    await tell('Pengisian Kanim\r\nBcc: mata-mata@contoh.test\r\n\r\nHalo', [people[0]!.id])
    await office(createMailer({ smtpUrl: server.url, from })).sendDue(going)
    await server.close()
    expect(server.mails[0]?.to).toEqual(['sari.puspadewi@contoh.go.id'])
    const [head] = server.mails[0]!.message.split('\n\n')
    expect(head).not.toMatch(/^Bcc:/m)
    expect(head).toContain('To: sari.puspadewi@contoh.go.id')
  })

  it('gives a letter that is tried again after a crash the same Message-ID, once its lease is over', async () => {
    const server = await smtpServer()
    await tell('Pengisian: 3 hari lagi', [people[0]!.id])
    const working = createMailer({ smtpUrl: server.url, from })
    let crash: (() => void) | undefined
    const crashing = office({
      isConfigured: true,
      send: async mail => {
        await working.send(mail)
        await new Promise<void>(resolve => (crash = resolve))
      },
    }).sendDue(going)
    while (!crash) await new Promise(resolve => setImmediate(resolve))
    await office(working).sendDue(going)
    expect(server.mails).toHaveLength(1)
    pass(16 * MINUTE)
    await office(working).sendDue(going)
    await server.close()
    const [first, second] = idsOf(server.mails)
    expect(first).toMatch(/^<[\w-]+@zi\.contoh\.go\.id>$/)
    expect(second).toBe(first)
    crash()
    await crashing
  })

  it('sends what was told while the clock was far ahead once it is right again, and once', async () => {
    const right = house.now
    house.now = new Date('2027-03-12T03:45:00.000Z')
    await tell('Pesan', [people[0]!.id])
    await office({
      isConfigured: true,
      send: () => Promise.reject(Object.assign(new Error('Timeout'), { code: 'ETIMEDOUT' })),
    }).sendDue(going)
    house.now = right
    const mailer = recordingMailer()
    for (let minute = 0; minute < 3; minute++) {
      await office(mailer).sendDue(going)
      pass(MINUTE)
    }
    expect(mailer.sent.map(({ subject }) => subject)).toEqual(['Pesan'])
  })

  it('sends nothing twice when two servers look at the same time', async () => {
    const mailer = recordingMailer()
    for (let place = 0; place < 10; place++) await tell(`Pesan ${place}`)
    await Promise.all([office(mailer).sendDue(going), office(mailer).sendDue(going)])
    expect(mailer.sent).toHaveLength(20)
    expect(new Set(mailer.sent.map(({ id }) => id)).size).toBe(20)
  })

  it('gathers a day into one letter at seven in the zone of each person', async () => {
    for (const person of people) await choose(person, 'daily')
    await tell('Pesan pagi')
    pass(2 * HOUR)
    await tell('Pesan siang')
    const mailer = recordingMailer()
    // Nine in the evening in Jakarta; four in the morning, six in Jayapura; seven there; nine, seven in Jakarta.
    for (const at of ['2026-03-12T14:00', '2026-03-12T21:00', '2026-03-12T22:00', '2026-03-13T00:00']) {
      house.now = new Date(`${at}:00.000Z`)
      await office(mailer).sendDue(going)
    }
    expect(mailer.sent.map(({ to, subject }) => [to, subject])).toEqual([
      ['hendra.wiguna@contoh.go.id', 'Ringkasan 13 Maret 2026: 2 pesan'],
      ['sari.puspadewi@contoh.go.id', 'Ringkasan 13 Maret 2026: 2 pesan'],
    ])
    expect(mailer.sent[0]?.text).toMatch(/Pesan pagi[\s\S]*Pesan siang/)
    expect(mailer.sent[1]?.text).toContain(`12 Maret 2026 10.45\nPesan pagi\n`)
    expect(mailer.sent[0]?.id).toBe(`<${people[1]!.id}.2026-03-13@zi.contoh.go.id>`)
  })

  it('keeps what is told in the last minutes before seven for the next morning', async () => {
    await choose(people[0]!, 'daily')
    house.now = new Date('2026-03-12T23:57:00.000Z')
    await tell('Pesan', [people[0]!.id])
    expect((await entries()).map(({ dueAt }) => dueAt)).toEqual(['2026-03-14T00:00:00.000Z'])
  })

  it('sends nothing to whoever wants none, or has no address, or whose account ended meanwhile', async () => {
    const { database } = house
    await tell('Sebelum', [people[0]!.id])
    await choose(people[0]!, 'none')
    await tell('Sesudah', [people[0]!.id])
    await tell('Akun berakhir', [people[1]!.id])
    await database.inTransaction(async () => {
      const ended = { disabledAt: house.now.toISOString() }
      await database.writing().update(User, { id: people[1]!.id }, ended)
      await database.writing().update(User, { id: people[0]!.id }, { email: null })
    })
    await choose(people[0]!, 'at-once')
    await tell('Tanpa alamat', [people[0]!.id])
    const mailer = recordingMailer()
    await office(mailer).sendDue(going)
    expect(mailer.sent).toEqual([])
    expect((await entries()).filter(({ dueAt }) => dueAt !== null)).toEqual([])
    const rows = await database.query('SELECT id FROM messages')
    expect(rows).toHaveLength(4)
  })

  it('puts nothing out where no mail server is set up: the inbox alone is filled', async () => {
    const mailer = createMailer({ smtpUrl: undefined, from })
    const messages = new MessagesService(house.database, mailer, () => house.now)
    const to = people.map(({ id }) => id)
    const said = { assessment: null, subject: 'Pesan', text: 'Pesan.', href: '/' }
    await house.database.inTransaction(() =>
      messages.tell(systemActor('tests'), { kind: 'due', to, ...said }),
    )
    expect(await entries()).toEqual([])
    expect(await house.database.query('SELECT id FROM messages')).toHaveLength(2)
    await tell('Tertinggal')
    await office(mailer).sendDue(going)
    expect((await entries()).map(({ attempts }) => attempts)).toEqual([0, 0])
  })

  it('stops between two letters when the server stops', async () => {
    const stopping = new AbortController()
    const mailer = recordingMailer()
    await tell('Pesan')
    await office({
      isConfigured: true,
      send: async mail => {
        await mailer.send(mail)
        stopping.abort()
      },
    }).sendDue(stopping.signal)
    expect(mailer.sent).toHaveLength(1)
    expect((await entries()).filter(({ attempts }) => attempts === 0)).toHaveLength(1)
  })
})
