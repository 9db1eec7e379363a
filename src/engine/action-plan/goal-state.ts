import { daysAfter } from '../civil-days'

export const GOAL_STATES = ['not-started', 'running', 'due-soon', 'late', 'done', 'done-late'] as const
export type GoalState = (typeof GOAL_STATES)[number]

/** A goal is due soon this many days before its last day, and on that day. */
export const DUE_SOON_DAYS = 14

/** What the state of a goal is read from. */
export interface GoalTimes {
  readonly startsOn: string
  readonly dueOn: string
  /** 0–100 by the latest report. */
  readonly percent: number
  /** The day of the report that brought the whole; null while something is left. */
  readonly doneOn: string | null
}

/** The state on a civil date. What is late or due soon says so, whether or not it was begun. */
export function goalState({ dueOn, percent, doneOn }: GoalTimes, today: string): GoalState {
  if (doneOn !== null) return doneOn <= dueOn ? 'done' : 'done-late'
  if (dueOn < today) return 'late'
  if (dueOn <= lastDueSoon(today)) return 'due-soon'
  return percent > 0 ? 'running' : 'not-started'
}

/** The last due day that is soon. */
export const lastDueSoon = (today: string): string => daysAfter(today, DUE_SOON_DAYS)

/** Its first day is over and nothing was reported to have been done. */
export const shouldHaveBegun = ({ startsOn, percent }: GoalTimes, today: string): boolean =>
  percent === 0 && startsOn < today
