import { countChanges, suggestionsFor } from '../../src/innovations/change-suggestions'
import type { AgentOfChange } from '../../src/roster/employee-facts'
import { loadInstrumentYaml } from '../../src/instruments/instrument-yaml'
import { someInnovation } from './innovation-office'
import { LKE_TEXT } from '../engine/support/lke'

const agent = (id: string, more: Partial<AgentOfChange> = {}): AgentOfChange => ({
  id,
  name: id,
  agentFrom: '2025-01-05',
  agentUntil: null,
  joinedOn: '2020-01-02',
  leftOn: null,
  ...more,
})
const made = (more: Parameters<typeof someInnovation>[1]) => someInnovation('satker', more)

describe('the changes that agents of change made in a year', () => {
  const people = [
    agent('a'),
    agent('b', { agentUntil: '2025-12-31' }),
    agent('c', { agentUntil: '2024-12-31', agentFrom: '2024-01-01' }),
    agent('d', { agentFrom: '2026-01-01' }),
    agent('e', { leftOn: '2024-12-31', agentFrom: '2024-01-01' }),
  ]

  it('are counted with the agents whose term meets the year', () => {
    expect(countChanges([], people, 2025).agents).toBe(2)
    expect(countChanges([], people, 2026).agents).toBe(2)
    expect(countChanges([], people, 2024).agents).toBe(2)
  })

  it('are those begun in the year by one of these, and what became of them by its end', () => {
    const measured = {
      indicator: 'x',
      better: 'lower' as const,
      beforeValue: '2',
      beforeOn: '2025-01-01',
      afterValue: '1',
      afterOn: '2025-06-01',
    }
    const innovations = [
      made({ startedOn: '2025-01-01', agents: ['a', 'b'], integratedOn: '2025-12-31', ...measured }),
      made({ startedOn: '2025-12-31', agents: ['c', 'b'], integratedOn: '2026-01-01' }),
      made({ startedOn: '2024-12-31', agents: ['a'] }),
      made({ startedOn: '2026-01-01', agents: ['a'] }),
      made({ startedOn: '2025-05-05', agents: ['c'] }),
      made({ startedOn: '2025-05-05', agents: [], integratedOn: '2025-06-01' }),
      made({ startedOn: '2025-05-05', agents: ['a'], ...measured, better: 'higher' }),
    ]
    expect(countChanges(innovations, people, 2025)).toEqual({
      year: 2025,
      agents: 2,
      changes: 3,
      integrated: 1,
      better: 1,
    })
  })
})

describe('what these counts say of the worksheet', () => {
  const instrumentOf = (text: string) => {
    const loaded = loadInstrumentYaml(text, 'lke.yaml')
    if (!loaded.ok) throw new Error(loaded.faults[0]?.message)
    return loaded.instrument
  }
  const counts = { year: 2026, agents: 5, changes: 3, integrated: 2, better: 1 }

  it('is an answer to the questions whose inputs it counts, and to no other', () => {
    const suggestions = suggestionsFor(counts, instrumentOf(LKE_TEXT), 'satker')
    expect(suggestions.map(({ question, answer }) => [question, answer])).toEqual([
      ['A.II.1.i.a', { inputs: { agents: '5', changes: '3' } }],
      ['A.II.1.i.b', { inputs: { changes: '3', integrated: '2' } }],
    ])
    expect(suggestions[0]?.sentence).toBe(
      'Register mencatat 3 inovasi yang dimulai 2026 oleh 5 agen perubahan; 1 terukur membaik.',
    )
  })

  it('follows the questions where an instrument calls them something else', () => {
    const other = LKE_TEXT.replaceAll('A.II.1.i.a', 'A.II.1.i.z')
    expect(suggestionsFor(counts, instrumentOf(other), 'satker').map(one => one.question)).toContain(
      'A.II.1.i.z',
    )
    const silent = LKE_TEXT.replace(
      /perubahan nyata yang dihasilkan agen perubahan/,
      'perubahan yang dihasilkan',
    )
    expect(suggestionsFor(counts, instrumentOf(silent), 'satker').map(one => one.question)).toEqual([
      'A.II.1.i.b',
    ])
  })

  it('is nothing where the roster knows no agent of change', () => {
    expect(suggestionsFor({ ...counts, agents: 0, changes: 0 }, instrumentOf(LKE_TEXT), 'satker')).toEqual([])
  })
})
