import { Router, type Request, type Response } from 'express'
import { showAssessmentNav } from '../assessments/assessment-nav'
import type { AssessmentContext } from '../assessments/assessment-context'
import { paths } from '../paths'
import { Conflict, Invalid } from '../refusals'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { formatCount } from '../web/format/number'
import { param } from '../web/param'
import { view } from '../web/view'
import { seatsOf } from './evaluation-context'
import { notReady } from './not-ready'
import { overviewPage } from './overview.page'

export function overviewRoutes({
  assessments,
  evaluations,
  judgements,
  handedInColumns,
  clock,
}: Services): Router {
  const router = Router()
  const load = (req: Request) => assessments.visibleTo(req.actor, 'evaluate').get(param(req, 'assessment'))

  router.get(paths.evaluation.pattern, allow('evaluate'), async (req, res) => {
    await show(req, res, await load(req))
  })

  router.post(paths.evaluation.pattern, allow('evaluate'), async (req, res) => {
    const assessment = await load(req)
    try {
      await evaluations.begin(req.actor, assessment)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      req.session.notice = { tone: 'info', lead: 'Lembar sudah dimulai.', text: 'Lanjutkan di bawah.' }
      return res.redirect(303, paths.evaluation(assessment.id))
    }
    req.session.notice = { tone: 'ok', lead: 'Lembar dimulai.', text: 'Putuskan setiap pertanyaan.' }
    res.redirect(303, paths.evaluation(assessment.id))
  })

  router.post(paths.evaluationAgreement.pattern, allow('evaluate'), async (req, res) => {
    const assessment = await load(req)
    const agreed = await judgements.agreeWithRest(req.actor, assessment)
    req.session.notice = {
      tone: 'ok',
      lead: `${formatCount(agreed)} pertanyaan disetujui.`,
      text: 'Tercatat sebagai satu tindakan.',
    }
    res.redirect(303, paths.evaluation(assessment.id))
  })

  router.post(paths.evaluationHandIn.pattern, allow('evaluate'), async (req, res) => {
    const assessment = await load(req)
    try {
      await evaluations.handIn(req.actor, assessment)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return show(req, res, assessment, error.message)
    }
    req.session.notice = { tone: 'ok', lead: 'Lembar diserahkan.', text: 'Isinya dibekukan.' }
    res.redirect(303, paths.evaluation(assessment.id))
  })

  return router

  async function show(req: Request, res: Response, assessment: AssessmentContext, refused = '') {
    const evaluation = await evaluations.of(assessment)
    const { open, turn, sheets } = evaluation
    const [sheet, columns] = await Promise.all([
      open ? evaluations.sheet(evaluation, open) : null,
      handedInColumns.of(sheets.filter(row => row.frozenAt !== null).map(row => row.id)),
    ])
    const facts = {
      evaluation,
      sheet,
      columns,
      seats: seatsOf(req.actor, evaluation),
      notReady: sheet && turn ? notReady(evaluation, sheet, turn) : [],
    }
    showAssessmentNav(res, assessment, req.actor)
    view(res, 'evaluation/overview', overviewPage(facts, clock(), refused), refused ? 422 : 200)
  }
}
