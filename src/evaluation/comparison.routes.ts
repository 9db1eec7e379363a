import { Router, type Request } from 'express'
import { mayAt } from '../access/scope'
import { showAssessmentNav } from '../assessments/assessment-nav'
import { seesScoringOf } from '../assessments/scoring-sight'
import { paths } from '../paths'
import { NotFound } from '../refusals'
import type { Services } from '../services'
import { writeTable } from '../spreadsheets/write-table'
import { fileKinds } from '../storage/file-kinds'
import { contentDisposition, safeName } from '../storage/safe-name'
import { allow } from '../web/allow'
import { param } from '../web/param'
import { view } from '../web/view'
import { COMPARISON_FILTERS, compareColumns } from './compare-columns'
import { comparisonTable } from './comparison-table'
import { comparisonPage } from './comparison.page'

export function comparisonRoutes({ assessments, evaluations, handedInColumns }: Services): Router {
  const router = Router()

  router.get(paths.comparison.pattern, allow('read-assessment'), async (req, res) => {
    const { assessment, comparison } = await load(req)
    const { actor } = req
    const facts = {
      assessment,
      comparison,
      hidesScoring: !seesScoringOf(actor, assessment, assessment.round),
      hrefOf: (code: string) =>
        mayAt(actor, 'evaluate', assessment)
          ? paths.evaluationQuestion(assessment.id, code)
          : paths.question(assessment.id, code),
    }
    showAssessmentNav(res, assessment, actor)
    view(res, 'evaluation/comparison', comparisonPage(facts, filterOf(req)))
  })

  router.get(paths.comparisonTable.pattern, allow('read-assessment'), async (req, res) => {
    const facts = await load(req)
    const { satkerCode, year } = facts.assessment
    const name = safeName(`Daftar selisih ${year} ${satkerCode}.xlsx`)
    const file = await writeTable(comparisonTable(facts, filterOf(req)), 'xlsx')
    res.setHeader('Content-Type', fileKinds.xlsx.mime)
    res.setHeader('Content-Disposition', contentDisposition('attachment', name))
    res.setHeader('Cache-Control', 'private, no-store')
    res.send(file)
  })

  return router

  /** The columns that the actor may see, side by side. */
  async function load(req: Request) {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    if (assessment.stage === 'draf') throw new NotFound('Perbandingan')
    const { sheets } = await evaluations.of(assessment)
    const seen = sheets.filter(
      ({ frozenAt, seat, round }) =>
        frozenAt !== null && (seat === 'satker' || seesScoringOf(req.actor, assessment, round)),
    )
    const read = await handedInColumns.of(seen.map(sheet => sheet.id))
    const columns = seen.flatMap(({ id, seat, round }) => {
      const column = read.get(id)
      return column ? [{ ...column, id, seat, round }] : []
    })
    return { assessment, comparison: compareColumns(assessment.instrument, columns) }
  }
}

const filterOf = (req: Request) => COMPARISON_FILTERS.find(one => one === req.query['saring']) ?? 'berbeda'
