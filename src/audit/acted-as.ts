import type { Actor, ActorMembership } from '../access/actor'
import type { Role } from '../access/roles'
import { reachesBelow } from '../access/scope'

/** What administrators alone act on. */
const ADMINISTERED: readonly string[] = [
  'user',
  'satker',
  'cycle',
  'team',
  'assessment',
  'extension',
  'instrument',
]
const ADMINISTRATORS: readonly Role[] = ['satker-admin', 'centre-admin']
/** Whoever holds several roles at one satker works on its worksheet as the first of these. */
const WORKERS: readonly Role[] = [
  'chair',
  'member',
  'head',
  'evaluator',
  'pendamping',
  'kanwil-viewer',
  'reader',
]

export interface ActedOn {
  readonly subjectType: string
  readonly subjectId: string
  readonly satkerId?: string | null
}

/** The role a person with several of them did an act as: one that reaches its satker and may do such acts. */
export function actedAs(actor: Actor, { subjectType, subjectId, satkerId }: ActedOn): Role | 'system' {
  const { memberships } = actor
  const [first] = memberships
  if (!first) return 'system'
  if (memberships.length === 1 || subjectId === actor.userId) return first.role
  const here = memberships.filter(membership => membership.satkerId === satkerId)
  const above = memberships.filter(membership => reachesBelow(membership.role))
  const wanted = ADMINISTERED.includes(subjectType) ? ADMINISTRATORS : WORKERS
  return firstOf(wanted, here) ?? firstOf(wanted, above) ?? here[0]?.role ?? above[0]?.role ?? first.role
}

const firstOf = (wanted: readonly Role[], memberships: readonly ActorMembership[]): Role | undefined =>
  wanted.find(role => memberships.some(membership => membership.role === role))
