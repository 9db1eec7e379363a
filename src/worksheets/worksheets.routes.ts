import { Router } from 'express'
import { mayAt } from '../access/scope'
import { showAssessmentNav } from '../assessments/assessment-nav'
import { paths } from '../paths'
import { NotFound } from '../refusals'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { param } from '../web/param'
import { view } from '../web/view'
import type { Assignee } from './assignments.service'
import { readFilter } from './question-filter'
import { scoreOriginPage } from './score-origin.page'
import { showPart, showQuestion } from './show-worksheet'
import { wholePage } from './whole.page'

export function worksheetsRoutes(services: Services): Router {
  const { assessments, assignments, worksheets } = services
  const router = Router()

  router.get(paths.wholeWorksheet.pattern, allow('read-assessment'), async (req, res) => {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    const { actor } = req
    const [contents, assignees] = await Promise.all([
      worksheets.contents(actor, assessment),
      mayAt(actor, 'answer', assessment) ? assignments.ofAssessment(assessment) : new Map<string, Assignee>(),
    ])
    showAssessmentNav(res, assessment, actor)
    const filter = readFilter(req.query)
    view(res, 'worksheets/whole', wholePage({ assessment, contents, filter, actor, assignees }))
  })

  router.get(paths.scoreOrigin.pattern, allow('read-assessment'), async (req, res) => {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    const section = param(req, 'section')
    const contents = await worksheets.contents(req.actor, assessment)
    if (!contents.score.sections.has(section)) throw new NotFound('Bagian')
    showAssessmentNav(res, assessment, req.actor)
    view(res, 'worksheets/score-origin', scoreOriginPage(assessment, contents, section))
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
