import { User } from '../../src/accounts/user.entity'
import { paths } from '../../src/paths'
import { NIP } from '../roster/roster-office'
import { addPerson } from '../support/cast'
import { addGoal, openOffice, report, type Office } from './plan-office'

/** The day of the house is 12 March 2026. */
describe('reminders of goals', () => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice()
  })
  afterEach(() => office.close())

  const remind = async (day: string) => {
    office.house.now = new Date(`${day}T00:30:00.000Z`)
    await office.house.services.reminders.remind()
  }
  const told = () =>
    office.house.database.query<{ name: string; subject: string; text: string; href: string }>(
      `SELECT u.name, m.subject, m.text, m.href FROM messages m JOIN users u ON u.id = m.user_id
        WHERE m.once LIKE 'due:rencana-aksi%' ORDER BY m.created_at, u.name`,
    )

  it('reach the chair and the pokja of the area seven, three and one days before, each once', async () => {
    const goal = await addGoal(office, { dueOn: '2026-03-20', areas: ['1'] })
    for (const day of ['12', '13', '13', '14', '17', '19', '20', '21']) await remind(`2026-03-${day}`)
    const messages = await told()
    expect(messages.map(({ name, subject }) => `${name}: ${subject}`)).toEqual([
      'Joko Wasesa: Sasaran rencana aksi Kanim Tanjung Kirana: 7 hari lagi',
      'Sari Puspadewi: Sasaran rencana aksi Kanim Tanjung Kirana: 7 hari lagi',
      'Joko Wasesa: Sasaran rencana aksi Kanim Tanjung Kirana: 3 hari lagi',
      'Sari Puspadewi: Sasaran rencana aksi Kanim Tanjung Kirana: 3 hari lagi',
      'Joko Wasesa: Sasaran rencana aksi Kanim Tanjung Kirana: 1 hari lagi',
      'Sari Puspadewi: Sasaran rencana aksi Kanim Tanjung Kirana: 1 hari lagi',
    ])
    expect(messages[0]).toMatchObject({
      text: 'Belum selesai: “Memangkas waktu tunggu loket paspor”. Batasnya 20 Maret 2026.',
      href: paths.goal(goal),
    })
  })

  it('reach the owner by the NIP of the account, whatever the pokja', async () => {
    const other = await addPerson(office.house, 'Tika Rahayu', 'member', office.satker, { parts: '3' })
    await office.keep({ name: 'Tika Rahayu', nip: NIP })
    const { database } = office.house
    await database.inTransaction(() => database.writing().update(User, { id: other.id }, { nip: NIP }))
    await addGoal(office, { dueOn: '2026-03-15', areas: ['6'], owner: 'Tika Rahayu' })
    await remind('2026-03-12')
    expect((await told()).map(({ name }) => name)).toEqual(['Sari Puspadewi', 'Tika Rahayu'])
  })

  it('reach nobody of another satker whose account bears the NIP', async () => {
    const { database } = office.house
    const { id } = office.people.neighbour
    await office.keep({ name: 'Tika Rahayu', nip: NIP })
    await database.inTransaction(() => database.writing().update(User, { id }, { nip: NIP }))
    await addGoal(office, { dueOn: '2026-03-15', areas: ['6'], owner: 'Tika Rahayu' })
    await remind('2026-03-12')
    expect((await told()).map(({ name }) => name)).toEqual(['Sari Puspadewi'])
  })

  it('say once of several goals of one day how many they are', async () => {
    for (const title of ['Satu', 'Dua', 'Tiga', 'Empat', 'Lima'])
      await addGoal(office, { title, dueOn: '2026-03-15', areas: ['6'] })
    await remind('2026-03-12')
    expect(await told()).toEqual([
      {
        name: 'Sari Puspadewi',
        subject: '5 sasaran rencana aksi Kanim Tanjung Kirana: 3 hari lagi',
        text: 'Belum selesai: “Dua”, “Empat”, “Lima”, dan 2 lainnya. Batasnya 15 Maret 2026.',
        href: `${paths.actionPlan(office.satker.id)}?tahun=2026&keadaan=segera`,
      },
    ])
  })

  it('leave out what is done', async () => {
    const goal = await addGoal(office, { dueOn: '2026-03-15' })
    await report(office, goal, { reportedOn: '2026-03-10', percent: '100' })
    await remind('2026-03-12')
    expect(await told()).toEqual([])
  })

  it('take the statements of a few for many goals', async () => {
    const statementsOf = async () => {
      office.house.statements.length = 0
      await office.house.services.reminders.remind()
      return office.house.statements.length
    }
    await addGoal(office, { dueOn: '2026-03-15' })
    await statementsOf()
    const few = await statementsOf()
    for (const title of ['Satu', 'Dua', 'Tiga'])
      await addGoal(office, { title, dueOn: '2026-03-15', areas: ['1'] })
    await statementsOf()
    expect(await statementsOf()).toBe(few)
  })
})
