import { Router, type Request } from 'express'
import { showAssessmentNav } from '../assessments/assessment-nav'
import { paths } from '../paths'
import type { PrintedLetter } from '../reports/official-document'
import { officialPdf } from '../reports/official-pdf'
import { officialPage } from '../reports/official.page'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { param } from '../web/param'
import { sendPdf } from '../web/send-pdf'
import { view } from '../web/view'
import type { Outcome } from './outcome'
import { MINUTES_NAME, printMinutes } from './print-minutes'
import { printEvaluationReport, REPORT_NAME } from './print-evaluation-report'

const LETTERS = [
  { path: paths.minutes, pdf: paths.minutesPdf, name: MINUTES_NAME, print: printMinutes },
  {
    path: paths.evaluationReport,
    pdf: paths.evaluationReportPdf,
    name: REPORT_NAME,
    print: printEvaluationReport,
  },
] as const

export function outcomesRoutes({ assessments, results, outcomes }: Services): Router {
  const router = Router()

  const letterOf = async (req: Request, print: (outcome: Outcome) => PrintedLetter) => {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    const outcome = await outcomes.of(await results.seenBy(req.actor, assessment))
    return { assessment, letter: print(outcome) }
  }

  for (const { path, pdf, name, print } of LETTERS) {
    router.get(path.pattern, allow('read-assessment'), async (req, res) => {
      const { assessment, letter } = await letterOf(req, print)
      showAssessmentNav(res, assessment, req.actor)
      const links = [
        { label: 'Kembali', href: paths.result(assessment.id) },
        { label: 'Unduh PDF', href: pdf(assessment.id) },
      ]
      view(res, 'reports/official', officialPage(name, letter, links))
    })

    router.get(pdf.pattern, allow('read-assessment'), async (req, res) => {
      const { letter } = await letterOf(req, print)
      sendPdf(res, letter.documentTitle, await officialPdf(letter))
    })
  }

  return router
}
