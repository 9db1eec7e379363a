import { Membership } from '../../src/accounts/membership.entity'
import { newId } from '../../src/db/ids'
import { paths } from '../../src/paths'
import { openOffice, type Office } from '../roster/roster-office'
import { addPerson, PASSWORD, type Person, type Unit } from '../support/cast'
import { post, signedIn } from '../support/house'
import { loadRules } from './rules-at-work'

describe('who judges findings and verifies recommendations', () => {
  let office: Office
  let kanwil: Unit

  beforeEach(async () => {
    office = await openOffice()
    kanwil = (await office.house.database.one<Unit>(
      `SELECT id, path, name FROM satker WHERE name = 'Kanwil Tirta Raya'`,
    ))!
    await loadRules(office.house)
  })
  afterEach(() => office.close())

  const alsoAs = (person: Person, role: Membership['role'], at: Unit) =>
    office.house.database.inTransaction(() =>
      office.house.database.insert(Membership, [
        {
          id: newId(),
          userId: person.id,
          satkerId: at.id,
          role,
          acting: false,
          validFrom: '2026-01-01',
          createdAt: '2026-01-01T00:00:00.000Z',
        },
      ]),
    )

  const finding = () => paths.finding(office.assessment, 'pitfall-2')
  const recommendation = () => paths.finding(office.assessment, 'recommendation-5')
  const spoken = (table: 'finding_rulings' | 'recommendation_states') =>
    office.house.database.query(`SELECT * FROM ${table}`)

  async function tries(person: Person) {
    const agent = await signedIn(office.house, person.login, PASSWORD)
    const page = await agent.get(finding())
    const companion = await addPerson(office.house, 'Meutia Rahardja', 'pendamping', kanwil)
    const seen = await (await signedIn(office.house, companion.login, PASSWORD)).get(finding())
    const shown = /name="shown" value="([0-9a-f]{64})"/.exec(seen.text)?.[1] ?? ''
    expect(shown).not.toBe('')
    const ruling = await post(agent, finding(), finding(), { shown, outcome: 'dismissed', reason: 'Ya.' })
    const verification = await post(agent, recommendation(), paths.recommendation(office.assessment, '5'), {
      status: 'diverifikasi',
      owner: '',
      dueOn: '',
      notes: '',
      version: '0',
    })
    return { page: page.text, statuses: [page.status, ruling.status, verification.status] }
  }

  it('is no evaluator without a seat, though it be the own unit', async () => {
    const evaluator = await addPerson(office.house, 'Yoga Pranata', 'evaluator', office.satker)
    const { page, statuses } = await tries(evaluator)
    expect(statuses).toEqual([200, 403, 403])
    expect(page).not.toContain('name="outcome"')
    expect(await spoken('finding_rulings')).toEqual([])
    expect(await spoken('recommendation_states')).toEqual([])
  })

  it.each(['chair', 'head', 'member'] as const)(
    'is no %s of the satker who assists it besides: nobody verifies what they answer for',
    async who => {
      await alsoAs(office.people[who], 'pendamping', kanwil)
      const { page, statuses } = await tries(office.people[who])
      expect(statuses).toEqual([200, 403, 403])
      expect(page).not.toContain('name="outcome"')
      expect(await spoken('finding_rulings')).toEqual([])
      expect(await spoken('recommendation_states')).toEqual([])
    },
  )
})
