import { Router } from 'express'
import { showAssessmentNav } from '../assessments/assessment-nav'
import { paths } from '../paths'
import type { Services } from '../services'
import { contentDisposition, safeName } from '../storage/safe-name'
import { allow } from '../web/allow'
import { param } from '../web/param'
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
    res.setHeader('Content-Type', 'application/pdf')
    res.setHeader(
      'Content-Disposition',
      contentDisposition('attachment', safeName(`Laporan kesiapan ${report.documentNumber}.pdf`)),
    )
    res.setHeader('Cache-Control', 'private, no-store')
    res.send(pdf)
  })

  return router
}
