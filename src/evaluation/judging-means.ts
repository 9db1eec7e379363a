import type { Response } from 'express'
import type { Actor } from '../access/actor'
import type { AssessmentContext } from '../assessments/assessment-context'
import type { Clock } from '../clock'
import type { QuestionNotes } from '../notes/question-notes.page'
import type { DeskAddresses } from './desk-addresses'
import type { EvaluatedQuestionsService } from './evaluated-questions.service'
import type { JudgementsService } from './judgements.service'

/** What the page of one question works with: services and addresses of the desk at which it is scored. */
export interface JudgingMeans {
  readonly judgements: JudgementsService
  readonly evaluatedQuestions: EvaluatedQuestionsService
  readonly addresses: DeskAddresses
  readonly clock: Clock
  /** How many notes to the satker there are on a question; null where the desk is blind to them. */
  readonly notesOn: (assessment: AssessmentContext, code: string) => Promise<QuestionNotes | null>
  /** Puts the pages around the assessment into the navigation, as far as this desk may know of them. */
  readonly showNav: (res: Response, assessment: AssessmentContext, actor: Actor) => void
}
