import type { Facts } from '../../../../src/engine/rules/facts'
import { agentsOfChange } from '../../../../src/engine/rules/recommendations/agents-of-change'
import { activity, innovation, levelOf, reading } from '../facts-of'
import { people, profile } from '../rows-of'

const staff = (employees: number | null, agents: number) => ({
  staff: { employees, frontLine: null, agents: people(agents) },
})
const meetings = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    activity(`m${at}`, { kind: 'monitoring-meeting', participants: ['p1'] }),
  )
const award = activity('w', { kind: 'award' })
const changeOf = (agents: readonly string[]) => innovation(`n${agents.join()}`, { agents })
const good: Partial<Facts> = {
  ...staff(20, 2),
  activities: [...meetings(4), award],
  innovations: [changeOf(['p1']), changeOf(['p2'])],
}

describe('recommendation 4, agents of change', () => {
  it.each([
    ['all of it', {}, 'selesai'],
    ['a unit of one', { ...staff(1, 1), innovations: [changeOf(['p1'])] }, 'selesai'],
    [
      'no agents, no change, no monitoring, no award',
      { ...staff(20, 0), activities: [activity('a')], innovations: [] },
      'belum',
    ],
    ['only an award', { ...staff(20, 0), activities: [award], innovations: [] }, 'berjalan'],
    [
      'no roster',
      { ...staff(null, 0), profiles: [profile({ employees: 20 })], activities: [activity('a')] },
      'belum-cukup-data',
    ],
    ['nothing recorded', { ...staff(null, 0), activities: [], innovations: [] }, 'belum-cukup-data'],
  ])('%s', (_, facts, level) => expect(reading(agentsOfChange, { ...good, ...facts }).level).toBe(level))

  it.each<[string, Partial<Facts>, string, string]>([
    ['one agent in twenty', staff(20, 1), 'agents', 'aman'],
    ['one agent in twenty-one', staff(21, 1), 'agents', 'waspada'],
    ['one agent in a thousand', staff(1000, 1), 'agents', 'waspada'],
    ['one agent in a thousand and one', staff(1001, 1), 'agents', 'bahaya'],
    ['each agent with a change', {}, 'agents_with_change', 'aman'],
    ['one agent without', { innovations: [changeOf(['p1'])] }, 'agents_with_change', 'waspada'],
    ['a change of somebody else', { innovations: [changeOf(['p9'])] }, 'agents_with_change', 'bahaya'],
    [
      'one of a hundred agents with a change',
      { ...staff(100, 100), innovations: [changeOf(['p1'])] },
      'agents_with_change',
      'waspada',
    ],
    [
      'one of a hundred and one',
      { ...staff(101, 101), innovations: [changeOf(['p1'])] },
      'agents_with_change',
      'bahaya',
    ],
    [
      'a change that has not begun',
      { ...staff(20, 1), innovations: [innovation('n', { agents: ['p1'], startedOn: '2026-05-21' })] },
      'agents_with_change',
      'bahaya',
    ],
    ['monitored four times', {}, 'monitored', 'aman'],
    ['monitored three times', { activities: meetings(3) }, 'monitored', 'waspada'],
    ['monitored once', { activities: meetings(1) }, 'monitored', 'waspada'],
    [
      'meetings without an agent',
      { activities: [activity('m', { kind: 'monitoring-meeting', participants: ['p9'] })] },
      'monitored',
      'bahaya',
    ],
    ['an award', {}, 'awards', 'aman'],
    [
      'an award just within a year',
      { activities: [activity('w', { kind: 'award', heldOn: '2025-05-21' })] },
      'awards',
      'aman',
    ],
    [
      'an award a year ago',
      { activities: [activity('w', { kind: 'award', heldOn: '2025-05-20' })] },
      'awards',
      'bahaya',
    ],
    ['no activity recorded', { activities: [] }, 'awards', 'belum-cukup-data'],
  ])('%s', (_, facts, key, level) =>
    expect(levelOf(reading(agentsOfChange, { ...good, ...facts }), key)).toBe(level),
  )
})
