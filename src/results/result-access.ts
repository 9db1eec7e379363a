import type { Actor } from '../access/actor'
import { partsAt, rolesAt } from '../access/scope'
import { seatsOf, type Evaluation } from '../evaluation/evaluation-context'

/** Everybody who reads the assessment reads its result, but of evaluators only those with a seat there. */
export function seesResult(actor: Actor, evaluation: Evaluation): boolean {
  const roles = rolesAt(actor, 'read-assessment', evaluation.assessment)
  return roles.some(({ role }) => role !== 'evaluator') || seatsOf(actor, evaluation).length > 0
}

/** The sealed file names every piece of evidence, also restricted ones: it is for those who may open them all. */
export const takesSealedFile = (actor: Actor, { assessment }: Evaluation): boolean =>
  partsAt(actor, 'open-restricted', assessment) === 'all'
