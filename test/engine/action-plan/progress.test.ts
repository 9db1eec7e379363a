import { progressFault, standingOf, unexplainedBefore } from '../../../src/engine/action-plan/progress'

const report = (reportedOn: string, percent: number) => ({ reportedOn, percent })

describe('where a goal stands', () => {
  it('is nowhere without a report', () => {
    expect(standingOf([])).toEqual({ percent: 0, reportedOn: null, doneOn: null })
  })

  it('is what the latest report says, in whatever order they come', () => {
    expect(standingOf([report('2026-03-01', 60), report('2026-02-01', 20)])).toEqual({
      percent: 60,
      reportedOn: '2026-03-01',
      doneOn: null,
    })
  })

  it('is done on the first day of the whole, whatever is reported after it', () => {
    const reports = [report('2026-02-01', 99), report('2026-03-01', 100), report('2026-04-01', 100)]
    expect(standingOf(reports)).toEqual({ percent: 100, reportedOn: '2026-04-01', doneOn: '2026-03-01' })
  })

  it('is done anew when it was less in between', () => {
    const reports = [report('2026-02-01', 100), report('2026-03-01', 80), report('2026-04-01', 100)]
    expect(standingOf(reports).doneOn).toBe('2026-04-01')
    expect(standingOf(reports.slice(0, 2)).doneOn).toBeNull()
  })
})

describe('a report of progress', () => {
  const setting = {
    startsOn: '2026-02-01',
    today: '2026-03-12',
    others: [report('2026-03-01', 40), report('2026-02-15', 20)],
  }
  const told = (reportedOn: string, percent: number, note = '') =>
    progressFault({ reportedOn, percent, note }, setting)

  it.each([
    ['2026-03-12', 40, null],
    ['2026-03-12', 39, 'less-than-before'],
    ['2026-03-13', 50, 'future'],
    ['2026-03-01', 50, 'taken'],
    ['2026-02-20', 20, null],
    ['2026-02-20', 19, 'less-than-before'],
    ['2026-02-20', 40, null],
    ['2026-02-20', 41, 'more-than-after'],
    ['2026-02-01', 0, null],
    ['2026-01-31', 0, 'before-start'],
  ])('of %s with %i percent is judged %s', (reportedOn, percent, fault) => {
    expect(told(reportedOn, percent)).toBe(fault)
  })

  it('may say why it is less, or before the first day, but not from the future or twice a day', () => {
    expect(told('2026-03-12', 10, 'Ruang layanan dibongkar.')).toBeNull()
    expect(told('2026-01-31', 5, 'Dimulai lebih awal.')).toBeNull()
    expect(told('2026-03-13', 50, 'Besok.')).toBe('future')
    expect(told('2026-03-01', 50, 'Lagi.')).toBe('taken')
  })
})

describe('a first day that moves', () => {
  const reports = [
    { ...report('2026-02-15', 20), note: '' },
    { ...report('2026-02-10', 10), note: '' },
    { ...report('2026-01-20', 5), note: 'Dimulai lebih awal.' },
  ]

  it.each([
    ['2026-02-10', null],
    ['2026-02-11', '2026-02-10'],
    ['2026-03-01', '2026-02-10'],
  ])('to %s stands behind the report of %s', (startsOn, day) => {
    expect(unexplainedBefore(startsOn, reports)).toBe(day)
  })
})
