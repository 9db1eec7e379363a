import { Router } from 'express'
import { showAssessmentNav } from '../assessments/assessment-nav'
import { paths } from '../paths'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { param } from '../web/param'
import { view } from '../web/view'
import { readFilter } from './question-filter'
import { showPart, showQuestion } from './show-worksheet'
import { wholePage } from './whole.page'

export function worksheetsRoutes(services: Services): Router {
  const { assessments, worksheets } = services
  const router = Router()

  router.get(paths.wholeWorksheet.pattern, allow('read-assessment'), async (req, res) => {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    const contents = await worksheets.contents(req.actor, assessment)
    showAssessmentNav(res, assessment, req.actor)
    view(res, 'worksheets/whole', wholePage(assessment, contents))
  })

  router.get(paths.worksheetPart.pattern, allow('read-assessment'), async (req, res) => {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    await showPart(services, req, res, assessment, {
      part: param(req, 'part'),
      filter: readFilter(req.query),
    })
  })

  router.get(paths.question.pattern, allow('read-assessment'), async (req, res) => {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    await showQuestion(services, req, res, assessment, param(req, 'question'))
  })

  return router
}
