import { Router } from 'express'
import { showAssessmentNav } from '../assessments/assessment-nav'
import { paths } from '../paths'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { refuseForm } from '../web/form'
import { formatCount } from '../web/format/number'
import { param } from '../web/param'
import { view } from '../web/view'
import { returnDrafts } from './return.form'
import { presetReturn, returnPage } from './return.page'

export function returnRoutes({ assessments, evaluations, returns }: Services): Router {
  const router = Router()

  router.get(paths.evaluationReturn.pattern, allow('evaluate'), async (req, res) => {
    const assessment = await assessments.visibleTo(req.actor, 'evaluate').get(param(req, 'assessment'))
    const evaluation = await evaluations.of(assessment)
    const form = presetReturn(await returns.askedFor(req.actor, evaluation))
    showAssessmentNav(res, assessment, req.actor)
    view(res, 'evaluation/return', returnPage(evaluation, form))
  })

  router.post(paths.evaluationReturn.pattern, allow('evaluate'), async (req, res) => {
    const assessment = await assessments.visibleTo(req.actor, 'evaluate').get(param(req, 'assessment'))
    const drafts = returnDrafts(req.body)
    const sent = await attempt(returns.sendBack(req.actor, assessment, drafts))
    if (!sent.ok) {
      showAssessmentNav(res, assessment, req.actor)
      const form = refuseForm(req.body, sent.errors)
      return view(res, 'evaluation/return', returnPage(await evaluations.of(assessment), form), 422)
    }
    req.session.notice = {
      tone: 'ok',
      lead: 'Penilaian dikembalikan ke satker.',
      text: `${formatCount(drafts.length)} pertanyaan dibuka untuk diperbaiki.`,
    }
    res.redirect(303, paths.evaluation(assessment.id))
  })

  return router
}
