import { evaluationFault, taskFaults, termFault } from '../../../src/engine/agreements/agreement-faults'
import { monthsAfter } from '../../../src/engine/civil-days'
import { evaluationDates, nextEvaluation } from '../../../src/engine/agreements/evaluation-dates'

const TERM = { signedOn: '2026-01-31', validFrom: '2026-01-31', validUntil: '2027-01-31' }
const TODAY = '2026-06-30'

describe('the days by which an agreement is evaluated', () => {
  it('come every so many months from the first day, the end of short months for its last days', () => {
    expect(evaluationDates(TERM, 3)).toEqual(['2026-04-30', '2026-07-31', '2026-10-31', '2027-01-31'])
    expect(evaluationDates(TERM, 6)).toEqual(['2026-07-31', '2027-01-31'])
    expect(evaluationDates(TERM, 0)).toEqual([])
  })

  it('end with the term', () => {
    expect(evaluationDates({ ...TERM, validUntil: '2027-01-30' }, 12)).toEqual([])
    expect(evaluationDates(TERM, 12)).toEqual(['2027-01-31'])
  })

  it('are answered one after the other', () => {
    expect([0, 1, 2].map(held => nextEvaluation(TERM, 6, held))).toEqual(['2026-07-31', '2027-01-31', null])
  })

  it('know leap years', () => {
    expect(monthsAfter('2027-08-31', 6)).toBe('2028-02-29')
    expect(monthsAfter('2026-08-31', 6)).toBe('2027-02-28')
  })
})

describe('dates that cannot be true', () => {
  const nothing = { tasks: [], evaluatedOn: [] }

  it('are a term that ends before it begins, one day being a term', () => {
    const day = '2026-03-05'
    const term = { signedOn: day, validFrom: day, validUntil: day }
    expect(termFault(term, nothing)).toBeNull()
    expect(termFault({ ...term, validUntil: '2026-03-04' }, nothing)).toBe('until-before-from')
  })

  it.each([
    ['2026-01-30', null],
    ['2027-01-31', null],
    ['2027-02-01', 'signed-after-end'],
  ])('are told of an agreement signed %s', (signedOn, fault) => {
    expect(termFault({ ...TERM, signedOn }, nothing)).toBe(fault)
  })

  it.each([
    ['a task due on the first day', [{ dueOn: '2026-01-31', doneOn: null }], [], null],
    ['a task due the day before', [{ dueOn: '2026-01-30', doneOn: null }], [], 'task-outside'],
    ['a task due on the last day', [{ dueOn: '2027-01-31', doneOn: null }], [], null],
    ['a task due the day after', [{ dueOn: '2027-02-01', doneOn: null }], [], 'task-outside'],
    ['a task done before', [{ dueOn: '2026-02-01', doneOn: '2026-01-30' }], [], 'realised-before'],
    ['an evaluation on the first day', [], ['2026-01-31'], null],
    ['an evaluation before', [], ['2026-01-30'], 'evaluated-before'],
  ] as const)('hold a term to %s', (_, tasks, evaluatedOn, fault) => {
    expect(termFault(TERM, { tasks, evaluatedOn })).toBe(fault)
  })

  it.each([
    ['2026-01-31', '2026-01-31', []],
    ['2026-01-30', '2026-01-30', ['due-before-term', 'done-before-term']],
    ['2027-01-31', TODAY, []],
    ['2027-02-01', '2026-07-01', ['due-after-term', 'done-in-future']],
    ['2026-02-01', null, []],
  ] as const)('are told of a task due %s and done %s', (dueOn, doneOn, faults) => {
    expect(taskFaults({ dueOn, doneOn }, TERM, TODAY)).toEqual(faults)
  })

  it('allow a realisation after the term', () => {
    const over = { validFrom: '2026-01-01', validUntil: '2026-03-31' }
    expect(taskFaults({ dueOn: '2026-03-31', doneOn: '2026-04-10' }, over, TODAY)).toEqual([])
  })

  it.each([
    ['2026-01-30', 'held-before-term'],
    ['2026-01-31', null],
    [TODAY, null],
    ['2026-07-01', 'held-in-future'],
  ])('are told of an evaluation held %s', (heldOn, fault) => {
    expect(evaluationFault(heldOn, TERM, TODAY)).toBe(fault)
  })
})
