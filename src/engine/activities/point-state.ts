import { daysAfter } from '../civil-days'

/** `due-soon` is still open. */
export type PointState = 'open' | 'due-soon' | 'overdue' | 'done'

/** So many days before its due day a point is due soon. */
export const SOON_DAYS = 7

/** How a point stands on a day; it may still be done on its due day. */
export function pointState(
  { dueOn, doneOn }: { readonly dueOn: string; readonly doneOn: string | null },
  today: string,
): PointState {
  if (doneOn !== null) return 'done'
  if (dueOn < today) return 'overdue'
  return dueOn <= daysAfter(today, SOON_DAYS) ? 'due-soon' : 'open'
}

/** Whether an activity lies before, around or after a day. */
export function timeOf(
  { heldOn, heldUntil }: { readonly heldOn: string; readonly heldUntil: string },
  today: string,
): 'ahead' | 'now' | 'past' {
  if (heldOn > today) return 'ahead'
  return heldUntil >= today ? 'now' : 'past'
}
