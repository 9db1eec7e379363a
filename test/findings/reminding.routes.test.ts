import { paths } from '../../src/paths'
import { openOffice, type Office } from '../roster/roster-office'

/** The day of the house is 12 March 2026. */
describe('reminders of recommendations', () => {
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
        WHERE m.once LIKE 'due:rekomendasi%' ORDER BY m.created_at, u.name`,
    )
  const promise = async (number: number, dueOn: string, status: 'belum' | 'berjalan' | 'selesai') => {
    const { assessments, recommendations } = office.house.services
    const chair = await office.actor('chair')
    const assessment = await assessments.visibleTo(chair).get(office.assessment)
    const draft = { status, owner: '', dueOn, notes: '', evidence: [], version: 0 }
    await recommendations.change(chair, assessment, number, draft)
  }

  it('reach head and chair seven, three and one days before, each once', async () => {
    await promise(5, '2026-03-20', 'berjalan')
    for (const day of ['12', '13', '13', '14', '17', '19', '20', '21']) await remind(`2026-03-${day}`)
    const messages = await told()
    expect(messages.map(({ name, subject }) => `${name}: ${subject}`)).toEqual(
      [7, 3, 1].flatMap(days => [
        `Hendra Wiguna: Rekomendasi Kanim Tanjung Kirana: ${days} hari lagi`,
        `Sari Puspadewi: Rekomendasi Kanim Tanjung Kirana: ${days} hari lagi`,
      ]),
    )
    expect(messages[0]).toMatchObject({
      text: 'Belum selesai: 5 Rapat berkala. Batasnya 20 Maret 2026.',
      href: paths.finding(office.assessment, 'recommendation-5'),
    })
  })

  it('name all that are due on a day at once, and none that is done or that nobody promised', async () => {
    await promise(2, '2026-03-15', 'belum')
    await promise(7, '2026-03-15', 'berjalan')
    await promise(9, '2026-03-15', 'selesai')
    await remind('2026-03-12')
    expect((await told()).map(({ name, subject, text }) => [name, subject, text])).toEqual(
      ['Hendra Wiguna', 'Sari Puspadewi'].map(name => [
        name,
        '2 rekomendasi Kanim Tanjung Kirana: 3 hari lagi',
        'Belum selesai: 2 Layanan satu pintu, 7 Penghargaan. Batasnya 15 Maret 2026.',
      ]),
    )
  })

  it('end with the cycle, and with the account', async () => {
    await promise(2, '2026-03-15', 'belum')
    const { database } = office.house
    await database.inTransaction(() =>
      database
        .writing()
        .query(`UPDATE users SET disabled_at = '2026-03-01' WHERE id = $1`, [office.people.head.id]),
    )
    await remind('2026-03-12')
    expect((await told()).map(({ name }) => name)).toEqual(['Sari Puspadewi'])
    await database.inTransaction(() =>
      database.writing().query(`UPDATE assessments SET stage = 'final' WHERE id = $1`, [office.assessment]),
    )
    await remind('2026-03-14')
    expect(await told()).toHaveLength(1)
  })
})
