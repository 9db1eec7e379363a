import { Router } from 'express'
import { showAssessmentNav } from '../assessments/assessment-nav'
import { paths } from '../paths'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { param } from '../web/param'
import { view } from '../web/view'
import { frozenPage } from './frozen-worksheet.page'

export function frozenWorksheetRoutes({ assessments, frozenWorksheets }: Services): Router {
  const router = Router()

  router.get(paths.frozenWorksheet.pattern, allow('read-assessment'), async (req, res) => {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    const reading = await frozenWorksheets.get(assessment, param(req, 'worksheet'))
    showAssessmentNav(res, assessment, req.actor)
    view(res, 'frozen/frozen', frozenPage(assessment, req.actor, reading))
  })

  return router
}
