import { add, ceilTo, div, exact, mul, ratio, round, toNumber, type Exact } from '../exact'

/** Chi-square of one degree of freedom at 95 % confidence, as the published table takes it. */
const CHI_SQUARE = exact('3.841')
/** P (1 − P) at P = 0.5, where it is greatest. */
const SPREAD = exact('0.25')
/** d = e = 0.05, squared. */
const ERROR_SQUARED = exact('0.0025')
const CHI_SPREAD = mul(CHI_SQUARE, SPREAD)

/** Above this the sample of Krejcie and Morgan grows no further; it serves a population that nobody knows. */
const UNKNOWN_POPULATION = div(CHI_SPREAD, ERROR_SQUARED)

/**
 * Respondents needed of a population: s = X²NP(1−P) ÷ (d²(N−1) + X²P(1−P)), X² = 3.841, P = 0.5, d = 0.05, to the nearest
 * whole. Krejcie, R. V. & Morgan, D. W. (1970), "Determining Sample Size for Research Activities", Educational and
 * Psychological Measurement 30(3), 607–610. `null`: the population is not known.
 */
export function krejcieMorgan(population: number | null): number {
  if (population === null) return wholeOf(UNKNOWN_POPULATION)
  const n = exact(population)
  const below = add(mul(ERROR_SQUARED, exact(population - 1)), CHI_SPREAD)
  return wholeOf(div(mul(CHI_SPREAD, n), below))
}

/**
 * Respondents by what is called Slovin's formula: n = N ÷ (1 + N e²), e = 0.05, rounded up; 1 ÷ e² of a population that
 * nobody knows. No first publication of it is known; it is shown because people ask for it, and decides nothing.
 */
export function slovin(population: number | null): number {
  if (population === null) return wholeOf(div(exact(1), ERROR_SQUARED))
  const n = div(exact(population), add(exact(1), mul(exact(population), ERROR_SQUARED)))
  return toNumber(ceilTo(n, 0))
}

/** Whether a survey asked enough people. */
export interface SampleReading {
  /** By Krejcie and Morgan, whose table PermenPANRB 14/2017 names. */
  readonly needed: number
  /** By Slovin, for comparison. */
  readonly slovin: number
  /** How many are lacking of `needed`; 0 when there are enough. */
  readonly missing: number
  /** Part of the population that answered; null where it is not known. */
  readonly share: Exact | null
}

export function readSample(population: number | null, respondents: number): SampleReading {
  const needed = krejcieMorgan(population)
  return {
    needed,
    slovin: slovin(population),
    missing: Math.max(0, needed - respondents),
    share: population === null || population === 0 ? null : ratio(respondents, population),
  }
}

const wholeOf = (value: Exact): number => Number(round(value, 0))
