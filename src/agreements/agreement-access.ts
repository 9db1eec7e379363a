import type { Actor } from '../access/actor'
import { agreementKeeper, keepsAgreements, keptUnits } from '../access/agreement-keeping'
import type { Role } from '../access/roles'
import type { ScopedSatker } from '../access/scope'
import { Refused } from '../refusals'

/** The first unit whose agreements the actor keeps. */
export const keptUnit = (actor: Actor): string | null => keptUnits(actor)[0] ?? null

/** As what the actor keeps the agreements of a unit, for the trail. */
export const keeperRole = (actor: Actor, unit: ScopedSatker): { readonly role?: Role } => {
  const keeper = agreementKeeper(actor, unit)
  return keeper ? { role: keeper.role } : {}
}

/** Refused for whoever only reads the agreements of a unit. */
export function requireKeeper(actor: Actor, unit: ScopedSatker): void {
  if (!keepsAgreements(actor, unit))
    throw new Refused(
      'Kerja sama dicatat oleh unit pemiliknya: tim ZI, kepala, atau administrator satker; di kanwil oleh pendamping, di pusat oleh administrator pusat.',
    )
}
