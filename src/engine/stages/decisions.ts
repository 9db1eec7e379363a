/** What an evaluator decided on a question. A copied value is no decision. */
export const DECISIONS = ['setuju', 'ubah', 'minta bukti', 'tunda'] as const
export type Decision = (typeof DECISIONS)[number]

/** A question on an evaluator's worksheet, as far as its decision is concerned. */
export interface DecidedQuestion {
  readonly decision: Decision | null
  /** Whether the value is the one of the column before. */
  readonly same: boolean
  /** Why the value differs, or which proof is asked for. */
  readonly note: string
}

/** What a question still lacks before it counts as decided; null when it is. */
export function undecidedBecause({
  decision,
  same,
  note,
}: DecidedQuestion): 'decision' | 'value' | 'note' | null {
  if (decision === null) return 'decision'
  if (decision === 'ubah' && same) return 'value'
  const needsNote = !same || decision === 'minta bukti'
  return needsNote && note.trim() === '' ? 'note' : null
}

/** What keeps a question from being handed in: undecided, put off, or proof asked for while nobody can be asked any more. */
export function notHandedInBecause(
  question: DecidedQuestion,
  { mayAsk }: { readonly mayAsk: boolean },
): 'decision' | 'value' | 'note' | 'put-off' | 'asked' | null {
  const undecided = undecidedBecause(question)
  if (undecided) return undecided
  if (question.decision === 'tunda') return 'put-off'
  return question.decision === 'minta bukti' && !mayAsk ? 'asked' : null
}

/** Whether a decision that was made against another column still says the same against this one. */
export const stillSays = (decision: Decision | null, same: boolean): boolean =>
  decision === 'setuju' ? same : decision !== 'ubah' || !same
