import { exact, toText } from '../../../src/engine/exact'
import { addsUp, totalOf, type ComplaintCounts } from '../../../src/engine/inputs/complaint-counts'

const month = (received: number, done: number, inProcess: number, days?: string): ComplaintCounts => ({
  received,
  done,
  inProcess,
  averageDays: days === undefined ? null : exact(days),
})

describe('complaints of a month', () => {
  it.each([
    [6, 5, 1, true],
    [0, 0, 0, true],
    [6, 1, 1, false],
    [6, 6, 1, false],
  ])('%d received, %d done and %d in process add up: %s', (received, done, inProcess, expected) => {
    expect(addsUp(month(received, done, inProcess))).toBe(expected)
  })

  it('are summed over months, the mean days weighed by what was done', () => {
    const total = totalOf([month(4, 3, 1, '2.5'), month(1, 1, 0, '6.5'), month(5, 2, 3), month(2, 0, 2)])
    expect(total).toMatchObject({ received: 12, done: 6, inProcess: 6 })
    expect(toText(total.averageDays ?? exact(0))).toBe('7/2')
  })

  it('have no mean where nothing was measured, and are none where there are no months', () => {
    expect(totalOf([month(2, 2, 0)]).averageDays).toBeNull()
    expect(totalOf([])).toEqual(month(0, 0, 0))
  })
})
