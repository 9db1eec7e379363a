/** `2026-03-05`, a day of the calendar: without a zone and without a clock. */
export type CivilDate = string

const DAY_MS = 86_400_000

const dayNumber = (civil: CivilDate): number => Math.round(Date.parse(`${civil}T00:00:00Z`) / DAY_MS)

/** The civil date so many days later; earlier below 0. */
export const daysAfter = (civil: CivilDate, days: number): CivilDate =>
  new Date((dayNumber(civil) + days) * DAY_MS).toISOString().slice(0, 10)

/** The civil date so many months later: its day, or the last one of a month that is too short for it. */
export function monthsAfter(civil: CivilDate, months: number): CivilDate {
  const [year = 0, month = 1, day = 1] = civil.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10)
}

/** The same day of another year; 29 February becomes the 28th where the year has none. */
export const yearsAfter = (civil: CivilDate, years: number): CivilDate => monthsAfter(civil, years * 12)

/** Whole days from one date to another; negative backwards. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => dayNumber(to) - dayNumber(from)

/** How many days a span has, both ends included. */
export const daysIn = (from: CivilDate, until: CivilDate): number => daysBetween(from, until) + 1

/** Whole months from one date to another: 15 January to 14 February is none, to 15 February one; negative backwards. */
export function monthsBetween(from: CivilDate, to: CivilDate): number {
  if (to < from) return -monthsBetween(to, from)
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number)
  return (toYear - fromYear) * 12 + (toMonth - fromMonth) - (toDay < fromDay ? 1 : 0)
}

/** The quarter of a date, 1..4. */
export const quarterOf = (civil: CivilDate): number => Math.ceil(Number(civil.slice(5, 7)) / 3)

export const yearOf = (civil: CivilDate): number => Number(civil.slice(0, 4))

/** 0 Sunday … 6 Saturday: `2026-03-03` is a Tuesday, 2. */
export const weekdayOf = (civil: CivilDate): number => (((dayNumber(civil) + 4) % 7) + 7) % 7

/** Whether such a day exists: no 30 February. */
export function isCivilDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
  )
}
