import { paths } from '../../src/paths'
import type { RegisterSources } from '../../src/registers/register-source'
import { SuggestionsService } from '../../src/registers/suggestions.service'
import { Conflict, NotFound } from '../../src/refusals'
import { openOffice, type Office } from '../roster/roster-office'

const AGENTS = 'A.II.1.i.a'

describe('what a register says of an answer', () => {
  let office: Office
  let suggestions: SuggestionsService
  let agents: number
  beforeEach(async () => {
    office = await openOffice()
    agents = 7
    const sources: RegisterSources = {
      innovations: {
        document: () => Promise.resolve({ stages: [], facts: [], tables: [] }),
        summary: () => Promise.resolve({ count: '', alerts: [] }),
        suggestions: {
          asks: () => true,
          of: () =>
            Promise.resolve(
              agents === 0
                ? []
                : [
                    {
                      question: AGENTS,
                      sentence: `${agents} agen perubahan menghasilkan 5 perubahan.`,
                      answer: { inputs: { agents: String(agents), changes: '5' } },
                      href: paths.home(),
                    },
                  ],
            ),
        },
      },
    }
    suggestions = new SuggestionsService(sources, office.house.services.answers)
  })
  afterEach(() => office.close())

  const opened = async () =>
    office.house.services.assessments.visibleTo(await office.actor('chair')).get(office.assessment)
  const answered = () =>
    office.house.database.query<{ inputs: string; version: number }>(
      'SELECT inputs, value_version AS version FROM answers WHERE question = $1',
      [AGENTS],
    )
  const take = async (base: number) =>
    suggestions.take(await office.actor('chair'), await opened(), AGENTS, { register: 'innovations', base })

  it('stands beside the question it speaks of and fills in nothing by itself', async () => {
    expect(await suggestions.of(await opened(), AGENTS)).toMatchObject([
      { register: 'innovations', sentence: '7 agen perubahan menghasilkan 5 perubahan.' },
    ])
    expect(await suggestions.of(await opened(), 'A.I.1.i.a')).toEqual([])
    expect(await answered()).toEqual([])
  })

  it('becomes the answer when a person takes it, as the register says it then', async () => {
    agents = 8
    await take(0)
    expect(await answered()).toEqual([{ inputs: '{"agents":"8","changes":"5"}', version: 1 }])
    const trail = await office.house.database.query(
      `SELECT action, user_id AS "userId" FROM audit_events WHERE question = $1`,
      [AGENTS],
    )
    expect(trail).toEqual([{ action: 'save-value', userId: office.people.chair.id }])
  })

  it('does not write over what somebody else answered meanwhile', async () => {
    await take(0)
    agents = 9
    await expect(take(0)).rejects.toThrow(Conflict)
    expect(await answered()).toEqual([{ inputs: '{"agents":"7","changes":"5"}', version: 1 }])
  })

  it('is gone with the figures it came from', async () => {
    agents = 0
    await expect(take(0)).rejects.toThrow(NotFound)
  })
})
