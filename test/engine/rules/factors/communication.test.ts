import { communication } from '../../../../src/engine/rules/factors/communication'
import { activity, levelOf, reading } from '../facts-of'

const DAYS = ['2025-06-10', '2025-09-10', '2025-12-10', '2026-03-10']
const told = (quarters: number, counted: number | null, employees = 100) => ({
  staff: { employees, frontLine: null, agents: [] },
  activities: [
    activity('a'),
    ...DAYS.slice(0, quarters).map((heldOn, at) =>
      activity(`s${at}`, { kind: 'socialisation', heldOn, counted }),
    ),
  ],
})

describe('communication', () => {
  it.each([
    ['every quarter', told(4, 1), 'quarters', 'aman'],
    ['three quarters', told(3, 1), 'quarters', 'waspada'],
    ['two', told(2, 1), 'quarters', 'waspada'],
    ['one', told(1, 1), 'quarters', 'bahaya'],
    ['nothing recorded', {}, 'quarters', 'belum-cukup-data'],
    ['75 of a hundred', told(1, 75), 'reached', 'aman'],
    ['74', told(1, 74), 'reached', 'waspada'],
    ['40', told(1, 40), 'reached', 'waspada'],
    ['39', told(1, 39), 'reached', 'bahaya'],
    ['nobody came', told(4, 0), 'reached', 'bahaya'],
    ['nobody counted or named who came', told(4, null), 'reached', 'belum-cukup-data'],
    ['none held', told(0, null), 'reached', 'bahaya'],
    ['a roster of zero', told(4, 10, 0), 'reached', 'belum-cukup-data'],
  ])('%s', (_, facts, key, level) => expect(levelOf(reading(communication, facts), key)).toBe(level))
})
