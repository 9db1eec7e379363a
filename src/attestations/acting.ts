import type { Actor } from '../access/actor'
import type { RolePolicy } from '../access/policies'
import { rolesAt, type ScopedSatker } from '../access/scope'

/** Whether the head who acts is a Plt or Plh: no role of their own there, only an acting one. */
export const isActing = (actor: Actor, policy: RolePolicy, satker: ScopedSatker): boolean =>
  rolesAt(actor, policy, satker).every(membership => membership.acting)
