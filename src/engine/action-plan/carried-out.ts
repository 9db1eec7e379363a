import type { GoalTimes } from './goal-state'

/** A part of some goals. */
export interface Share {
  readonly part: number
  readonly whole: number
}

/** Of the goals whose last day has come, those that were done by it. */
export function carriedOut(goals: readonly GoalTimes[], today: string): Share {
  const due = goals.filter(goal => goal.dueOn <= today)
  return {
    part: due.filter(({ doneOn, dueOn }) => doneOn !== null && doneOn <= dueOn).length,
    whole: due.length,
  }
}

/** `all`, more than half, a few or none; null of nothing. */
export type Amount = 'all' | 'most' | 'few' | 'none'

export function amountOf({ part, whole }: Share): Amount | null {
  if (whole === 0) return null
  if (part === whole) return 'all'
  if (part === 0) return 'none'
  return part * 2 > whole ? 'most' : 'few'
}
