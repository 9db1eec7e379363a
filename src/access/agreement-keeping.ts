import type { Actor, ActorMembership } from './actor'
import { POLICIES } from './policies'
import type { Role } from './roles'
import { rolesAt, visibleCondition, type Condition, type ScopedSatker } from './scope'

const KEEPERS: readonly Role[] = POLICIES['keep-agreements']

/** Whoever reaches below keeps what the own unit signed, and only reads what units below it did. */
export const agreementKeeper = (actor: Actor, unit: ScopedSatker): ActorMembership | undefined =>
  rolesAt(actor, 'keep-agreements', unit).find(({ satkerId }) => satkerId === unit.satkerId)

export const keepsAgreements = (actor: Actor, unit: ScopedSatker): boolean =>
  agreementKeeper(actor, unit) !== undefined

/** The units whose agreements the actor keeps. */
export const keptUnits = ({ memberships }: Actor): string[] =>
  memberships.filter(({ role }) => KEEPERS.includes(role)).map(({ satkerId }) => satkerId)

/** The same on a satker's `id` and `path` columns; parameters are numbered from `first`. */
export function keptUnitsCondition(actor: Actor, alias: string, first: number): Condition {
  const scope = visibleCondition(actor, 'keep-agreements', alias, first)
  const own = keptUnits(actor)
  if (own.length === 0) return scope
  const next = first + scope.parameters.length
  return {
    sql: `(${scope.sql} AND ${alias}.id IN (${own.map((_id, place) => `$${next + place}`).join(', ')}))`,
    parameters: [...scope.parameters, ...own],
  }
}
