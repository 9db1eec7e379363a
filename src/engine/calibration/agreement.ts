import { compare, equals, ONE, ratio, sub, sum, div, exact, type Exact } from '../exact'
import type { Question } from '../instrument/instrument'

/** One question as two people valued it, each without knowing of the other. */
export interface RatedPair {
  readonly first: Exact
  readonly second: Exact
}

export interface Agreement {
  readonly pairs: number
  /** Share of the pairs with the very same value; null of none. */
  readonly equal: Exact | null
  /** Mean of second − first; null of none. */
  readonly difference: Exact | null
  /** Cohen's weighted kappa; null where both only ever used one and the same step, so that chance explains it all. */
  readonly kappa: Exact | null
}

/** Steps of a value that nobody chose from a scale: ratios, indices, and questions of several scales together. */
export const VALUE_STEPS: readonly Exact[] = ['0', '0.25', '0.5', '0.75', '1'].map(text => exact(text))

/** The steps of a question from the lowest up: its options' values, or the steps of values. */
export function stepsOf(question: Question): readonly Exact[] {
  if (question.kind !== 'choice') return VALUE_STEPS
  const values = question.options.map(option => option.value).sort(compare)
  return values.filter((value, place) => place === 0 || !equals(value, values[place - 1]!))
}

/** Which step a value lies nearest to; the upper one when it lies between two. */
export function stepOf(steps: readonly Exact[], value: Exact): number {
  return steps.reduce(
    (best, step, place) =>
      compare(distance(step, value), distance(steps[best]!, value)) <= 0 ? place : best,
    0,
  )
}

/** How far two people agree over some pairs, on the steps of a scale. */
export function agreementOf(pairs: readonly RatedPair[], steps: readonly Exact[]): Agreement {
  const n = pairs.length
  if (n === 0) return { pairs: 0, equal: null, difference: null, kappa: null }
  return {
    pairs: n,
    equal: ratio(pairs.filter(({ first, second }) => equals(first, second)).length, n),
    difference: div(sum(pairs.map(({ first, second }) => sub(second, first))), exact(n)),
    kappa: weightedKappa(pairs.map(({ first, second }) => [stepOf(steps, first), stepOf(steps, second)])),
  }
}

/**
 * Weighted kappa with quadratic weights: 1 − Σ v·observed ÷ Σ v·expected, v = (i − j)² of two steps, expected as if both
 * had rated independently with the steps they used (J. Cohen, "Weighted kappa", Psychological Bulletin 70, 1968,
 * 213–220). Null when no disagreement was to be expected at all.
 */
function weightedKappa(rated: readonly (readonly [first: number, second: number])[]): Exact | null {
  const [firsts, seconds] = [
    countsOf(rated.map(([first]) => first)),
    countsOf(rated.map(([, second]) => second)),
  ]
  const observed = rated.reduce((all, [first, second]) => all + (first - second) ** 2, 0)
  let expected = 0
  for (const [first, inFirst] of firsts)
    for (const [second, inSecond] of seconds) expected += (first - second) ** 2 * inFirst * inSecond
  return expected === 0 ? null : sub(ONE, ratio(rated.length * observed, expected))
}

function countsOf(steps: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const step of steps) counts.set(step, (counts.get(step) ?? 0) + 1)
  return counts
}

const distance = (a: Exact, b: Exact): Exact => (compare(a, b) < 0 ? sub(b, a) : sub(a, b))
