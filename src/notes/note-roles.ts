import type { Actor } from '../access/actor'
import { partsAt, rolesAt } from '../access/scope'
import type { AssessmentContext } from '../assessments/assessment-context'
import type { NoteRole } from '../engine/stages/notes'
import type { Note, NoteOrigin } from './note.entity'

/** Assessments of a satker at which the actor has a seat. */
export type Seats = readonly { readonly assessmentId: string; readonly year: number }[]

/** Whether the actor is an evaluator at the satker at all: whether it is worth asking for seats. */
export const evaluatesAt = (actor: Actor, assessment: AssessmentContext): boolean =>
  rolesAt(actor, 'keep-notes', assessment).some(({ role }) => role === 'evaluator')

const accompanies = (actor: Actor, assessment: AssessmentContext): boolean =>
  rolesAt(actor, 'keep-notes', assessment).some(({ role }) => role === 'pendamping')

/** The side as which the actor writes a note at an assessment; null for everybody else. */
export function writesAs(actor: Actor, assessment: AssessmentContext, seats: Seats): NoteOrigin | null {
  if (seats.some(seat => seat.assessmentId === assessment.id)) return 'evaluation'
  return accompanies(actor, assessment) ? 'assistance' : null
}

/**
 * As what the actor stands before a note. Each side judges its own notes: whoever assists a satker does not settle what
 * the inspectorate found. Evaluators of a later cycle go on with what was carried there.
 */
export function noteRoleOf(
  actor: Actor,
  assessment: AssessmentContext,
  note: Pick<Note, 'origin' | 'writtenBy' | 'ownerId' | 'part'> & { readonly year: number },
  seats: Seats,
): NoteRole {
  const judges =
    note.origin === 'evaluation' ? seats.some(seat => seat.year >= note.year) : accompanies(actor, assessment)
  if (judges) return note.writtenBy === actor.userId ? 'writer' : 'reviewer'
  if (leads(actor, assessment)) return 'leader'
  return answersFor(actor, assessment, note) ? 'satker' : 'watcher'
}

const leads = (actor: Actor, assessment: AssessmentContext): boolean =>
  rolesAt(actor, 'answer-notes', assessment).some(({ role }) => role !== 'member')

/** Head and chair answer every note, members those of their own parts, and the owner what was given to them. */
function answersFor(
  actor: Actor,
  assessment: AssessmentContext,
  { ownerId, part }: Pick<Note, 'ownerId' | 'part'>,
): boolean {
  if (rolesAt(actor, 'answer-notes', assessment).length === 0) return false
  if (ownerId !== null && ownerId === actor.userId) return true
  const parts = partsAt(actor, 'answer-notes', assessment)
  return parts === 'all' || parts.includes(part)
}
