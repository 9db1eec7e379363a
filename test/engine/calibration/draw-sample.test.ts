import fc from 'fast-check'
import { drawSample, type DrawnFrom } from '../../../src/engine/calibration/draw-sample'

const units = Array.from({ length: 40 }, (_, place) => `satker-${place}`)
const evaluators = ['a', 'b', 'c', 'd']
const open: DrawnFrom = { units, evaluators, barred: {} }

describe('a sample', () => {
  it('is the same for the same seed and facts, in whatever order they stand', () => {
    const drawn = drawSample(open, 10, 'benih')
    expect(drawSample(open, 10, 'benih')).toEqual(drawn)
    const turned = { units: [...units].reverse(), evaluators: ['d', 'b', 'a', 'c'], barred: {} }
    expect(drawSample(turned, 10, 'benih')).toEqual(drawn)
  })

  it('is another one for another seed', () => {
    const drawn = new Set(
      ['1', '2', '3', '4', '5'].map(seed =>
        drawSample(open, 10, seed)
          .given.map(one => one.unit)
          .join(),
      ),
    )
    expect(drawn.size).toBe(5)
  })

  it('holds every unit about as often as any other', () => {
    const times = new Map(units.map(unit => [unit, 0]))
    for (let seed = 0; seed < 2_000; seed++)
      for (const { unit } of drawSample(open, 10, String(seed)).given) times.set(unit, times.get(unit)! + 1)
    // 500 times each is to be expected; five standard deviations are about 97.
    expect([...times.values()].filter(count => Math.abs(count - 500) > 97)).toEqual([])
  })

  it('gives no unit to whoever is barred from it, and none twice, evenly', () => {
    const some = fc.record({
      count: fc.integer({ min: 0, max: 45 }),
      seed: fc.string(),
      barred: fc.dictionary(fc.constantFrom(...units), fc.subarray(evaluators)),
    })
    fc.assert(
      fc.property(some, ({ count, seed, barred }) => {
        const { given, left } = drawSample({ units, evaluators, barred }, count, seed)
        expect(given.filter(({ unit, evaluator }) => barred[unit]?.includes(evaluator))).toEqual([])
        expect(new Set(given.map(one => one.unit)).size).toBe(given.length)
        expect(left.filter(unit => barred[unit]?.length !== evaluators.length)).toEqual([])
        const able = units.filter(unit => barred[unit]?.length !== evaluators.length).length
        expect(given.length).toBe(Math.min(count, able))
      }),
    )
  })

  it('gives everybody as many as the others where nobody is barred', () => {
    const { given } = drawSample(open, 10, 'benih')
    const loads = evaluators.map(person => given.filter(one => one.evaluator === person).length)
    expect(Math.max(...loads) - Math.min(...loads)).toBe(1)
  })

  it('takes another unit in the place of one that nobody may score, and names it', () => {
    const barred = { 'satker-1': evaluators, 'satker-2': evaluators }
    const { given, left } = drawSample({ units: units.slice(0, 3), evaluators, barred }, 3, 'benih')
    expect(given.map(one => one.unit)).toEqual(['satker-0'])
    expect([...left].sort()).toEqual(['satker-1', 'satker-2'])
  })
})
