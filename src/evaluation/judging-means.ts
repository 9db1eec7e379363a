import type { Response } from 'express'
import type { Actor } from '../access/actor'
import type { AssessmentContext } from '../assessments/assessment-context'
import type { Clock } from '../clock'
import type { DeskAddresses } from './desk-addresses'
import type { QuestionAround } from './evaluated-question.page'
import type { EvaluatedQuestionsService } from './evaluated-questions.service'
import type { JudgementsService } from './judgements.service'

/** What the page of one question works with: services and addresses of the desk at which it is scored. */
export interface JudgingMeans {
  readonly judgements: JudgementsService
  readonly evaluatedQuestions: EvaluatedQuestionsService
  readonly addresses: DeskAddresses
  readonly clock: Clock
  /** What is said around a question; nothing where the desk is blind to it. */
  readonly aroundOf: (actor: Actor, assessment: AssessmentContext, code: string) => Promise<QuestionAround>
  /** Puts the pages around the assessment into the navigation, as far as this desk may know of them. */
  readonly showNav: (res: Response, assessment: AssessmentContext, actor: Actor) => void
}
