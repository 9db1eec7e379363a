import type { Actor } from '../access/actor'
import { keepsAgreements } from '../access/agreement-keeping'
import { fillsPrerequisite } from '../access/prerequisite-filling'
import { mayAt, partsAt, type Condition, type ScopedSatker } from '../access/scope'
import {
  closedBecause,
  lockedBecause,
  mayInPart,
  partOf,
  prerequisiteClosedBecause,
  type AssessmentContext,
} from '../assessments/assessment-context'
import type { EvidenceAccess } from './evidence.entity'

/** Uses for prerequisites carry this before the prerequisite's id. */
const PREREQUISITE = /^P\./
/** Stands in the place of a part under prerequisites that the centre fills. */
export const CENTRE = 'pusat'

/** Whose use it is: the part of the question, `pusat` under a prerequisite of the centre, null under one of the satker. */
export function keeperOf(assessment: AssessmentContext, question: string): string | null {
  if (prerequisiteOf(assessment, question)?.filledBy === 'pusat') return CENTRE
  return partOf(assessment, question) ?? null
}

/** Whose uses let the actor open a `terbatas` piece of a satker. */
function opensFor(actor: Actor, satker: ScopedSatker): 'all' | readonly string[] {
  const parts = partsAt(actor, 'open-restricted', satker)
  if (parts === 'all') return parts
  return fillsPrerequisite(actor, satker, 'pusat') ? [...parts, CENTRE] : parts
}

/**
 * The condition under which the actor may open pieces of one satker: `biasa` for whoever may read them (decided
 * before), `terbatas` for head and chair, for the pokja whose question uses them and for the centre under its own
 * prerequisites. `alias` is the table `evidence`; parameters are numbered from `first`.
 */
export function openedCondition(actor: Actor, satker: ScopedSatker, alias: string, first: number): Condition {
  const keepers = opensFor(actor, satker)
  if (keepers === 'all') return { sql: '1 = 1', parameters: [] }
  if (keepers.length === 0) return { sql: `${alias}.access = 'biasa'`, parameters: [] }
  const numbers = keepers.map((_keeper, index) => `$${first + index}`).join(', ')
  return {
    sql: `(${alias}.access = 'biasa' OR EXISTS (SELECT 1 FROM evidence_uses o
            WHERE o.evidence_id = ${alias}.id AND o.part IN (${numbers})))`,
    parameters: keepers,
  }
}

export interface GuardedPiece extends ScopedSatker {
  readonly access: EvidenceAccess
  /** Whose its uses are, see `keeperOf`. */
  readonly usedIn: readonly (string | null)[]
}

/** The same as `openedCondition`, for one piece that was loaded with its uses. */
export function mayOpen(actor: Actor, piece: GuardedPiece): boolean {
  if (piece.access === 'biasa') return true
  const keepers = opensFor(actor, piece)
  return keepers === 'all' || piece.usedIn.some(keeper => keeper !== null && keepers.includes(keeper))
}

export interface ChangeablePiece extends GuardedPiece {
  readonly createdBy: string
  /** 0/1 on SQLite. */
  readonly onlyOnAgreements: boolean | number
}

/** What a piece is brought for. */
export type ShelvingPurpose = 'shelf' | 'agreement'

/**
 * Whether the actor may change a piece: under a prerequisite of the centre the centre alone; else the chair any, the
 * head those for prerequisites, a member those that serve the own parts and nothing else, or that the member made and
 * nothing uses yet, and whoever keeps the agreements of the unit what they brought to those and nothing else has.
 */
export function mayChange(actor: Actor, piece: ChangeablePiece): boolean {
  const { usedIn } = piece
  if (!mayOpen(actor, piece)) return false
  if (isOfCentre(piece)) return fillsPrerequisite(actor, piece, 'pusat')
  const parts = partsAt(actor, 'keep-evidence', piece)
  if (parts === 'all') return true
  if (usedIn.length === 0)
    return (
      piece.createdBy === actor.userId &&
      (parts.length > 0 || (Boolean(piece.onlyOnAgreements) && keepsAgreements(actor, piece)))
    )
  if (usedIn.every(keeper => keeper === null)) return fillsPrerequisite(actor, piece, 'satker')
  return usedIn.every(keeper => keeper !== null && parts.includes(keeper))
}

/** Whether the actor may put a new piece on the shelf: of a team, or for an agreement that the actor keeps. */
export const mayShelve = (actor: Actor, satker: ScopedSatker, purpose: ShelvingPurpose): boolean =>
  mayAt(actor, 'keep-evidence', satker) || (purpose === 'agreement' && keepsAgreements(actor, satker))

/** Whether the actor may put a restricted piece there; nobody but chair and head could open one that nothing uses. */
export const mayShelveRestricted = (actor: Actor, satker: ScopedSatker): boolean =>
  partsAt(actor, 'keep-evidence', satker) === 'all'

export const isOfCentre = ({ usedIn }: Pick<GuardedPiece, 'usedIn'>): boolean => usedIn.includes(CENTRE)

/** Whether the actor may attach evidence to a question, or to a prerequisite (`P.<id>`) by whom it is filled. */
export function mayAttach(actor: Actor, assessment: AssessmentContext, question: string): boolean {
  const part = partOf(assessment, question)
  if (part !== undefined) return mayInPart(actor, 'keep-evidence', assessment, part)
  const prerequisite = prerequisiteOf(assessment, question)
  return prerequisite !== undefined && fillsPrerequisite(actor, assessment, prerequisite.filledBy)
}

/** Why evidence of a question cannot be changed now, in words; null while it can. */
export function evidenceClosedBecause(
  assessment: AssessmentContext,
  question: string,
  now: Date,
): string | null {
  const prerequisite = prerequisiteOf(assessment, question)
  return prerequisite
    ? prerequisiteClosedBecause(assessment, prerequisite, now)
    : (closedBecause(assessment, now) ?? lockedBecause(assessment, question))
}

export const prerequisiteOf = (assessment: AssessmentContext, question: string) =>
  PREREQUISITE.test(question)
    ? assessment.instrument.prerequisites.find(({ id }) => id === question.replace(PREREQUISITE, ''))
    : undefined
