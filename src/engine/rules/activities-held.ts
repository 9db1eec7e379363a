import type { CivilDate } from '../civil-days'
import type { ActivityFactKind, ActivityFacts } from './facts'
import type { RecordRef } from './finding'
import { covered, isWithin, quarterTextOf, quarterWindows } from './periods'

/** The last day of an activity. */
export const lastDayOf = ({ heldOn, heldUntil }: ActivityFacts): CivilDate =>
  heldUntil > heldOn ? heldUntil : heldOn

/** Activities of a kind that were over by a day. */
export const heldBy = (
  activities: readonly ActivityFacts[],
  kind: ActivityFactKind,
  end: CivilDate,
): ActivityFacts[] => activities.filter(one => one.kind === kind && lastDayOf(one) <= end)

/** Those of the last months before it. */
export const heldWithin = (
  activities: readonly ActivityFacts[],
  kind: ActivityFactKind,
  end: CivilDate,
  months: number,
): ActivityFacts[] => heldBy(activities, kind, end).filter(one => isWithin(lastDayOf(one), end, months))

export interface Regularity {
  readonly held: readonly ActivityFacts[]
  /** How many of the last quarters saw one. */
  readonly quarters: number
}

/** How regularly some activities were held in the last quarters up to a day. */
export function regularityOf(
  activities: readonly ActivityFacts[],
  end: CivilDate,
  quarters: number,
): Regularity {
  const windows = quarterWindows(end, quarters)
  const held = activities.filter(one => windows.flat().includes(quarterTextOf(lastDayOf(one))))
  return { held, quarters: covered(windows, new Set(held.map(one => quarterTextOf(lastDayOf(one))))) }
}

export const activityRecords = (activities: readonly ActivityFacts[]): RecordRef[] =>
  activities.map(({ id }) => ({ kind: 'activity', id }))
