import type { Actor } from '../access/actor'
import { POLICIES } from '../access/policies'
import type { Role } from '../access/roles'
import { rolesAt, type ScopedSatker } from '../access/scope'
import { Refused } from '../refusals'

/** Whoever reaches below keeps what the own unit signed, and only reads what units below it did. */
const keeperAt = (actor: Actor, unit: ScopedSatker) =>
  rolesAt(actor, 'keep-agreements', unit).find(({ satkerId }) => satkerId === unit.satkerId)

export const keepsAgreements = (actor: Actor, unit: ScopedSatker): boolean =>
  keeperAt(actor, unit) !== undefined

/** The first unit whose agreements the actor keeps. */
export const keptUnit = ({ memberships }: Actor): string | null => {
  const roles: readonly Role[] = POLICIES['keep-agreements']
  return memberships.find(({ role }) => roles.includes(role))?.satkerId ?? null
}

/** As what the actor keeps the agreements of a unit, for the trail. */
export const keeperRole = (actor: Actor, unit: ScopedSatker): { readonly role?: Role } => {
  const keeper = keeperAt(actor, unit)
  return keeper ? { role: keeper.role } : {}
}

/** Refused for whoever only reads the agreements of a unit. */
export function requireKeeper(actor: Actor, unit: ScopedSatker): void {
  if (!keepsAgreements(actor, unit))
    throw new Refused(
      'Kerja sama dicatat oleh unit pemiliknya: tim ZI, kepala, atau administrator satker; di kanwil oleh pendamping, di pusat oleh administrator pusat.',
    )
}
