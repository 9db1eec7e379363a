import type { Actor } from '../access/actor'
import { ROLES, type Role } from '../access/roles'
import { rolesAt, type ScopedSatker } from '../access/scope'
import { isLasting, type MembershipRow } from './membership-facts'

/** What a satker administrator gives and takes at the own satker; the other roles are the centre's. */
const SATKER_ROLES: readonly Role[] = ['head', 'chair', 'member', 'satker-admin']
/** A reader also reads what is below: where units stand below, that is more than the own satker. */
const LEAF_ROLES: readonly Role[] = [...SATKER_ROLES, 'reader']

/** The roles an actor may give and take at a satker. */
export function rolesToGive(actor: Actor, satker: ScopedSatker): readonly Role[] {
  const own = rolesAt(actor, 'manage-accounts', satker)
  if (own.some(membership => membership.role === 'centre-admin')) return ROLES
  if (own.some(membership => !membership.satkerHasBelow)) return LEAF_ROLES
  return own.length > 0 ? SATKER_ROLES : []
}

export const mayGive = (actor: Actor, role: Role, satker: ScopedSatker): boolean =>
  rolesToGive(actor, satker).includes(role)

/** Whether an actor may change an account itself: every lasting role of it is the actor's to give. */
export const mayChangeAccount = (actor: Actor, held: readonly MembershipRow[], now: Date): boolean =>
  held.filter(one => isLasting(one, now)).every(one => mayGive(actor, one.role, one))

/**
 * Whether a new role lies beyond somebody who could change the account until now: they may know its password, or hold a
 * link to it, and would act in a role that is not theirs to give.
 */
export function outreaches(
  actor: Actor,
  role: Role,
  satker: ScopedSatker,
  held: readonly MembershipRow[],
  now: Date,
): boolean {
  if (held.length === 0) return false
  const lasting = held.filter(one => isLasting(one, now))
  if (lasting.some(one => !LEAF_ROLES.includes(one.role))) return false
  const isCentre = rolesAt(actor, 'manage-accounts', satker).some(own => own.role === 'centre-admin')
  const givenHere = (isCentre ? SATKER_ROLES : LEAF_ROLES).includes(role)
  const isHere = (one: MembershipRow) => one.satkerId === satker.satkerId
  // An account without lasting roles is open to every satker it was ever at.
  const wasHere = lasting.length > 0 ? lasting.some(isHere) : held.every(isHere)
  return !(givenHere && wasHere)
}
