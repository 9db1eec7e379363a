import {
  AGREEMENT_STATES,
  agreementState,
  planStanding,
  type PlannedTask,
} from '../../../src/engine/agreements/agreement-state'
import { daysAfter } from '../../../src/engine/civil-days'

const TODAY = '2026-06-30'
/** Began long ago, ends long after today. */
const TERM = { validFrom: '2026-06-01', validUntil: '2028-05-31' }
const done = (doneOn: string, dueOn = '2026-06-20'): PlannedTask => ({ dueOn, doneOn })
const open = (dueOn: string): PlannedTask => ({ dueOn, doneOn: null })

const stateOf = (tasks: readonly PlannedTask[], term: Partial<typeof TERM> = {}, today = TODAY) =>
  agreementState({ ...TERM, ...term }, planStanding(tasks, today), today)

describe('the state of an agreement', () => {
  it.each([
    ['is without a plan while no task stands', [], 'no-plan'],
    ['is running with a task that still has time', [open('2026-12-01')], 'running'],
    ['is running on the day a task is due', [open(TODAY)], 'running'],
    ['is late from the day after', [open('2026-06-29')], 'late'],
    ['is late while one of several is', [done('2026-06-10'), open('2026-06-29')], 'late'],
    [
      'is running with something done and the rest in time',
      [done('2026-06-10'), open('2026-07-01')],
      'running',
    ],
    ['is done once everything was carried out', [done('2026-06-10'), done(TODAY)], 'done'],
    ['counts no task that is carried out tomorrow', [done('2026-07-01', '2026-07-10')], 'running'],
  ] as const)('%s', (_, tasks, state) => {
    expect(stateOf(tasks)).toBe(state)
  })

  it.each([
    [180, 'running'],
    [181, 'signed-only'],
  ])('with nothing carried out is, %i days after it began, %s', (days, state) => {
    expect(stateOf([open('2027-01-01')], { validFrom: daysAfter(TODAY, -days) })).toBe(state)
  })

  it.each([
    [180, 'late'],
    [181, 'signed-only'],
  ])('with nothing carried out and a task late is, %i days after it began, %s', (days, state) => {
    expect(stateOf([open('2026-06-01')], { validFrom: daysAfter(TODAY, -days) })).toBe(state)
  })

  it('is no signature alone once a single task was carried out, however long ago it began', () => {
    expect(stateOf([done('2026-06-10'), open('2027-01-01')], { validFrom: '2020-01-01' })).toBe('running')
  })

  it.each([
    [91, 'running'],
    [90, 'expiring'],
    [0, 'expiring'],
  ])('with %i days left is %s', (days, state) => {
    const end = { validUntil: daysAfter(TODAY, days) }
    expect(stateOf([done('2026-06-10'), open(TODAY)], end)).toBe(state)
  })

  it('is late rather than expiring, and done rather than either', () => {
    const end = { validUntil: daysAfter(TODAY, 10) }
    expect(stateOf([done('2026-06-10'), open('2026-06-29')], end)).toBe('late')
    expect(stateOf([done('2026-06-10')], end)).toBe('done')
    expect(stateOf([], end)).toBe('no-plan')
  })

  it.each([
    ['no plan', [], 'no-plan', 'expired-without-result'],
    ['nothing carried out', [open('2026-06-20')], 'late', 'expired-without-result'],
    ['a part carried out', [done('2026-06-10'), open('2026-06-30')], 'expiring', 'late'],
    ['everything carried out', [done('2026-06-10')], 'done', 'done'],
  ] as const)('with %s changes its state when the term is over', (_, tasks, onLastDay, after) => {
    expect(stateOf(tasks, { validUntil: TODAY })).toBe(onLastDay)
    expect(stateOf(tasks, { validUntil: '2026-06-29' })).toBe(after)
  })

  it('is running before the term begins', () => {
    expect(stateOf([open('2026-09-01')], { validFrom: '2026-08-01' })).toBe('running')
  })

  it('is exactly one of the seven for every combination', () => {
    const found = new Set<string>()
    for (const from of [-400, -181, -180, -1, 0, 10])
      for (const length of [0, 30, 100, 500])
        for (const tasks of [[], [open('2026-06-29')], [open(TODAY)], [done('2026-06-01')]] as const)
          for (const more of [[], [done('2026-06-02')], [open('2027-01-01')]] as const) {
            const validFrom = daysAfter(TODAY, from)
            found.add(stateOf([...tasks, ...more], { validFrom, validUntil: daysAfter(validFrom, length) }))
          }
    expect([...found].sort()).toEqual([...AGREEMENT_STATES].sort())
  })
})

describe('what a plan amounts to', () => {
  it('counts what was carried out, and what is late, on a day', () => {
    const tasks = [done('2026-06-01'), done('2026-07-05'), open('2026-06-29'), open(TODAY)]
    expect(planStanding(tasks, TODAY)).toEqual({ tasks: 4, realised: 1, late: 2 })
    expect(planStanding(tasks, '2026-07-05')).toEqual({ tasks: 4, realised: 2, late: 2 })
  })
})
