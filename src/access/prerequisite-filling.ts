import type { Prerequisite } from '../engine/instrument/instrument'
import type { Actor } from './actor'
import { rolesAt, type ScopedSatker } from './scope'

/**
 * Whether the actor fills, and keeps the evidence of, a prerequisite at a satker: the centre its own, chair and head
 * theirs. Whoever holds roles of both sides does both.
 */
export function fillsPrerequisite(
  actor: Actor,
  satker: ScopedSatker,
  filledBy: Prerequisite['filledBy'],
): boolean {
  const byCentre = filledBy === 'pusat'
  return rolesAt(actor, 'fill-prerequisite', satker).some(
    membership => (membership.role === 'centre-admin') === byCentre,
  )
}
