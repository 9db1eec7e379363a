import type { Actor } from '../access/actor'
import type { Role } from '../access/roles'
import { mayAt, rolesAt, type ScopedSatker } from '../access/scope'
import { formatNip, maskNip } from '../web/format/person'
import { ANONYMOUS, type EmployeeRow, type SeenEmployee } from './employee-facts'

export const keepsRoster = (actor: Actor, satker: ScopedSatker): boolean =>
  mayAt(actor, 'keep-roster', satker)

/** Whether the actor administers who works there, and so reads and searches whole NIPs. */
export const seesNip = (actor: Actor, satker: ScopedSatker): boolean => mayAt(actor, 'read-nip', satker)

/** As what the actor keeps the roster, for the trail; whoever acts without a role there is the system. */
export const keeperRole = (actor: Actor, satker: ScopedSatker): { readonly role?: Role } => {
  const [first] = rolesAt(actor, 'keep-roster', satker)
  return first ? { role: first.role } : {}
}

/** A row without what the actor may not read. */
export function seenBy(actor: Actor, row: EmployeeRow): SeenEmployee {
  const whole = seesNip(actor, row)
  const { nip } = row
  return {
    ...row,
    frontLine: Boolean(row.frontLine),
    name: row.anonymisedAt === null ? row.name : ANONYMOUS,
    nip: whole ? nip : null,
    nipShown: nip === null ? '' : whole ? formatNip(nip) : maskNip(nip),
  }
}
