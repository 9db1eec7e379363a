import type { Actor } from '../access/actor'
import { mayAt, partsAt, type Condition, type ScopedSatker } from '../access/scope'
import { mayInPart, partOf, type AssessmentContext } from '../assessments/assessment-context'
import type { EvidenceAccess } from './evidence.entity'

/** Uses for prerequisites carry this before the prerequisite's id. */
const PREREQUISITE = /^P\./

/**
 * The condition under which the actor may open pieces of one satker: `biasa` for whoever may read them (decided
 * before), `terbatas` for head and chair and for the pokja whose question uses them.
 * `alias` is the table `evidence`; parameters are numbered from `first`.
 */
export function openedCondition(actor: Actor, satker: ScopedSatker, alias: string, first: number): Condition {
  const parts = partsAt(actor, 'open-restricted', satker)
  if (parts === 'all') return { sql: '1 = 1', parameters: [] }
  if (parts.length === 0) return { sql: `${alias}.access = 'biasa'`, parameters: [] }
  const numbers = parts.map((_part, index) => `$${first + index}`).join(', ')
  return {
    sql: `(${alias}.access = 'biasa' OR EXISTS (SELECT 1 FROM evidence_uses o
            WHERE o.evidence_id = ${alias}.id AND o.part IN (${numbers})))`,
    parameters: parts,
  }
}

export interface GuardedPiece extends ScopedSatker {
  readonly access: EvidenceAccess
  /** Parts of the questions that use it; null for a prerequisite. */
  readonly usedIn: readonly (string | null)[]
}

/** The same as `openedCondition`, for one piece that was loaded with its uses. */
export function mayOpen(actor: Actor, piece: GuardedPiece): boolean {
  if (piece.access === 'biasa') return true
  const parts = partsAt(actor, 'open-restricted', piece)
  return parts === 'all' || piece.usedIn.some(part => part !== null && parts.includes(part))
}

/** Whether the actor may change a piece: the chair any, a member those of the own parts and those not used yet. */
export function mayChange(actor: Actor, piece: GuardedPiece): boolean {
  if (!mayOpen(actor, piece)) return false
  const parts = partsAt(actor, 'keep-evidence', piece)
  if (parts === 'all' || piece.usedIn.some(part => part !== null && parts.includes(part))) return true
  const forPrerequisitesAlone = piece.usedIn.length > 0 && piece.usedIn.every(part => part === null)
  if (forPrerequisitesAlone) return mayAt(actor, 'fill-prerequisite', piece)
  return piece.usedIn.length === 0 && parts.length > 0
}

/** Whether the actor may attach evidence to a question, or to a prerequisite (`P.<id>`) by whom it is filled. */
export function mayAttach(actor: Actor, assessment: AssessmentContext, question: string): boolean {
  const part = partOf(assessment, question)
  if (part !== undefined) return mayInPart(actor, 'keep-evidence', assessment, part)
  const prerequisite = prerequisiteOf(assessment, question)
  if (!prerequisite || !mayAt(actor, 'fill-prerequisite', assessment)) return false
  const here = actor.memberships.filter(
    membership => membership.role === 'centre-admin' || membership.satkerId === assessment.satkerId,
  )
  return here.some(membership => (membership.role === 'centre-admin') === (prerequisite.filledBy === 'pusat'))
}

export const prerequisiteOf = (assessment: AssessmentContext, question: string) =>
  PREREQUISITE.test(question)
    ? assessment.instrument.prerequisites.find(({ id }) => id === question.replace(PREREQUISITE, ''))
    : undefined
