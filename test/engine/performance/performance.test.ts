import { achievementOf, type Direction } from '../../../src/engine/performance/achievement'
import { lastEnded, quarterDays, quarterPhase, reportDue } from '../../../src/engine/performance/quarters'
import { yearStanding, yearVerdict } from '../../../src/engine/performance/standing'
import { targetsAgree, yearResult, type Counting } from '../../../src/engine/performance/year'
import { exact, round } from '../../../src/engine/exact'

const reading = (direction: Direction, target: string, realisation: string) => {
  const { state, share } = achievementOf(direction, exact(target), exact(realisation))
  return [state, share && round(share, 4)]
}

describe('realisation against target', () => {
  it.each([
    ['100', '100', 'reached', '1.0000'],
    ['100', '99.999999', 'near', '1.0000'],
    ['100', '90', 'near', '0.9000'],
    ['100', '89.999999', 'missed', '0.9000'],
    ['100', '0', 'missed', '0.0000'],
    ['100', '-5', 'missed', '-0.0500'],
    ['40', '120', 'reached', '3.0000'],
    ['0.3', '0.3', 'reached', '1.0000'],
    ['0', '0', 'reached', null],
    ['0', '7', 'reached', null],
    ['0', '-1', 'missed', null],
  ])('of %s, where more is better: %s is %s', (target, realisation, state, share) => {
    expect(reading('up', target, realisation)).toEqual([state, share])
  })

  it.each([
    ['20', '20', 'reached', '1.0000'],
    ['20', '20.000001', 'near', '1.0000'],
    ['20', '22', 'near', '0.9000'],
    ['20', '22.000001', 'missed', '0.9000'],
    ['20', '0', 'reached', '2.0000'],
    ['20', '40', 'missed', '0.0000'],
    ['20', '50', 'missed', '-0.5000'],
    ['0', '0', 'reached', null],
    ['0', '1', 'missed', null],
  ])('of %s, where less is better: %s is %s', (target, realisation, state, share) => {
    expect(reading('down', target, realisation)).toEqual([state, share])
  })
})

describe('a quarter', () => {
  it.each([
    ['2026-03-31', 2, 'ahead'],
    ['2026-04-01', 2, 'running'],
    ['2026-06-30', 2, 'running'],
    ['2026-07-01', 2, 'ended'],
    ['2025-12-31', 1, 'ahead'],
    ['2027-01-01', 4, 'ended'],
  ] as const)('on %s: the quarter %s is %s', (today, quarter, phase) => {
    expect(quarterPhase(2026, quarter, today)).toBe(phase)
  })

  it('lasts to the last day of its third month', () => {
    expect(quarterDays(2026, 1)).toEqual({ from: '2026-01-01', until: '2026-03-31' })
    expect(quarterDays(2026, 4)).toEqual({ from: '2026-10-01', until: '2026-12-31' })
  })

  it.each([
    ['2026-03-31', 2025, 4],
    ['2026-04-01', 2026, 1],
    ['2026-12-31', 2026, 3],
  ])('before %s the last that ended is of %s, number %s', (today, year, quarter) => {
    expect(lastEnded(today)).toEqual({ year, quarter })
  })

  it.each([
    [1, '2026-04-15'],
    [2, '2026-07-15'],
    [3, '2026-10-15'],
    [4, '2027-01-15'],
  ] as const)('are reported fifteen days after their end: %s by %s', (quarter, day) => {
    expect(reportDue(2026, quarter)).toBe(day)
  })
})

const year = (
  counting: Counting,
  yearTarget: string,
  figures: readonly (readonly [string | null, string | null])[],
  direction: Direction = 'up',
) => ({
  counting,
  yearTarget,
  direction,
  quarters: figures.map(([target, realisation]) => ({ target, realisation })),
})

describe('the figures of a year', () => {
  it.each([
    ['running', '100', ['25', '50', '75', '100'], true],
    ['running', '100', ['25', '50', '75', '99.9'], false],
    ['running', '100', [null, null, null, '100'], true],
    ['sum', '100', ['25', '25', '25', '25'], true],
    ['sum', '0.3', ['0.1', '0.1', null, '0.1'], true],
    ['sum', '100', ['25', '25', '25', '26'], false],
    ['mean', '80.3', ['80', '80', '81', null], true],
    ['mean', '80.4', ['80', '80', '81', null], false],
    ['mean', '80', [null, null, null, null], false],
  ] as const)('%s of %s from %j: %s', (counting, target, quarters, agrees) => {
    expect(targetsAgree(counting, target, quarters)).toBe(agrees)
  })

  it('are told when every quarter with a target was reported', () => {
    expect(
      yearResult(
        year('sum', '100', [
          ['50', '60'],
          [null, null],
          ['50', null],
          [null, null],
        ]),
      ),
    ).toBeUndefined()
    const done = yearResult(
      year('sum', '100', [
        ['50', '60'],
        [null, null],
        ['50', '39'],
        [null, null],
      ]),
    )
    expect([done?.state, done && round(done.realisation, 0)]).toEqual(['near', '99'])
    const last = yearResult(
      year('running', '10', [
        ['5', '1'],
        ['10', '10'],
        [null, null],
        [null, null],
      ]),
    )
    expect(last?.state).toBe('reached')
    const mean = yearResult(
      year(
        'mean',
        '2',
        [
          ['2', '1'],
          ['2', '4'],
          ['2', '1'],
          ['2', '1'],
        ],
        'down',
      ),
    )
    expect([mean?.state, mean && round(mean.realisation, 2)]).toEqual(['reached', '1.75'])
  })
})

describe('the standing of a year', () => {
  const reached = (share: string) => year('running', '100', [['100', share]])

  it('counts what was reached, and is complete when nothing is missing', () => {
    const whole = yearStanding([reached('110'), reached('90')])
    expect([whole.targets, whole.reached, whole.complete, whole.mean && round(whole.mean, 2)]).toEqual([
      2,
      1,
      true,
      '1.00',
    ])
    expect(yearStanding([reached('110'), year('sum', '4', [['4', null]])]).complete).toBe(false)
    expect(yearStanding([])).toEqual({ targets: 0, reached: 0, complete: false, mean: null })
  })

  it.each([
    ['110', '109.9', 'risen'],
    ['110', '110', 'level'],
    ['110', '120', 'level'],
    ['99', '50', 'missed'],
  ])('%s after %s is %s', (now, before, verdict) => {
    expect(yearVerdict(yearStanding([reached(now)]), yearStanding([reached(before)]))).toBe(verdict)
  })

  it('of a first year rises above nothing', () => {
    expect(yearVerdict(yearStanding([reached('110')]), null)).toBe('level')
  })
})
