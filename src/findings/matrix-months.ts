import { instantAt } from '../web/format/date'

const SHOWN = 12

export interface HistoryMonth {
  /** `2026-03` */
  readonly month: string
  /** The instant at which it is over in the western zone. */
  readonly until: string
}

/**
 * Twelve at most, from January of the year of a cycle on: to the month that runs, of a year that is over to its end, or
 * to the last change (a civil date) where one came later.
 */
export function monthsOf(year: number, today: string, changed: string | null): HistoryMonth[] {
  const last = Math.min(placeOf(today), Math.max(year * 12 + 11, changed === null ? 0 : placeOf(changed)))
  const first = Math.max(Math.min(year * 12, last), last - SHOWN + 1)
  return Array.from({ length: last - first + 1 }, (_, step) => ({
    month: named(first + step),
    until: instantAt(`${named(first + step + 1)}-01`, 0, 'Asia/Jakarta').toISOString(),
  }))
}

/** Months since the year 0. */
const placeOf = (civil: string): number => Number(civil.slice(0, 4)) * 12 + Number(civil.slice(5, 7)) - 1

const named = (place: number): string =>
  `${String(Math.floor(place / 12)).padStart(4, '0')}-${String((place % 12) + 1).padStart(2, '0')}`
