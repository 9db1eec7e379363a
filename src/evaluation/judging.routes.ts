import { Router, type Request } from 'express'
import { showAssessmentNav } from '../assessments/assessment-nav'
import { questionMarks } from '../findings/question-marks'
import { paths } from '../paths'
import { Invalid } from '../refusals'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { param } from '../web/param'
import { EVALUATION_DESK } from './desk-addresses'
import type { JudgingMeans } from './judging-means'
import { bodyOf, postJudgement } from './post-judgement'
import { showEvaluatedQuestion } from './show-evaluated-question'

/** Scoring one question after the other. */
export function judgingRoutes({
  assessments,
  phrases,
  judgements,
  evaluatedQuestions,
  noteLists,
  findings,
  clock,
}: Services): Router {
  const router = Router()
  const load = (req: Request) => assessments.visibleTo(req.actor, 'evaluate').get(param(req, 'assessment'))
  const means: JudgingMeans = {
    judgements,
    evaluatedQuestions,
    clock,
    addresses: EVALUATION_DESK,
    aroundOf: async (actor, assessment, code) => {
      const [notes, seen] = await Promise.all([
        noteLists.onQuestion(assessment, code),
        findings.pointedAt(actor, assessment),
      ])
      return { notes, marks: questionMarks(assessment.id, seen).get(code) ?? [] }
    },
    showNav: showAssessmentNav,
  }

  router.get(paths.evaluationQuestion.pattern, allow('evaluate'), async (req, res) => {
    await showEvaluatedQuestion(means, req, res, await load(req), param(req, 'question'))
  })

  router.post(paths.evaluationQuestion.pattern, allow('evaluate'), async (req, res) => {
    await postJudgement(means, req, res, await load(req))
  })

  router.post(paths.teamPhrases.pattern, allow('evaluate'), async (req, res) => {
    const { phrase = '', hapus, penilaian = '', pertanyaan = '' } = bodyOf(req)
    const assessment = await assessments.visibleTo(req.actor, 'evaluate').get(penilaian)
    const team = param(req, 'team')
    try {
      if (hapus !== undefined) await phrases.remove(req.actor, team, hapus)
      else await phrases.add(req.actor, team, phrase)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      const refused = { text: phrase, error: error.fields['phrase'] ?? error.message }
      const typed = () => ({ phrase: refused })
      return showEvaluatedQuestion(means, req, res, assessment, pertanyaan, typed, 422)
    }
    res.redirect(303, `${paths.evaluationQuestion(assessment.id, pertanyaan)}#frasa`)
  })

  return router
}
