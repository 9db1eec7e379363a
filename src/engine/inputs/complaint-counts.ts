import { div, exact, isZero, mul, sum, type Exact } from '../exact'

/** Complaints received in one month, and how far they are by now. */
export interface ComplaintCounts {
  readonly received: number
  readonly done: number
  readonly inProcess: number
  /** Mean days of those that are done; null where none is, or nobody measured. */
  readonly averageDays: Exact | null
}

/** Every complaint that came in is done or in process; none is lost and none is done twice. */
export const addsUp = ({ received, done, inProcess }: ComplaintCounts): boolean =>
  received === done + inProcess

/** Several months together. Their mean days weigh by what was done in each; months that measured none are left out. */
export function totalOf(months: readonly ComplaintCounts[]): ComplaintCounts {
  const measured = months.filter(month => month.averageDays !== null && month.done > 0)
  const days = sum(measured.map(({ averageDays, done }) => mul(averageDays ?? exact(0), exact(done))))
  const cases = exact(measured.reduce((all, month) => all + month.done, 0))
  return {
    received: months.reduce((all, month) => all + month.received, 0),
    done: months.reduce((all, month) => all + month.done, 0),
    inProcess: months.reduce((all, month) => all + month.inProcess, 0),
    averageDays: isZero(cases) ? null : div(days, cases),
  }
}
