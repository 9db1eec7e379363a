import { daysAfter } from '../civil-days'

export const QUARTERS = [1, 2, 3, 4] as const
export type Quarter = (typeof QUARTERS)[number]

/** Where a quarter stands on a day: it is reported once it has begun, and missed once it has ended. */
export type QuarterPhase = 'ahead' | 'running' | 'ended'

const LAST_DAYS = { 1: '03-31', 2: '06-30', 3: '09-30', 4: '12-31' } as const
const FIRST_DAYS = { 1: '01-01', 2: '04-01', 3: '07-01', 4: '10-01' } as const

/** The civil dates on which a quarter begins and ends, both included. */
export const quarterDays = (
  year: number,
  quarter: Quarter,
): { readonly from: string; readonly until: string } => ({
  from: `${year}-${FIRST_DAYS[quarter]}`,
  until: `${year}-${LAST_DAYS[quarter]}`,
})

/** `today` is a civil date; the last day of a quarter still belongs to it. */
export function quarterPhase(year: number, quarter: Quarter, today: string): QuarterPhase {
  const { from, until } = quarterDays(year, quarter)
  if (today < from) return 'ahead'
  return today <= until ? 'running' : 'ended'
}

/** The quarter that ended last before a civil date, and its year. */
export function lastEnded(today: string): { readonly year: number; readonly quarter: Quarter } {
  const year = Number(today.slice(0, 4))
  const ended = QUARTERS.filter(quarter => quarterPhase(year, quarter, today) === 'ended').at(-1)
  return ended ? { year, quarter: ended } : { year: year - 1, quarter: 4 }
}

const DAYS_TO_REPORT = 15

/**
 * The last civil date on which the report of a quarter is in time: fifteen days after its end, as is usual in e-Monev. No
 * rule that we know of names the day for satker, so nothing is refused after it; it is the day of reminders.
 */
export const reportDue = (year: number, quarter: Quarter): string =>
  daysAfter(quarterDays(year, quarter).until, DAYS_TO_REPORT)

export const isQuarter = (number: number): number is Quarter =>
  number >= 1 && number <= 4 && Number.isInteger(number)
