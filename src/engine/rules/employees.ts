import { lastDay, quarterStart } from './cycle-days'
import type { Facts, ProfileFacts } from './facts'

type Read = Pick<Facts, 'today' | 'cycle' | 'profiles'>

/** The profile told last of those whose quarter had begun by the last day that counts. */
export const lastProfile = <Key extends keyof ProfileFacts>(
  facts: Read,
  key: Key,
): (ProfileFacts & { readonly [K in Key]: NonNullable<ProfileFacts[K]> }) | undefined =>
  facts.profiles
    .filter(
      (one): one is ProfileFacts & { readonly [K in Key]: NonNullable<ProfileFacts[K]> } =>
        one[key] !== null && quarterStart(one.year, one.quarter) <= lastDay(facts),
    )
    .sort((a, b) => b.year - a.year || b.quarter - a.quarter || (a.id < b.id ? -1 : 1))[0]

/** Who works there: by the roster, else by the last profile. */
export const employeesOf = (facts: Read & Pick<Facts, 'staff'>): number | null =>
  facts.staff.employees ?? lastProfile(facts, 'employees')?.employees ?? null
