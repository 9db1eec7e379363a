import { daysAfter } from '../civil-days'

/** Every agreement is in exactly one of these; the worst first. */
export const AGREEMENT_STATES = [
  'expired-without-result',
  'signed-only',
  'late',
  'no-plan',
  'expiring',
  'running',
  'done',
] as const
export type AgreementState = (typeof AGREEMENT_STATES)[number]

/** Days of the term after which an agreement of which nothing was carried out is a signature alone. */
export const SIGNED_ONLY_DAYS = 180
/** The last days of a term, its last day being day 0. */
export const EXPIRING_DAYS = 90

/** First and last day of an agreement, both included. */
export interface Term {
  readonly validFrom: string
  readonly validUntil: string
}

/** A task of the work plan; `doneOn` is null while nobody has carried it out. */
export interface PlannedTask {
  readonly dueOn: string
  readonly doneOn: string | null
}

/** What a plan amounts to on a day. */
export interface PlanStanding {
  readonly tasks: number
  readonly realised: number
  /** Not carried out though its day is over. */
  readonly late: number
}

/** The days on which the thresholds lie, seen from one day; statements take them as parameters. */
export const thresholdsOn = (today: string) => ({
  today,
  /** A term that began before this day began more than SIGNED_ONLY_DAYS ago. */
  signedOnlyBefore: daysAfter(today, -SIGNED_ONLY_DAYS),
  /** A term that ends by this day ends within EXPIRING_DAYS. */
  expiringBy: daysAfter(today, EXPIRING_DAYS),
})

/** What was carried out by the end of a day counts; a task is late from the day after its due date. */
export function planStanding(tasks: readonly PlannedTask[], today: string): PlanStanding {
  const isDone = ({ doneOn }: PlannedTask) => doneOn !== null && doneOn <= today
  return {
    tasks: tasks.length,
    realised: tasks.filter(isDone).length,
    late: tasks.filter(task => !isDone(task) && task.dueOn < today).length,
  }
}

/**
 * The state of an agreement on a day. The first that holds:
 * - `done`: there is a plan and every task of it was carried out, whether or not the term is over;
 * - `expired-without-result`: the term is over (from the day after its last one) and nothing was carried out;
 * - `late`: the term is over and something is still open;
 * - `no-plan`: no task is planned;
 * - `signed-only`: nothing was carried out and the term began more than 180 days ago (on day 180 not yet);
 * - `late`: an open task was due before today;
 * - `expiring`: at most 90 days are left of the term;
 * - `running`: everything else, also before the term begins.
 */
export function agreementState(term: Term, plan: PlanStanding, today: string): AgreementState {
  const { signedOnlyBefore, expiringBy } = thresholdsOn(today)
  if (plan.tasks > 0 && plan.realised === plan.tasks) return 'done'
  if (term.validUntil < today) return plan.realised === 0 ? 'expired-without-result' : 'late'
  if (plan.tasks === 0) return 'no-plan'
  if (plan.realised === 0 && term.validFrom < signedOnlyBefore) return 'signed-only'
  if (plan.late > 0) return 'late'
  return term.validUntil <= expiringBy ? 'expiring' : 'running'
}
