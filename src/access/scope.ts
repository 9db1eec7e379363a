import type { Actor, ActorMembership } from './actor'
import { blindSatkerCondition, scoresBlind } from './blind-scoring'
import { POLICIES, type RolePolicy } from './policies'
import type { Role } from './roles'

/**
 * Roles that reach the satker of the membership and everything below it; the others reach that one alone. An evaluator
 * holds the role at the own unit, and once more at every unit that was assigned.
 */
const REACH_BELOW: readonly Role[] = ['centre-admin', 'kanwil-viewer', 'pendamping', 'reader']

/** Whether a role reaches below the satker of its membership. */
export const reachesBelow = (role: Role): boolean => REACH_BELOW.includes(role)

/** The columns of a satker that scope is decided on. */
export interface ScopedSatker {
  readonly satkerId: string
  readonly satkerPath: string
}

const reaches = (membership: ActorMembership, satker: ScopedSatker): boolean =>
  membership.satkerId === satker.satkerId ||
  (REACH_BELOW.includes(membership.role) && satker.satkerPath.startsWith(membership.satkerPath))

/** The roles of the actor that reach a satker and are named by the policy. */
export function rolesAt(actor: Actor, policy: RolePolicy, satker: ScopedSatker): ActorMembership[] {
  const roles: readonly Role[] = POLICIES[policy]
  return actor.memberships.filter(
    membership => roles.includes(membership.role) && reaches(membership, satker),
  )
}

export const mayAt = (actor: Actor, policy: RolePolicy, satker: ScopedSatker): boolean =>
  rolesAt(actor, policy, satker).length > 0

/** The parts the actor may answer at a satker: `all`, some, or none. */
export function partsAt(actor: Actor, policy: RolePolicy, satker: ScopedSatker): 'all' | readonly string[] {
  const memberships = rolesAt(actor, policy, satker)
  if (memberships.some(membership => membership.parts === null)) return 'all'
  return [...new Set(memberships.flatMap(membership => membership.parts ?? []))]
}

export interface Condition {
  readonly sql: string
  readonly parameters: readonly string[]
}

/** What tells how a satker stands: it is not there for whoever scores that satker blind. */
const CLOSED_WHILE_BLIND: readonly RolePolicy[] = [
  'read-roster',
  'keep-roster',
  'read-registers',
  'keep-registers',
  'read-agreements',
  'keep-agreements',
  'watch-performance',
  'watch-findings',
  'follow-performance',
]

/**
 * The condition on a satker's `id` and `path` columns that lets through what the actor may see under a policy.
 * Parameters are numbered from `first` in the order of their appearance.
 */
export function visibleCondition(actor: Actor, policy: RolePolicy, alias: string, first: number): Condition {
  const roles: readonly Role[] = POLICIES[policy]
  const memberships = actor.memberships.filter(membership => roles.includes(membership.role))
  const parameters: string[] = []
  const next = (value: string) => `$${first + parameters.push(value) - 1}`
  const below = memberships.filter(membership => REACH_BELOW.includes(membership.role))
  const alone = memberships.filter(membership => !below.includes(membership))
  const alternatives = below.map(membership => `${alias}.path LIKE ${next(`${membership.satkerPath}%`)}`)
  if (alone.length > 0)
    alternatives.push(`${alias}.id IN (${alone.map(membership => next(membership.satkerId)).join(', ')})`)
  if (alternatives.length === 0) return { sql: '1 = 0', parameters }
  const reached = `(${alternatives.join(' OR ')})`
  if (!CLOSED_WHILE_BLIND.includes(policy) || !scoresBlind(actor)) return { sql: reached, parameters }
  const blind = blindSatkerCondition(`${alias}.id`, next(actor.userId ?? ''))
  return { sql: `(${reached} AND NOT ${blind})`, parameters }
}
