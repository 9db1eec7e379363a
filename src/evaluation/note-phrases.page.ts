import { paths } from '../paths'
import type { EvaluatedQuestion } from './evaluated-questions.service'
import type { JudgedTyping } from './judged-typing'

/** The phrases of the team beside the note, and the forms that keep them. */
export interface NotePhrases {
  readonly action: string
  readonly assessment: string
  readonly question: string
  readonly rows: readonly { readonly id: string; readonly text: string }[]
  readonly text: string
  readonly error: string
  readonly open: boolean
}

/** Null where no team scores, or nothing can be written. */
export function notePhrases(
  { evaluation, place, phrases, closed }: EvaluatedQuestion,
  { phrase }: JudgedTyping,
): NotePhrases | null {
  const { assignment, assessment, open } = evaluation
  if (closed !== null || !assignment || open?.seat === 'kanwil') return null
  return {
    action: paths.teamPhrases(assignment.teamId),
    assessment: assessment.id,
    question: place.question.code,
    rows: phrases,
    text: phrase?.text ?? '',
    error: phrase?.error ?? '',
    open: phrase !== undefined,
  }
}
