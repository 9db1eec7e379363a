import { div, equals, exact, round, sum, type Exact } from '../exact'
import { achievementOf, type Achievement, type Direction } from './achievement'

/**
 * How the figures of the quarters make that of the year: `running` figures count from January on, or tell how it stands,
 * so the last one is the year's; `sum` and `mean` figures are of each quarter alone.
 */
export const COUNTINGS = ['running', 'sum', 'mean'] as const
export type Counting = (typeof COUNTINGS)[number]

/** Decimal texts; null where a quarter has no target, or was not reported. */
export interface QuarterFigures {
  readonly target: string | null
  readonly realisation: string | null
}

export interface YearCommitment {
  readonly direction: Direction
  readonly counting: Counting
  readonly yearTarget: string
  /** In the order of the quarters. */
  readonly quarters: readonly QuarterFigures[]
}

export interface YearResult extends Achievement {
  readonly realisation: Exact
}

/** What the quarters with a target make together; undefined where none has one. */
export function targetOfQuarters(counting: Counting, targets: readonly (string | null)[]): Exact | undefined {
  return together(
    counting,
    targets.flatMap(target => (target === null ? [] : [target])),
  )
}

/** Whether the targets of the quarters make that of the year; a mean is held against as many decimals as were typed. */
export function targetsAgree(
  counting: Counting,
  yearTarget: string,
  targets: readonly (string | null)[],
): boolean {
  const made = targetOfQuarters(counting, targets)
  if (made === undefined) return false
  if (counting !== 'mean') return equals(made, exact(yearTarget))
  const places = (yearTarget.split('.')[1] ?? '').length
  return equals(exact(round(made, places)), exact(yearTarget))
}

/** The year's achievement once every quarter with a target was reported; undefined before. */
export function yearResult({
  direction,
  counting,
  yearTarget,
  quarters,
}: YearCommitment): YearResult | undefined {
  const wanted = quarters.filter(({ target }) => target !== null)
  const reported = wanted.flatMap(({ realisation }) => (realisation === null ? [] : [realisation]))
  if (reported.length < wanted.length) return undefined
  const realisation = together(counting, reported)
  return realisation && { realisation, ...achievementOf(direction, exact(yearTarget), realisation) }
}

function together(counting: Counting, figures: readonly string[]): Exact | undefined {
  const values = figures.map(exact)
  if (counting === 'running' || values.length === 0) return values.at(-1)
  const total = sum(values)
  return counting === 'sum' ? total : div(total, exact(values.length))
}
