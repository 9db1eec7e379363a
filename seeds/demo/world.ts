import type { Actor } from '../../src/access/actor'
import type { AssessmentContext } from '../../src/assessments/assessment-context'
import type { Services } from '../../src/services'
import { CAST_PEOPLE, type CastPerson } from './cast'

/** The house while the demo is made: its services run on a clock that the acts move. */
export interface World {
  readonly services: Services
  /** Moves the clock. */
  at(now: Date): void
  /** The real present. */
  readonly today: Date
  readonly instrumentId: string
  /** The account of a person of the cast, with the roles in force at the moment of the clock. */
  actor(login: string): Promise<Actor>
}

export const peopleAt = (key: string): CastPerson[] => CAST_PEOPLE.filter(person => person.unit === key)

export const loginOf = (unit: string, role: CastPerson['role']): string => {
  const found = peopleAt(unit).find(person => person.role === role && !person.acting)
  if (found) return found.login
  const acting = peopleAt(unit).find(person => person.role === role)
  if (!acting) throw new Error(`Nobody is ${role} at ${unit}.`)
  return acting.login
}

/** Who answers a part: its pokja member, else the chair. */
export const answererOf = (unit: string, part: string): string =>
  peopleAt(unit).find(person => person.role === 'member' && person.parts?.includes(part))?.login ??
  loginOf(unit, 'chair')

/** One assessment of the story with the days in which it is filled. */
export interface Filling {
  readonly assessment: AssessmentContext
  readonly period: { readonly from: Date; readonly to: Date }
}
