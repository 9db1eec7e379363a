import { Router } from 'express'
import { mayAt } from '../access/scope'
import { showAssessmentNav } from '../assessments/assessment-nav'
import { seesScoringOf } from '../assessments/scoring-sight'
import { paths } from '../paths'
import { NotFound } from '../refusals'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { param } from '../web/param'
import { view } from '../web/view'
import { COMPARISON_FILTERS, compareColumns } from './compare-columns'
import { comparisonPage } from './comparison.page'

export function comparisonRoutes({ assessments, evaluations, handedInColumns }: Services): Router {
  const router = Router()

  router.get(paths.comparison.pattern, allow('read-assessment'), async (req, res) => {
    const { actor } = req
    const assessment = await assessments.visibleTo(actor).get(param(req, 'assessment'))
    if (assessment.stage === 'draf') throw new NotFound('Perbandingan')
    const { sheets } = await evaluations.of(assessment)
    const handedIn = sheets.filter(sheet => sheet.frozenAt !== null)
    const seen = handedIn.filter(
      sheet => sheet.seat === 'satker' || seesScoringOf(actor, assessment, sheet.round),
    )
    const read = await handedInColumns.of(seen.map(sheet => sheet.id))
    const columns = seen.flatMap(({ id, seat, round }) => {
      const column = read.get(id)
      return column ? [{ ...column, id, seat, round }] : []
    })
    const facts = {
      assessment,
      comparison: compareColumns(assessment.instrument, columns),
      hidesScoring: !seesScoringOf(actor, assessment, assessment.round),
      hrefOf: (code: string) =>
        mayAt(actor, 'evaluate', assessment)
          ? paths.evaluationQuestion(assessment.id, code)
          : paths.question(assessment.id, code),
    }
    showAssessmentNav(res, assessment, actor)
    const filter = COMPARISON_FILTERS.find(one => one === req.query['saring']) ?? 'berbeda'
    view(res, 'evaluation/comparison', comparisonPage(facts, filter))
  })

  return router
}
