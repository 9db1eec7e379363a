import { daysBetween, monthsBetween, quarterOf, yearOf } from '../civil-days'
import { quarterEnd } from './cycle-days'
import type { CivilDate } from '../civil-days'

/** Whether a day lies in the last whole months up to an end, that day a year ago left out, the end itself counted. */
export const isWithin = (day: CivilDate, end: CivilDate, months: number): boolean =>
  day <= end && monthsBetween(day, end) < months

/**
 * The last months `2026-03` up to a day, in the two ways of counting them: those that had ended, and those with the running
 * one. Whichever reads better counts, so that what was done today is seen today, and a month just begun is no gap.
 */
export function monthWindows(end: CivilDate, count: number): readonly (readonly string[])[] {
  const running = yearOf(end) * 12 + Number(end.slice(5, 7)) - 1
  return windows(running, isLastOfMonth(end), count, monthText)
}

/** The last quarters `2026-1`, counted in the same two ways. */
export function quarterWindows(end: CivilDate, count: number): readonly (readonly string[])[] {
  const running = yearOf(end) * 4 + quarterOf(end) - 1
  const hasEnded = end >= quarterEnd(yearOf(end), quarterOf(end))
  return windows(running, hasEnded, count, at => quarterText(Math.floor(at / 4), (((at % 4) + 4) % 4) + 1))
}

function windows(
  running: number,
  hasEnded: boolean,
  count: number,
  text: (at: number) => string,
): readonly (readonly string[])[] {
  const back = (last: number) => Array.from({ length: bounded(count) }, (_, step) => text(last - step))
  return hasEnded ? [back(running)] : [back(running - 1), back(running)]
}

/** How many periods of the better window are among some. */
export const covered = (of: readonly (readonly string[])[], seen: ReadonlySet<string>): number =>
  Math.max(...of.map(periods => periods.filter(one => seen.has(one)).length))

export const quarterText = (year: number, quarter: number): string =>
  `${String(year).padStart(4, '0')}-${quarter}`

export const quarterTextOf = (day: CivilDate): string => quarterText(yearOf(day), quarterOf(day))

/** `triwulan II 2026`. */
export const sayQuarter = (year: number, quarter: number): string =>
  `triwulan ${['I', 'II', 'III', 'IV'][quarter - 1] ?? quarter} ${year}`

/** No book asks for more than ten years of months, whatever is written in it. */
const bounded = (count: number): number => Math.trunc(Math.min(Math.max(count, 1), 120))

const isLastOfMonth = (day: CivilDate): boolean => {
  const next = monthText(yearOf(day) * 12 + Number(day.slice(5, 7)))
  return daysBetween(day, `${next}-01`) === 1
}

const monthText = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((((month % 12) + 12) % 12) + 1).padStart(2, '0')}`
