import { Router } from 'express'
import { showAssessmentNav } from '../assessments/assessment-nav'
import { paths } from '../paths'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { param } from '../web/param'
import { sendPdf } from '../web/send-pdf'
import { view } from '../web/view'
import { readinessPdf } from './readiness-pdf'
import { readinessPage } from './readiness.page'

export function reportsRoutes({ assessments, reports }: Services): Router {
  const router = Router()

  router.get(paths.readiness.pattern, allow('read-assessment'), async (req, res) => {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    const report = await reports.readiness(req.actor, assessment)
    showAssessmentNav(res, assessment, req.actor)
    view(res, 'reports/readiness', readinessPage(assessment.id, report))
  })

  router.get(paths.readinessPdf.pattern, allow('read-assessment'), async (req, res) => {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    const report = await reports.readiness(req.actor, assessment)
    const pdf = await readinessPdf(report)
    sendPdf(res, `Laporan kesiapan ${report.documentNumber}`, pdf)
  })

  return router
}
