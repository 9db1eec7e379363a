import type { Actor } from '../access/actor'
import { ROLE_NAMES, type Role } from '../access/roles'
import type { SatkerRow } from '../satker/satker-facts'
import { Invalid } from '../refusals'
import { mayGive } from './granting'
import type { MembershipDraft } from './membership-facts'

/** Why an actor may not give a role at a satker; undefined when it may. */
export function roleFault(actor: Actor, role: Role, unit: SatkerRow): string | undefined {
  if (!mayGive(actor, role, { satkerId: unit.id, satkerPath: unit.path }))
    return `Peran ${ROLE_NAMES[role]} di ${unit.name} bukan wewenang Anda untuk diberikan.`
  if (role === 'centre-admin' && unit.parentId !== null)
    return 'Administrator pusat hanya di puncak pohon satker.'
  return unit.closedAt ? `${unit.name} sudah ditutup.` : undefined
}

/** The row of a draft: parts belong to a pokja member, acting to a head. Throws Invalid for dates in the wrong order. */
export function membershipRowOf(
  draft: MembershipDraft,
  made: {
    readonly id: string
    readonly userId: string
    readonly satkerId: string
    readonly today: string
    readonly now: string
  },
) {
  const validFrom = draft.validFrom ?? made.today
  const message = 'Hari terakhir mendahului mulainya.'
  if (draft.validUntil !== null && draft.validUntil < validFrom)
    throw new Invalid(message, { validUntil: message })
  return {
    id: made.id,
    userId: made.userId,
    satkerId: made.satkerId,
    role: draft.role,
    parts: draft.role === 'member' && draft.parts.length > 0 ? draft.parts.join(',') : null,
    acting: draft.role === 'head' && draft.acting,
    validFrom,
    validUntil: draft.validUntil,
    createdAt: made.now,
  }
}
