import { lastDay, quarterStart } from './cycle-days'
import type { Facts, ProfileFacts } from './facts'

type Read = Pick<Facts, 'today' | 'cycle' | 'profiles'>

type Telling<Key extends keyof ProfileFacts> = ProfileFacts & {
  readonly [K in Key]: NonNullable<ProfileFacts[K]>
}

/** The profile told last, of those that tell some figures and whose quarter had begun by the last day that counts. */
export const lastProfile = <Key extends keyof ProfileFacts>(
  facts: Read,
  ...keys: readonly Key[]
): Telling<Key> | undefined =>
  facts.profiles
    .filter(
      (one): one is Telling<Key> =>
        keys.every(key => one[key] !== null) && quarterStart(one.year, one.quarter) <= lastDay(facts),
    )
    .sort((a, b) => b.year - a.year || b.quarter - a.quarter || (a.id < b.id ? -1 : 1))[0]

/** Who works there: by the roster, else by the last profile. */
export const employeesOf = (facts: Read & Pick<Facts, 'staff'>): number | null =>
  facts.staff.employees ?? lastProfile(facts, 'employees')?.employees ?? null
