import { Router, type Request, type Response } from 'express'
import { SECOND_DESK } from '../evaluation/desk-addresses'
import type { JudgingMeans } from '../evaluation/judging-means'
import { notReady } from '../evaluation/not-ready'
import { postJudgement } from '../evaluation/post-judgement'
import { showEvaluatedQuestion } from '../evaluation/show-evaluated-question'
import { paths } from '../paths'
import { Conflict, Invalid } from '../refusals'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { formatCount } from '../web/format/number'
import { param } from '../web/param'
import { view } from '../web/view'
import { secondOverviewPage } from './second-overview.page'

/** A unit of a sample, scored a second time, blind. */
export function secondScoringRoutes(services: Services): Router {
  const { secondScoring, secondJudgements, secondQuestions, evaluations, clock } = services
  const router = Router()
  const load = (req: Request) => secondScoring.load(req.actor, param(req, 'assessment'))
  const means: JudgingMeans = {
    judgements: secondJudgements,
    evaluatedQuestions: secondQuestions,
    clock,
    addresses: SECOND_DESK,
    // What stands around the assessment is not there for a second scorer.
    aroundOf: () => Promise.resolve({ notes: null, marks: [] }),
    showNav: () => undefined,
  }

  router.get(paths.secondScoring.pattern, allow('score-second'), (req, res) => show(req, res))

  router.post(paths.secondScoring.pattern, allow('score-second'), async (req, res) => {
    const assessment = await load(req)
    try {
      await secondScoring.begin(req.actor, assessment)
      req.session.notice = { tone: 'ok', lead: 'Lembar dimulai.', text: 'Putuskan setiap pertanyaan.' }
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      req.session.notice = { tone: 'info', lead: 'Lembar sudah dimulai.', text: 'Lanjutkan di bawah.' }
    }
    res.redirect(303, SECOND_DESK.overview(assessment.id))
  })

  router.get(paths.secondQuestion.pattern, allow('score-second'), async (req, res) => {
    await showEvaluatedQuestion(means, req, res, await load(req), param(req, 'question'))
  })

  router.post(paths.secondQuestion.pattern, allow('score-second'), async (req, res) => {
    await postJudgement(means, req, res, await load(req))
  })

  router.post(paths.secondAgreement.pattern, allow('score-second'), async (req, res) => {
    const assessment = await load(req)
    const agreed = await secondJudgements.agreeWithRest(req.actor, assessment)
    req.session.notice = {
      tone: 'ok',
      lead: `${formatCount(agreed)} pertanyaan disetujui.`,
      text: 'Tercatat sebagai satu tindakan.',
    }
    res.redirect(303, SECOND_DESK.overview(assessment.id))
  })

  router.post(paths.secondHandIn.pattern, allow('score-second'), async (req, res) => {
    const assessment = await load(req)
    try {
      await secondScoring.handIn(req.actor, assessment)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return show(req, res, error.message)
    }
    req.session.notice = { tone: 'ok', lead: 'Lembar diserahkan.', text: 'Isinya dibekukan.' }
    res.redirect(303, SECOND_DESK.overview(assessment.id))
  })

  return router

  async function show(req: Request, res: Response, refused = '') {
    const evaluation = await secondScoring.of(await load(req))
    const own = evaluation.sheets.find(sheet => sheet.seat === 'second')
    const sheet = own ? await evaluations.sheet(evaluation, own) : null
    const reasons = sheet && evaluation.open ? notReady(evaluation, sheet, 'second') : []
    const page = secondOverviewPage({ evaluation, sheet, reasons }, refused)
    view(res, 'calibration/second', page, refused ? 422 : 200)
  }
}
