import { amountOf, carriedOut } from '../../../src/engine/action-plan/carried-out'

const goal = (dueOn: string, doneOn: string | null = null) => ({
  startsOn: '2026-01-05',
  dueOn,
  doneOn,
  percent: doneOn === null ? 50 : 100,
})

describe('what was carried out of a plan', () => {
  it('is read from the goals whose last day has come', () => {
    const goals = [
      goal('2026-03-12', '2026-03-12'),
      goal('2026-03-11', '2026-03-12'),
      goal('2026-03-12'),
      goal('2026-03-13', '2026-02-01'),
    ]
    expect(carriedOut(goals, '2026-03-12')).toEqual({ part: 1, whole: 3 })
  })

  it.each([
    [0, 0, null],
    [0, 4, 'none'],
    [1, 4, 'few'],
    [2, 4, 'few'],
    [3, 5, 'most'],
    [3, 4, 'most'],
    [4, 4, 'all'],
    [1, 1, 'all'],
  ])('%i of %i is %s', (part, whole, amount) => {
    expect(amountOf({ part, whole })).toBe(amount)
  })
})
