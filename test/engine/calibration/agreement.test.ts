import fc from 'fast-check'
import {
  agreementOf,
  stepOf,
  stepsOf,
  VALUE_STEPS,
  type RatedPair,
} from '../../../src/engine/calibration/agreement'
import { compare, equals, exact, ONE, ratio, sub, toText, ZERO } from '../../../src/engine/exact'
import { lookup } from '../../../src/engine/instrument/lookup'
import { lke } from '../support/lke'

const THREE = ['0', '0.5', '1'].map(text => exact(text))

/** A table of counts, rows by the first rater, columns by the second, from the lowest step up. */
const pairsOf = (table: readonly (readonly number[])[], steps = THREE): RatedPair[] =>
  table.flatMap((row, first) =>
    row.flatMap((count, second) =>
      Array.from({ length: count }, () => ({ first: steps[first]!, second: steps[second]! })),
    ),
  )

describe('the agreement of two raters', () => {
  it('is the one worked out by hand', () => {
    // 10 pairs; rows 5, 3, 2; columns 4, 3, 3.
    const found = agreementOf(
      pairsOf([
        [4, 1, 0],
        [0, 2, 1],
        [0, 0, 2],
      ]),
      THREE,
    )
    expect(found.pairs).toBe(10)
    expect(toText(found.equal!)).toBe('4/5')
    // Twice half a point up, of ten.
    expect(toText(found.difference!)).toBe('1/10')
    // Observed: 1·1 + 1·1 = 2. Expected: (5·3·1 + 5·3·4 + 3·4·1 + 3·3·1 + 2·4·4 + 2·3·1) ÷ 10 = 134 ÷ 10.
    expect(equals(found.kappa!, sub(ONE, ratio(20, 134)))).toBe(true)
  })

  it('weighs a disagreement by the square of its steps', () => {
    const far = agreementOf(
      pairsOf([
        [4, 0, 1],
        [0, 4, 0],
        [1, 0, 4],
      ]),
      THREE,
    )
    const near = agreementOf(
      pairsOf([
        [4, 1, 0],
        [1, 4, 0],
        [0, 0, 4],
      ]),
      THREE,
    )
    expect(compare(far.kappa!, near.kappa!)).toBeLessThan(0)
    expect(toText(far.kappa!)).toBe('3/5')
  })

  it('is below zero where two disagree more than by chance', () => {
    const { kappa } = agreementOf(
      pairsOf([
        [0, 0, 5],
        [0, 0, 0],
        [5, 0, 0],
      ]),
      THREE,
    )
    expect(toText(kappa!)).toBe('-1')
  })

  it('is nothing of no pairs, and has no kappa where both used one step alone', () => {
    expect(agreementOf([], THREE)).toEqual({ pairs: 0, equal: null, difference: null, kappa: null })
    const same = agreementOf(
      pairsOf([
        [0, 0, 0],
        [0, 0, 0],
        [0, 0, 7],
      ]),
      THREE,
    )
    expect(same.kappa).toBeNull()
    expect(toText(same.equal!)).toBe('1')
    expect(toText(same.difference!)).toBe('0')
  })

  const value = fc.constantFrom(...VALUE_STEPS)
  const pairs = fc.array(fc.record({ first: value, second: value }), { minLength: 1, maxLength: 40 })

  it('is 1 exactly when everybody agrees, and never above', () => {
    fc.assert(
      fc.property(pairs, rated => {
        const { kappa, equal } = agreementOf(rated, VALUE_STEPS)
        if (kappa === null) return equals(equal!, ONE)
        return compare(kappa, ONE) <= 0 && equals(kappa, ONE) === equals(equal!, ONE)
      }),
    )
  })

  it('has the same kappa, and the opposite difference, with the two changed round', () => {
    fc.assert(
      fc.property(pairs, rated => {
        const one = agreementOf(rated, VALUE_STEPS)
        const other = agreementOf(
          rated.map(({ first, second }) => ({ first: second, second: first })),
          VALUE_STEPS,
        )
        const sameKappa =
          one.kappa === null || other.kappa === null
            ? one.kappa === other.kappa
            : equals(one.kappa, other.kappa)
        return sameKappa && equals(sub(ZERO, one.difference!), other.difference!)
      }),
    )
  })
})

describe('the steps of a question', () => {
  const of = (code: string) => stepsOf(lookup(lke).questions.get(code)!.question).map(step => toText(step))

  it('are the values of its options from the lowest up', () => {
    expect(of('A.I.1.i.a')).toEqual(['0', '1'])
    expect(of('A.I.1.iii.b')).toHaveLength(4)
    expect(of('A.I.1.iii.b')[0]).toBe('0')
  })

  it('are quarters where it is answered by counts', () => {
    expect(of('A.II.1.i.a')).toEqual(['0', '1/4', '1/2', '3/4', '1'])
  })

  it('take a value to the nearest, upwards from the middle', () => {
    const step = (text: string) => stepOf(VALUE_STEPS, exact(text))
    expect(['0', '0.12', '0.125', '0.67', '0.33', '0.9', '1'].map(step)).toEqual([0, 0, 1, 3, 1, 4, 4])
  })
})
