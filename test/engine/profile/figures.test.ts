import { toText } from '../../../src/engine/exact'
import { partFaults, proposedFigures, shareOf, type Figures } from '../../../src/engine/profile/figures'
import { firstDayOf, lastDayOf, placeOf, quarterAt, quarterOf } from '../../../src/engine/profile/quarter'

const NOTHING: Figures = {
  employees: null,
  frontLine: null,
  services: null,
  onlineServices: null,
  floors: null,
  floorsWithMotto: null,
  rooms: null,
  roomsWithMotto: null,
  signatures: null,
  gratificationReports: null,
  violations: null,
  lhkpnDue: null,
  lhkpnFiled: null,
  lhkasnDue: null,
  lhkasnFiled: null,
}
const some = (more: Partial<Figures>): Figures => ({ ...NOTHING, ...more })

describe('the figures of a quarter', () => {
  it.each([
    ['frontLine', 'employees'],
    ['onlineServices', 'services'],
    ['floorsWithMotto', 'floors'],
    ['roomsWithMotto', 'rooms'],
    ['signatures', 'employees'],
    ['lhkpnFiled', 'lhkpnDue'],
    ['lhkasnFiled', 'lhkasnDue'],
  ] as const)('%s are never more than %s', (part, whole) => {
    expect(partFaults(some({ [part]: 5, [whole]: 5 }))).toEqual([])
    expect(partFaults(some({ [part]: 6, [whole]: 5 }))).toEqual([{ part, whole, fault: 'above-whole' }])
    expect(partFaults(some({ [part]: 0 }))).toEqual([{ part, whole, fault: 'no-whole' }])
    expect(partFaults(some({ [whole]: 5 }))).toEqual([])
  })

  it('have a share where there is a whole to have one of', () => {
    const share = shareOf(some({ services: 13, onlineServices: 8 }), 'onlineServices')
    expect(share && toText(share)).toBe('8/13')
    expect(shareOf(some({ services: 0, onlineServices: 0 }), 'onlineServices')).toBeNull()
    expect(shareOf(some({ services: 13 }), 'onlineServices')).toBeNull()
    expect(shareOf(some({ services: 13 }), 'services')).toBeNull()
  })

  it('are proposed from the quarter before, those of the quarter itself excepted, and from the roster', () => {
    const before = some({ employees: 50, services: 13, gratificationReports: 4, violations: 1 })
    expect(proposedFigures(before, { employees: 57, frontLine: 21 })).toMatchObject({
      employees: 57,
      frontLine: 21,
      services: 13,
    })
    expect(proposedFigures(before, null)).not.toHaveProperty('gratificationReports')
    expect(proposedFigures(before, null)).not.toHaveProperty('violations')
    expect(proposedFigures(before, { employees: 0, frontLine: 0 })).toMatchObject({ employees: 50 })
    expect(proposedFigures(null, null)).toEqual({})
  })
})

describe('a quarter', () => {
  it('has a first and a last day', () => {
    const days = [1, 2, 3, 4].map(quarter => [
      firstDayOf({ year: 2026, quarter }),
      lastDayOf({ year: 2026, quarter }),
    ])
    expect(days).toEqual([
      ['2026-01-01', '2026-03-31'],
      ['2026-04-01', '2026-06-30'],
      ['2026-07-01', '2026-09-30'],
      ['2026-10-01', '2026-12-31'],
    ])
  })

  it('is found by a day, and follows the one before through the years', () => {
    expect(['2026-03-31', '2026-04-01', '2025-12-31'].map(quarterOf)).toEqual([
      { year: 2026, quarter: 1 },
      { year: 2026, quarter: 2 },
      { year: 2025, quarter: 4 },
    ])
    expect(quarterAt(placeOf({ year: 2025, quarter: 4 }) + 1)).toEqual({ year: 2026, quarter: 1 })
  })
})
