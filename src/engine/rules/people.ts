import { employeesOf, lastProfile } from './employees'
import type { ActivityFacts, Facts, PersonKey } from './facts'

type Headcount = Pick<Facts, 'today' | 'cycle' | 'staff' | 'profiles'>

/** Who works there, as a whole to take a part of; null where nobody is known to. */
export const headcountOf = (facts: Headcount): number | null => employeesOf(facts) || null

/** Front-line staff by the roster, else by the last profile; null where nobody is known to be. */
export const frontLineOf = (facts: Headcount): number | null =>
  (facts.staff.frontLine ?? lastProfile(facts, 'frontLine')?.frontLine) || null

/** Whether nobody wrote down who came, neither by name nor by number. */
const isUntold = ({ participants, counted }: ActivityFacts): boolean =>
  participants.length === 0 && counted === null

/** People whom some activities are known to have reached: all who are named, and never fewer than were counted at one. */
export const peopleReached = (activities: readonly ActivityFacts[]): number =>
  activities.reduce(
    (most, { counted: came }) => Math.max(most, came ?? 0),
    new Set(activities.flatMap(({ participants }) => participants)).size,
  )

/** The same; null where activities were held and nobody wrote down who came to them. */
export const peopleTold = (activities: readonly ActivityFacts[]): number | null =>
  activities.length > 0 && activities.every(isUntold) ? null : peopleReached(activities)

/** Those of some people who took part, the same person once. */
export const partakers = (
  activities: readonly ActivityFacts[],
  of: readonly PersonKey[],
): ReadonlySet<PersonKey> => {
  const wanted = new Set(of)
  return new Set(activities.flatMap(({ participants }) => participants.filter(one => wanted.has(one))))
}
