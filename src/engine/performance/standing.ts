import { compare, div, exact, sum, type Exact } from '../exact'
import { yearResult, type YearCommitment } from './year'

/** A whole year of a unit: how many of its commitments were reached. */
export interface YearStanding {
  readonly targets: number
  readonly reached: number
  /** Every quarter with a target was reported. */
  readonly complete: boolean
  /** The mean share of the commitments of which a share can be told; null where there is none. */
  readonly mean: Exact | null
}

export function yearStanding(commitments: readonly YearCommitment[]): YearStanding {
  const results = commitments.flatMap(one => yearResult(one) ?? [])
  const shares = results.flatMap(({ share }) => share ?? [])
  return {
    targets: commitments.length,
    reached: results.filter(({ state }) => state === 'reached').length,
    complete: commitments.length > 0 && results.length === commitments.length,
    mean: shares.length > 0 ? div(sum(shares), exact(shares.length)) : null,
  }
}

export type YearVerdict = 'risen' | 'level' | 'missed'

/** Every target reached and better than the year before, reached without being better, or missed somewhere. */
export function yearVerdict(year: YearStanding, before: YearStanding | null): YearVerdict {
  if (year.reached < year.targets) return 'missed'
  const rises = before?.mean && year.mean && compare(year.mean, before.mean) > 0
  return rises ? 'risen' : 'level'
}
