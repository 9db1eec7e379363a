import { daysAfter, yearsAfter } from '../../../src/engine/civil-days'
import { monthsIn, placeIn, stretchIn, touchesYear } from '../../../src/engine/action-plan/year-span'

const span = (startsOn: string, dueOn: string) => ({ startsOn, dueOn })

describe('a goal in a year', () => {
  it.each([
    [span('2026-01-01', '2026-12-31'), { from: 0, until: 12 }],
    [span('2026-01-01', '2026-01-31'), { from: 0, until: 1 }],
    [span('2026-04-16', '2026-04-30'), { from: 3.5, until: 4 }],
    [span('2025-07-01', '2026-06-30'), { from: 0, until: 6 }],
    [span('2026-10-01', '2027-03-31'), { from: 9, until: 12 }],
    [span('2025-01-01', '2025-12-31'), null],
    [span('2027-01-01', '2027-12-31'), null],
  ])('of %j stretches over %j', (one, stretch) => {
    expect(stretchIn(one, 2026)).toEqual(stretch)
    expect(touchesYear(one, 2026)).toBe(stretch !== null)
  })

  it('touches a year by its first and its last day', () => {
    expect(touchesYear(span('2025-01-01', '2026-01-01'), 2026)).toBe(true)
    expect(touchesYear(span('2026-12-31', '2027-02-01'), 2026)).toBe(true)
  })

  it('is marked in every month that has a day of it', () => {
    expect(monthsIn(span('2026-01-31', '2026-03-01'), 2026)).toEqual([1, 2, 3])
    expect(monthsIn(span('2025-11-01', '2026-01-01'), 2026)).toEqual([1])
    expect(monthsIn(span('2025-01-01', '2025-12-31'), 2026)).toEqual([])
  })

  it('has its day of today in the middle of that day, and in its own year alone', () => {
    expect(placeIn('2026-04-01', 2026)).toBeCloseTo(3 + 0.5 / 30)
    expect(placeIn('2026-04-01', 2025)).toBeNull()
  })
})

describe('days', () => {
  it('are counted over months and years', () => {
    expect(daysAfter('2026-02-27', 3)).toBe('2026-03-02')
    expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01')
  })

  it('move to another year as they are, but for 29 February', () => {
    expect(yearsAfter('2026-06-30', 1)).toBe('2027-06-30')
    expect(yearsAfter('2024-02-29', 1)).toBe('2025-02-28')
    expect(yearsAfter('2024-02-29', 4)).toBe('2028-02-29')
  })
})
