import { attendanceOf } from '../../../src/engine/activities/attendance'
import { daysAfter, daysIn, weekdayOf } from '../../../src/engine/civil-days'
import { monthAfter, monthBefore, monthOf, readMonth, weeksOf } from '../../../src/engine/activities/month'
import { pointState, timeOf } from '../../../src/engine/activities/point-state'

describe('a civil day', () => {
  it.each([
    ['2026-03-03', 2],
    ['2020-01-30', 4],
    ['2024-02-29', 4],
    ['2025-12-31', 3],
    ['2026-01-04', 0],
  ])('%s falls on weekday %i', (civil, weekday) => {
    expect(weekdayOf(civil)).toBe(weekday)
  })

  it('is counted over ends of months and leap days', () => {
    expect(daysAfter('2024-02-28', 1)).toBe('2024-02-29')
    expect(daysAfter('2026-01-01', -1)).toBe('2025-12-31')
    expect(daysIn('2026-02-27', '2026-03-02')).toBe(4)
    expect(daysIn('2026-03-02', '2026-03-02')).toBe(1)
  })
})

describe('a month', () => {
  it('has whole weeks from Monday to Sunday', () => {
    const weeks = weeksOf(monthOf('2026-03-12'))
    expect(weeks).toHaveLength(6)
    expect(weeks[0]).toEqual([
      '2026-02-23',
      '2026-02-24',
      '2026-02-25',
      '2026-02-26',
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ])
    expect(weeks[5]?.[0]).toBe('2026-03-30')
    expect(weeks.every(week => week.length === 7)).toBe(true)
  })

  it('of four weeks exactly has four of them', () => {
    expect(weeksOf(monthOf('2027-02-01')).map(week => week[0])).toEqual([
      '2027-02-01',
      '2027-02-08',
      '2027-02-15',
      '2027-02-22',
    ])
  })

  it('has neighbours in other years', () => {
    expect(monthBefore(monthOf('2026-01-15')).key).toBe('2025-12')
    expect(monthAfter(monthOf('2025-12-31'))).toEqual({
      key: '2026-01',
      first: '2026-01-01',
      last: '2026-01-31',
    })
  })

  it.each(['2026-13', '2026-00', '26-03', 'maret', '', '0202-01', '2026-03-01'])('is not %j', text => {
    expect(readMonth(text)).toBeNull()
  })

  it('is read from its year and number', () => {
    expect(readMonth('2024-02')?.last).toBe('2024-02-29')
  })
})

describe('a point raised', () => {
  const today = '2026-03-12'
  it.each([
    ['2026-03-11', null, 'overdue'],
    ['2026-03-12', null, 'due-soon'],
    ['2026-03-19', null, 'due-soon'],
    ['2026-03-20', null, 'open'],
    ['2026-03-11', '2026-03-12', 'done'],
    ['2026-03-20', '2026-03-01', 'done'],
  ])('due on %s and done on %s is %s', (dueOn, doneOn, state) => {
    expect(pointState({ dueOn, doneOn }, today)).toBe(state)
  })
})

describe('an activity', () => {
  it.each([
    ['2026-03-13', '2026-03-13', 'ahead'],
    ['2026-03-12', '2026-03-12', 'now'],
    ['2026-03-10', '2026-03-12', 'now'],
    ['2026-03-10', '2026-03-11', 'past'],
  ])('from %s until %s is %s', (heldOn, heldUntil, time) => {
    expect(timeOf({ heldOn, heldUntil }, '2026-03-12')).toBe(time)
  })

  it('counts the named among the counted, and guests beside them', () => {
    expect(attendanceOf(3, null, {})).toEqual({ own: 3, guests: 0, total: 3 })
    expect(attendanceOf(3, 40, { public: 12, media: 2 })).toEqual({ own: 40, guests: 14, total: 54 })
    expect(attendanceOf(0, null, {})).toEqual({ own: 0, guests: 0, total: 0 })
  })
})
