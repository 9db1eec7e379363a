import { mayAt, partsAt, type ScopedSatker } from '../access/scope'
import type { Actor } from '../access/actor'
import type { RolePolicy } from '../access/policies'
import { civilDate } from '../clock'
import type { CycleSettings } from '../cycles/cycle.entity'
import type { Instrument, Prerequisite } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import { Closed, Refused } from '../refusals'
import { formatDate } from '../web/format/date'
import type { AssessmentRow } from './assessments.repository'

/** An assessment the actor may see, with its instrument. */
export interface AssessmentContext extends Omit<AssessmentRow, 'settings'>, ScopedSatker {
  readonly settings: CycleSettings
  readonly instrument: Instrument
}

const FILLING = ['draf', 'dikembalikan']

/** Whether the satker's worksheet is still (or again) with the satker, whatever the dates. */
export const isFilling = ({ stage }: Pick<AssessmentContext, 'stage'>): boolean => FILLING.includes(stage)

/** Why the satker cannot write now, in words; null while it can. A window's last day ends at midnight in the satker's zone. */
export function closedBecause(assessment: AssessmentContext, now: Date): string | null {
  if (!isFilling(assessment)) return 'Penilaian ini sudah diajukan, sehingga isinya tidak dapat diubah.'
  const today = civilDate(now, assessment.timeZone)
  if (assessment.opensOn !== null && today < assessment.opensOn)
    return `Pengisian dibuka pada ${formatDate(assessment.opensOn)}.`
  if (assessment.closesOn !== null && today > assessment.closesOn)
    return `Batas pengisian ${formatDate(assessment.closesOn)} sudah lewat. Perpanjangan diberikan oleh administrator pusat.`
  return null
}

/** The same of a prerequisite: the window of dates binds the satker, not the centre. */
export const prerequisiteClosedBecause = (
  assessment: AssessmentContext,
  { filledBy }: Prerequisite,
  now: Date,
): string | null =>
  closedBecause(filledBy === 'pusat' ? { ...assessment, opensOn: null, closesOn: null } : assessment, now) ??
  (filledBy === 'satker' && assessment.round > 1
    ? 'Pada putaran perbaikan prasyarat tetap seperti saat diajukan.'
    : null)

/** Throws with the words above when the satker cannot write now. */
export function requireOpen(assessment: AssessmentContext, now: Date): void {
  const because = closedBecause(assessment, now)
  if (because) throw new Closed(because)
}

/** Questions that may not change in this round: all but those that came back. None in the first round. */
export function lockedQuestions({
  instrument,
  round,
  returnedQuestions,
}: AssessmentContext): ReadonlySet<string> {
  if (round === 1) return new Set()
  const returned = new Set((returnedQuestions ?? '').split(' '))
  return new Set([...lookup(instrument).questions.keys()].filter(code => !returned.has(code)))
}

/** Why a question cannot change in this round, in words; null where it came back, and in the first round. */
export const lockedBecause = (
  { round, returnedQuestions }: AssessmentContext,
  question: string,
): string | null =>
  round === 1 || (returnedQuestions ?? '').split(' ').includes(question)
    ? null
    : 'Pertanyaan ini tidak dikembalikan untuk diperbaiki, sehingga isinya tetap seperti saat diajukan.'

/** Throws unless the actor may do this at the assessment's satker. */
export function requireMay(actor: Actor, policy: RolePolicy, assessment: AssessmentContext): void {
  if (!mayAt(actor, policy, assessment))
    throw new Refused('Peran Anda di satker ini tidak mencakup tindakan itu.')
}

/** Whether the actor may answer (or do else) in the part of a question. */
export function mayInPart(
  actor: Actor,
  policy: RolePolicy,
  assessment: AssessmentContext,
  part: string,
): boolean {
  const parts = partsAt(actor, policy, assessment)
  return parts === 'all' || parts.includes(part)
}

export const partOf = (assessment: AssessmentContext, question: string): string | undefined =>
  lookup(assessment.instrument).partOfQuestion.get(question)
