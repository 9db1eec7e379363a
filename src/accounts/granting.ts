import type { Actor } from '../access/actor'
import { ROLES, type Role } from '../access/roles'
import { rolesAt, type ScopedSatker } from '../access/scope'

/** What a satker administrator gives and takes at the own satker; the other roles are the centre's. */
const SATKER_ROLES: readonly Role[] = ['head', 'chair', 'member', 'satker-admin']

/** The roles an actor may give and take at a satker. */
export function rolesToGive(actor: Actor, satker: ScopedSatker): readonly Role[] {
  const own = rolesAt(actor, 'manage-accounts', satker)
  if (own.some(membership => membership.role === 'centre-admin')) return ROLES
  // A reader also reads what is below: at a kanwil that is more than the own satker.
  if (own.some(membership => membership.satkerLevel === 'satker')) return [...SATKER_ROLES, 'reader']
  return own.length > 0 ? SATKER_ROLES : []
}

export const mayGive = (actor: Actor, role: Role, satker: ScopedSatker): boolean =>
  rolesToGive(actor, satker).includes(role)
