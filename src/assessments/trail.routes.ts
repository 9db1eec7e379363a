import { Router } from 'express'
import { ACT_KINDS } from '../audit/event-words'
import { paths } from '../paths'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { param } from '../web/param'
import { view } from '../web/view'
import { showAssessmentNav } from './assessment-nav'
import { hiddenActs } from './scoring-sight'
import { TRAIL_PAGE, trailPage, trailQuery } from './trail.page'

export function trailRoutes({ assessments, audit }: Services): Router {
  const router = Router()

  router.get(paths.assessmentTrail.pattern, allow('read-assessment'), async (req, res) => {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    showAssessmentNav(res, assessment, req.actor)
    const query = trailQuery(req.query)
    const actions = ACT_KINDS.find(kind => kind.key === query.kind)?.actions
    const filter = {
      assessmentId: assessment.id,
      ...(query.question ? { question: query.question } : {}),
      ...(query.person ? { userId: query.person } : {}),
      ...(actions ? { actions } : {}),
      ...hiddenActs(req.actor, assessment),
      limit: TRAIL_PAGE,
      offset: (query.page - 1) * TRAIL_PAGE,
    }
    const [rows, total, people] = await Promise.all([
      audit.trail(filter),
      audit.trailLength(filter),
      audit.peopleOf(assessment.id),
    ])
    view(res, 'assessments/trail', trailPage({ assessment, query, rows, total, people }))
  })

  return router
}
