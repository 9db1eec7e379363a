import { closedBecause, type AssessmentContext } from '../assessments/assessment-context'
import type { Score } from '../engine/scoring/score'
import type { PartState } from './part-state'

/** What stands between a worksheet and its submission, and what does not though people should know it. */
export interface HandInCheck {
  /** Why nothing can be handed in now, whatever the parts say; null while it can. */
  readonly closed: string | null
  readonly unattested: readonly PartState[]
  /** Codes of questions whose inputs contradict each other. */
  readonly contradictory: readonly string[]
  readonly unanswered: number
  readonly flagged: number
  readonly questions: number
  /** Claimed and substantiated points, as they would be handed in. */
  readonly sections: Score['sections']
}

export function handInCheck(
  assessment: AssessmentContext,
  score: Score,
  states: readonly PartState[],
  now: Date,
): HandInCheck {
  const total = score.sections.get('total')
  return {
    closed: closedBecause(assessment, now),
    unattested: states.filter(state => state.state !== 'attested'),
    contradictory: score.contradictions.map(contradiction => contradiction.question),
    unanswered: score.questionCount - score.answered,
    flagged: total?.flagged ?? 0,
    questions: score.questionCount,
    sections: score.sections,
  }
}

export const mayBeHandedIn = (check: HandInCheck): boolean =>
  check.closed === null && check.unattested.length === 0 && check.contradictory.length === 0

/** Everything that blocks, one sentence each. */
export function blockedBecause(check: HandInCheck): string[] {
  return [
    ...(check.closed === null ? [] : [check.closed]),
    ...(check.unattested.length === 0
      ? []
      : [`Belum disahkan: ${check.unattested.map(state => state.name).join(', ')}.`]),
    ...(check.contradictory.length === 0
      ? []
      : [`Angka bertentangan pada ${check.contradictory.join(', ')}.`]),
  ]
}
