import { Router } from 'express'
import { paths } from '../paths'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { formatCount } from '../web/format/number'
import { param } from '../web/param'
import { view } from '../web/view'
import { requireMay, requireOpen } from '../assessments/assessment-context'
import { showAssessmentNav } from '../assessments/assessment-nav'
import { carryOverPage } from './carry-over.page'

export function carryOverRoutes({ assessments, carryOver, clock }: Services): Router {
  const router = Router()

  router.get(paths.carryOver.pattern, allow('carry-over'), async (req, res) => {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    requireMay(req.actor, 'carry-over', assessment)
    requireOpen(assessment, clock())
    showAssessmentNav(res, assessment, req.actor)
    view(res, 'carry-over/carry-over', carryOverPage(assessment, await carryOver.preview(assessment)))
  })

  router.post(paths.carryOver.pattern, allow('carry-over'), async (req, res) => {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    const { year, plan } = await carryOver.carryOver(req.actor, assessment)
    req.session.notice = {
      tone: 'ok',
      lead: `${formatCount(plan.whole.length)} jawaban, ${formatCount(plan.noteOnly.length)} catatan saja, dan ${formatCount(plan.uses.length)} pemakaian bukti disalin dari siklus ${year}.`,
      text: 'Tinjau satu per satu; yang belum ditinjau tidak dihitung.',
    }
    res.redirect(303, paths.assessment(assessment.id))
  })

  return router
}
