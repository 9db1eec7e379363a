import type { CivilDate } from './facts'

/** Days since an era; both ends are civil dates, so there is no zone and no clock in it. */
const dayNumber = (civil: CivilDate): number => Math.round(Date.parse(`${civil}T00:00:00Z`) / 86_400_000)

/** Whole days from one date to another; negative backwards. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => dayNumber(to) - dayNumber(from)

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

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (civil: CivilDate): number => (((dayNumber(civil) + 4) % 7) + 7) % 7

/** Whether such a day exists: no 30 February. */
export function isCivilDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
  )
}
