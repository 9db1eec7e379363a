import type { Act } from '../audit/audit.service'
import type { EmployeeDraft } from './employee-facts'

/** Facts that say who somebody is, in the words of the trail. */
const PERSONAL = { name: 'Nama', nip: 'NIP', position: 'Jabatan' } as const

/**
 * An act on somebody. The trail is kept for good and the person is not: it says that name, NIP or position changed,
 * never from what to what.
 */
export function employeeAct(
  action: string,
  { id, satkerId }: { readonly id: string; readonly satkerId: string },
  change: { readonly before?: EmployeeDraft; readonly after?: EmployeeDraft } = {},
): Act {
  const { before, after } = change
  const changed = before && after ? changedWords(before, after) : []
  return {
    action,
    subjectType: 'employee',
    subjectId: id,
    satkerId,
    ...(before ? { before: told(before) } : {}),
    ...(after ? { after: { ...(changed.length > 0 ? { personal: changed } : {}), ...told(after) } } : {}),
  }
}

function changedWords(before: EmployeeDraft, after: EmployeeDraft): string[] {
  const keys = Object.keys(PERSONAL) as (keyof typeof PERSONAL)[]
  return keys.filter(key => before[key] !== after[key]).map(key => PERSONAL[key])
}

const told = ({ frontLine, pokja, agentFrom, agentUntil, joinedOn, leftOn }: EmployeeDraft) => ({
  frontLine,
  pokja,
  agentFrom,
  agentUntil,
  joinedOn,
  leftOn,
})
