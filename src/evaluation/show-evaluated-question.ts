import type { Request, Response } from 'express'
import type { AssessmentContext } from '../assessments/assessment-context'
import { wantsJson } from '../web/allow'
import { fragment, view } from '../web/view'
import type { EvaluatedQuestion } from './evaluated-questions.service'
import { deskOf, evaluatedQuestionPage } from './evaluated-question.page'
import type { JudgingMeans } from './judging-means'
import type { JudgedTyping } from './judged-typing'

/** What came back from a form, worked out over what stands now. */
export type Typed = (shown: EvaluatedQuestion) => JudgedTyping

/**
 * The page of one question, also after a form that was refused; for a script the part of it that is exchanged. A sheet
 * that nobody began leads to the overview, where it is begun.
 */
export async function showEvaluatedQuestion(
  { evaluatedQuestions, addresses, aroundOf, showNav }: JudgingMeans,
  req: Request,
  res: Response,
  assessment: AssessmentContext,
  code: string,
  typed: Typed = () => ({}),
  status = 200,
): Promise<void> {
  const shown = await evaluatedQuestions.get(req.actor, assessment, code)
  if (!shown) return res.redirect(303, addresses.overview(assessment.id))
  const around = await aroundOf(req.actor, assessment, code)
  if (wantsJson(req)) {
    const desk = deskOf(shown, around)
    res.setHeader('Cache-Control', 'private, no-store')
    return void res.json({ title: desk.title, html: fragment(res, 'evaluation/desk', desk) })
  }
  showNav(res, assessment, req.actor)
  view(res, 'evaluation/question', evaluatedQuestionPage(shown, around, typed(shown)), status)
}
