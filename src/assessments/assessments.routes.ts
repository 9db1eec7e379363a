import { Router } from 'express'
import { verdictLine } from '../findings/readiness-words'
import { paths } from '../paths'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { param } from '../web/param'
import { view } from '../web/view'
import { listFilter } from './assessment-list.form'
import { assessmentListPage, NO_CYCLES } from './assessment-list.page'
import { showAssessmentNav } from './assessment-nav'
import { unanswered } from '../evaluation/repairs.service'
import { homePage } from './home.page'
import { isRefused, missingQuery } from './missing.form'
import { missingPage } from './missing.page'

export function assessmentRoutes({
  assessments,
  assessmentList,
  standing,
  repairs,
  noteLists,
  findings,
  clock,
}: Services): Router {
  const router = Router()

  router.get(paths.assessments.pattern, allow('read-assessment'), async (req, res) => {
    const cycles = await assessmentList.cycles()
    const wanted = listFilter(cycles, req.query)
    if (!wanted) return view(res, 'assessments/list', NO_CYCLES)
    const list = await assessmentList.page(req.actor, wanted.cycle, wanted.filter)
    view(res, 'assessments/list', assessmentListPage(list, cycles, wanted.filter, clock()))
  })

  router.get(paths.assessment.pattern, allow('read-assessment'), async (req, res) => {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    showAssessmentNav(res, assessment, req.actor)
    const [facts, came, notes, seen] = await Promise.all([
      standing.homeOf(assessment),
      repairs.of(assessment),
      noteLists.countsOf(assessment),
      findings.pointedAt(req.actor, assessment),
    ])
    const back = { came: came.length, waiting: unanswered(came).map(({ question }) => question) }
    const verdict = verdictLine(assessment.id, seen)
    view(
      res,
      'assessments/home',
      homePage({ assessment, notes, back, verdict, ...facts }, req.actor, clock()),
    )
  })

  router.get(paths.missing.pattern, allow('read-assessment'), async (req, res) => {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    showAssessmentNav(res, assessment, req.actor)
    const query = missingQuery(assessment.instrument, assessment.targetPredicate, req.query)
    const page = missingPage(await standing.missingOf(assessment, query))
    view(res, 'assessments/missing', page, isRefused(query) ? 422 : 200)
  })

  return router
}
