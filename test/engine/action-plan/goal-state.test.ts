import { goalState, shouldHaveBegun, type GoalTimes } from '../../../src/engine/action-plan/goal-state'

const goal = (more: Partial<GoalTimes> = {}): GoalTimes => ({
  startsOn: '2026-01-05',
  dueOn: '2026-06-30',
  percent: 0,
  doneOn: null,
  ...more,
})

describe('the state of a goal', () => {
  it.each([
    ['not-started', 'while nothing was done', goal(), '2026-03-12'],
    ['not-started', 'before its first day', goal({ startsOn: '2026-05-01' }), '2026-03-12'],
    ['running', 'from the first percent', goal({ percent: 1 }), '2026-03-12'],
    ['running', 'with all but one percent', goal({ percent: 99 }), '2026-03-12'],
    ['running', 'fifteen days before its last', goal({ percent: 50 }), '2026-06-15'],
    ['due-soon', 'fourteen days before its last', goal({ percent: 50 }), '2026-06-16'],
    ['due-soon', 'fourteen days before, not begun', goal(), '2026-06-16'],
    ['due-soon', 'on its last day', goal({ percent: 50 }), '2026-06-30'],
    ['late', 'the day after', goal({ percent: 99 }), '2026-07-01'],
    ['late', 'the day after, not begun', goal(), '2026-07-01'],
    ['done', 'when it was whole on its last day', goal({ percent: 100, doneOn: '2026-06-30' }), '2026-09-01'],
    ['done', 'when it was whole before', goal({ percent: 100, doneOn: '2026-02-01' }), '2026-03-12'],
    ['done-late', 'when it was whole a day late', goal({ percent: 100, doneOn: '2026-07-01' }), '2026-09-01'],
  ])('is %s %s', (state, _, times, today) => {
    expect(goalState(times, today)).toBe(state)
  })

  it('counts the days of a soon due goal over the end of a year', () => {
    const times = goal({ dueOn: '2027-01-05', percent: 10 })
    expect(goalState(times, '2026-12-21')).toBe('running')
    expect(goalState(times, '2026-12-22')).toBe('due-soon')
  })

  it('says that a goal should have begun from the day after its first on', () => {
    expect(shouldHaveBegun(goal(), '2026-01-05')).toBe(false)
    expect(shouldHaveBegun(goal(), '2026-01-06')).toBe(true)
    expect(shouldHaveBegun(goal({ percent: 1 }), '2026-01-06')).toBe(false)
  })
})
