import type { CivilDate } from '../civil-days'
import type { Facts } from './facts'

type Time = Pick<Facts, 'today' | 'cycle'>

const QUARTER_STARTS = ['01-01', '04-01', '07-01', '10-01'] as const
const QUARTER_ENDS = ['03-31', '06-30', '09-30', '12-31'] as const

/** The last day that counts: the hand-in, or today while there is none. */
export const lastDay = ({ today, cycle: { submittedOn } }: Time): CivilDate =>
  submittedOn !== null && submittedOn < today ? submittedOn : today

/** Whether a day lies in the year of the cycle and no later than the last day that counts. */
export const inCycle = (time: Time, day: CivilDate): boolean =>
  day >= `${time.cycle.year}-01-01` && day <= `${time.cycle.year}-12-31` && day <= lastDay(time)

/** The first day of a quarter; one that does not exist never begins. */
export const quarterStart = (year: number, quarter: number): CivilDate =>
  `${year}-${QUARTER_STARTS[quarter - 1] ?? '99-99'}`

/** The last day of a quarter; one that does not exist never ends. */
export const quarterEnd = (year: number, quarter: number): CivilDate =>
  `${year}-${QUARTER_ENDS[quarter - 1] ?? '99-99'}`

/** Quarters of the cycle's year that are over by the last day that counts. */
export const endedQuarters = (time: Time): number[] =>
  [1, 2, 3, 4].filter(quarter => quarterEnd(time.cycle.year, quarter) <= lastDay(time))
