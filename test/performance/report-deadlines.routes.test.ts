import { Membership } from '../../src/accounts/membership.entity'
import { paths } from '../../src/paths'
import { forget, told } from '../messages/told'
import { addPerson, addSatker, type Unit } from '../support/cast'
import { openOffice, promise, report, type Office } from './performance-office'

const NAME = 'Laporan kinerja Triwulan I 2026, Kanim Tanjung Kirana'
const MISSED = 'Kinerja Triwulan I 2026 belum dilaporkan'
const [HEAD, CHAIR, MEMBER, COMPANION] = [
  'Hendra Wiguna',
  'Sari Puspadewi',
  'Joko Wasesa',
  'Meutia Rahardja',
] as const

describe('the day by which a quarter is reported', () => {
  let office: Office
  let kanwil: Unit
  beforeEach(async () => {
    office = await openOffice()
    const path = office.satker.path.slice(0, -office.satker.id.length - 1)
    kanwil = { id: path.split('/').at(-2)!, path, name: 'Kanwil Tirta Raya' }
    await addPerson(office.house, COMPANION, 'pendamping', kanwil)
  })
  afterEach(() => office.close())

  /** Runs the job of the morning at instants of UTC; noon in Jakarta where only a day is said. */
  const remindOn = async (...days: readonly string[]) => {
    for (const day of days) {
      office.house.now = new Date(day.length === 5 ? `2026-${day}T05:00:00.000Z` : day)
      await office.house.services.reminders.remind()
    }
  }
  const due = async () =>
    (await told(office.house, 'due'))
      .filter(({ subject }) => /[Kk]inerja/.test(subject))
      .map(({ who, subject }) => [who, subject])
  const days = async () => [...new Set((await due()).map(([, subject]) => subject?.split(': ')[1]))]

  it('is told to everybody who keeps the registers 7, 3 and 1 days before, each once', async () => {
    await promise(office)
    await remindOn('04-07')
    expect(await due()).toEqual([])
    await remindOn('04-08', '04-08')
    expect(await due()).toEqual([HEAD, MEMBER, CHAIR].map(who => [who, `${NAME}: 7 hari lagi`]))
    await remindOn('04-09', '04-11', '04-12', '04-13', '04-14', '04-15')
    expect(await days()).toEqual(['7 hari lagi', '3 hari lagi', '1 hari lagi'])
    expect(await due()).toHaveLength(9)
    const [first] = await told(office.house, 'due')
    expect(first).toMatchObject({
      text: '1 indikator belum dilaporkan. Batasnya 15 April 2026.',
      href: `${paths.performance(office.satker.id)}?tahun=2026&keadaan=belum`,
    })
    expect((await office.read('chair', first!.href)).text).toContain('Persentase layanan tepat waktu')
  })

  it('is a day of the satker: seven days before begin with it', async () => {
    const east = await addSatker(office.house, 'Rutan Fajar', kanwil, { timeZone: 'Asia/Jayapura' })
    await addPerson(office.house, 'Yosephina Kbarek', 'chair', east)
    await office.house.database.inTransaction(async () =>
      office.house.database.insert(Membership, [
        {
          ...(await office.house.database.manager
            .getRepository(Membership)
            .findOneByOrFail({ userId: office.people.chair.id })),
          id: 'm-east',
          satkerId: east.id,
        },
      ]),
    )
    await promise(office, {}, 'chair', east.id)
    const name = 'Laporan kinerja Triwulan I 2026, Rutan Fajar'
    await remindOn('2026-04-07T14:59:00.000Z')
    expect(await due()).toEqual([])
    await remindOn('2026-04-07T15:00:00.000Z')
    expect(await due()).toEqual([
      [CHAIR, `${name}: 7 hari lagi`],
      ['Yosephina Kbarek', `${name}: 7 hari lagi`],
    ])
  })

  it('is nothing to a satker that reported everything, until a report is taken back', async () => {
    const [one, other] = [
      await promise(office),
      await promise(office, { indicator: 'Lain', targets: ['25', '50', '75', '100'] }),
    ]
    await report(office, one, ['25'])
    await remindOn('04-08')
    expect((await told(office.house, 'due'))[0]?.text).toMatch(/^1 indikator belum dilaporkan\./)
    office.house.now = new Date('2026-04-09T05:00:00.000Z')
    await report(office, other, ['25'])
    await forget(office.house)
    await remindOn('04-12', '04-14', '04-16')
    expect(await due()).toEqual([])
    await office.house.services.quarterReports.withdraw(await office.actor('chair'), other, 1)
    await remindOn('04-17')
    expect((await due()).map(([who]) => who)).toEqual([HEAD, COMPANION, CHAIR])
  })

  it('is nothing to a satker without commitments, without a target in the quarter, or of another year', async () => {
    await promise(office, { year: 2025 })
    await promise(office, { targets: [null, '50', '75', '100'] })
    await remindOn('04-08', '04-12', '04-14', '04-16')
    expect(await due()).toEqual([])
    await remindOn('07-08')
    expect(await days()).toEqual(['7 hari lagi'])
  })

  it('is that of the year before until January has half passed', async () => {
    await promise(office, { year: 2025 })
    await remindOn('01-08')
    expect(await due()).toEqual(
      [HEAD, MEMBER, CHAIR].map(who => [
        who,
        'Laporan kinerja Triwulan IV 2025, Kanim Tanjung Kirana: 7 hari lagi',
      ]),
    )
  })

  it('is not told to whoever left, to an account that ended, or of a closed satker', async () => {
    await promise(office)
    const { database } = office.house
    const run = (sql: string, ...values: unknown[]) =>
      database.inTransaction(() => database.writing().query(sql, values))
    await run(
      'UPDATE memberships SET valid_until = $1 WHERE user_id = $2',
      '2026-04-07',
      office.people.head.id,
    )
    await run('UPDATE users SET disabled_at = $1 WHERE id = $2', '2026-04-01', office.people.member.id)
    await remindOn('04-08', '04-16')
    expect(await due()).toEqual([
      [CHAIR, `${NAME}: 7 hari lagi`],
      [COMPANION, `${MISSED}: Kanim Tanjung Kirana`],
      [CHAIR, `${MISSED}: Kanim Tanjung Kirana`],
    ])
    await forget(office.house)
    await run('UPDATE satker SET closed_at = $1 WHERE id = $2', '2026-04-08', office.satker.id)
    await remindOn('04-14', '04-17')
    expect(await due()).toEqual([])
  })

  it('once over, is told to head, chair and pendamping, once, and no more after a week', async () => {
    await promise(office)
    await remindOn('04-15', '2026-04-15T16:59:00.000Z')
    expect(await days()).toEqual(['hari terakhir'])
    await forget(office.house)
    await remindOn('2026-04-15T17:00:00.000Z', '04-16', '04-22')
    const all = await told(office.house, 'due')
    expect(all.map(({ who, subject }) => [who, subject])).toEqual(
      [HEAD, COMPANION, CHAIR].map(who => [who, `${MISSED}: Kanim Tanjung Kirana`]),
    )
    const [head, companion] = all
    expect(head).toMatchObject({
      text: '1 indikator belum dilaporkan. Batasnya 15 April 2026.',
      href: `${paths.performance(office.satker.id)}?tahun=2026&keadaan=belum`,
    })
    expect(companion).toMatchObject({
      text: 'Belum melapor sampai 15 April 2026: Kanim Tanjung Kirana.',
      href: `${paths.region()}?tahun=2026&triwulan=1&keadaan=belum`,
    })
    await forget(office.house)
    await remindOn('04-23')
    expect(await due()).toEqual([])
  })

  it('tells the pendamping of all their units at once, and of no other region’s', async () => {
    await promise(office)
    await promise(office, {}, 'neighbour', office.neighbour.id)
    const other = await addSatker(office.house, 'Kanwil Jauh', undefined, { level: 'kanwil' })
    await addPerson(office.house, 'Orang Jauh', 'pendamping', other)
    await remindOn('04-16')
    const companions = (await told(office.house, 'due')).filter(({ who }) => who === COMPANION)
    expect(companions.map(({ subject, text }) => [subject, text])).toEqual([
      [`${MISSED}: 2 unit`, 'Belum melapor sampai 15 April 2026: Kanim Tanjung Kirana, Rutan Muara Bening.'],
    ])
    expect((await due()).map(([who]) => who)).not.toContain('Orang Jauh')
  })

  it('is read for all units in one statement', async () => {
    await promise(office)
    await promise(office, {}, 'neighbour', office.neighbour.id)
    const { reportDeadlines } = office.house.services
    for (const [read, day] of [
      [() => reportDeadlines.of(office.house.now), '04-08'],
      [() => reportDeadlines.missed(office.house.now), '04-16'],
    ] as const) {
      office.house.now = new Date(`2026-${day}T05:00:00.000Z`)
      office.house.statements.length = 0
      expect((await read()).length).toBeGreaterThan(1)
      expect(office.house.statements).toHaveLength(1)
    }
  })
})
