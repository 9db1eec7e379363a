import fc from 'fast-check'
import { spread, type Spreadable } from '../../src/evaluation/spread'

const members = (loads: readonly number[]): Spreadable[] =>
  loads.map((units, place) => ({
    teamId: `team ${place % 2}`,
    userId: `member ${place}`,
    units,
    sharers: [`member ${place}`, `lead ${place % 2}`],
  }))

const loadsAfter = (before: readonly Spreadable[], given: ReturnType<typeof spread>['given']) =>
  before.map(({ userId, units }) => units + given.filter(one => one.userId === userId).length)

const assessments = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 60 })

describe('spreading assessments over members', () => {
  it('gives each to somebody, and loads that began alike differ by at most one', () => {
    fc.assert(
      fc.property(assessments, fc.integer({ min: 1, max: 9 }), fc.nat(5), (ids, count, load) => {
        const all = members(Array<number>(count).fill(load))
        const { given, left } = spread(ids, all, () => false)
        expect(left).toEqual([])
        expect(given.map(({ assessment }) => assessment)).toEqual(ids)
        const after = loadsAfter(all, given)
        expect(Math.max(...after) - Math.min(...after)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('lifts whoever has least: nobody who was given one stands more than one above another', () => {
    fc.assert(
      fc.property(assessments, fc.array(fc.nat(20), { minLength: 1, maxLength: 8 }), (ids, loads) => {
        const all = members(loads)
        const { given } = spread(ids, all, () => false)
        const after = loadsAfter(all, given)
        const raised = after.filter((load, place) => load > (loads[place] ?? 0))
        for (const load of raised) expect(load - Math.min(...after)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('gives nothing to whoever may not score it, and leaves exactly what nobody may', () => {
    const users = ['member 0', 'member 1', 'member 2', 'lead 0', 'lead 1']
    const interests = fc.array(fc.tuple(fc.constantFrom(...users), fc.nat(9)), { maxLength: 30 })
    fc.assert(
      fc.property(interests, pairs => {
        const ids = Array.from({ length: 10 }, (_, place) => String(place))
        const known = new Set(pairs.map(([user, place]) => `${user} ${place}`))
        const interested = (user: string, id: string) => known.has(`${user} ${id}`)
        const all = members([0, 0, 0])
        const { given, left } = spread(ids, all, interested)
        const may = (id: string) => all.filter(one => !one.sharers.some(user => interested(user, id)))
        for (const { assessment, userId } of given)
          expect(may(assessment).map(one => one.userId)).toContain(userId)
        expect(left).toEqual(ids.filter(id => may(id).length === 0))
        expect(given.length + left.length).toBe(ids.length)
      }),
    )
  })
})
