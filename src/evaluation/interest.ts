import type { Actor } from '../access/actor'

/**
 * Whether somebody has a role at a satker or below it today other than to score it: whoever works there scores nothing
 * there, also when the role came after the assignment.
 */
export const worksAt = ({ memberships }: Actor, satkerPath: string): boolean =>
  memberships.some(
    membership =>
      membership.role !== 'evaluator' &&
      membership.role !== 'second-scorer' &&
      membership.satkerPath.startsWith(satkerPath),
  )
