import type { Term } from './agreement-state'
import { monthsAfter } from '../civil-days'

/** Months between two evaluations that may be chosen; 0 for none. */
export const EVALUATION_INTERVALS = [0, 3, 6, 12] as const
export type EvaluationInterval = (typeof EVALUATION_INTERVALS)[number]

/** Days by which an agreement is to be evaluated: every so many months from its first day, within its term. */
export function evaluationDates({ validFrom, validUntil }: Term, every: EvaluationInterval): string[] {
  const dates: string[] = []
  if (every === 0) return dates
  for (let place = 1; ; place++) {
    const due = monthsAfter(validFrom, place * every)
    if (due > validUntil) return dates
    dates.push(due)
  }
}

/** The day by which the next evaluation is due: the first one answers the first day, and so on. Null when none is left. */
export const nextEvaluation = (term: Term, every: EvaluationInterval, held: number): string | null =>
  evaluationDates(term, every)[held] ?? null
