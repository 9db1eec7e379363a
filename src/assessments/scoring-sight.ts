import type { Actor } from '../access/actor'
import type { Role } from '../access/roles'
import { rolesAt } from '../access/scope'
import { SCORING_ACTS } from '../audit/event-words'
import type { AssessmentContext } from './assessment-context'

/** Roles within the satker, which is told the result and not how it comes about. */
const INSIDE: readonly Role[] = ['satker-admin', 'head', 'chair', 'member']

const isSettled = ({ stage }: AssessmentContext): boolean => stage === 'dinilai' || stage === 'final'

const isOutside = (actor: Actor, assessment: AssessmentContext): boolean =>
  rolesAt(actor, 'read-assessment', assessment).some(({ role }) => !INSIDE.includes(role))

/** Whether the actor may see what evaluators handed in for a round: the satker once it came back or is settled. */
export const seesScoringOf = (actor: Actor, assessment: AssessmentContext, round: number): boolean =>
  isOutside(actor, assessment) || isSettled(assessment) || round < assessment.round

/** Whether the actor is told nothing of the scoring that goes on. */
export const isKeptOut = (actor: Actor, assessment: AssessmentContext): boolean =>
  (assessment.stage === 'diajukan' || assessment.stage === 'dievaluasi') && !isOutside(actor, assessment)

/** Acts of evaluators that the trail keeps from the satker while they score; absent when it shows all. */
export const hiddenActs = (
  actor: Actor,
  assessment: AssessmentContext,
): { readonly hidden?: readonly string[] } => (isKeptOut(actor, assessment) ? { hidden: SCORING_ACTS } : {})
