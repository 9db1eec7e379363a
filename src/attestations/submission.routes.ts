import { Router } from 'express'
import { showAssessmentNav } from '../assessments/assessment-nav'
import { prerequisiteStanding } from '../assessments/prerequisite-standing'
import { canDo } from '../engine/stages/stages'
import { unanswered } from '../evaluation/repairs.service'
import { verdictLine } from '../findings/readiness-words'
import { paths } from '../paths'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { param } from '../web/param'
import { view } from '../web/view'
import { submissionPage } from './submission.page'

export function submissionRoutes({
  assessments,
  submissions,
  standing,
  prerequisites,
  repairs,
  findings,
  clock,
}: Services): Router {
  const router = Router()

  router.get(paths.submission.pattern, allow('read-assessment'), async (req, res) => {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    const [check, rows, values, returned, seen] = await Promise.all([
      canDo('submit', 'head', assessment.stage) ? submissions.check(assessment) : null,
      submissions.ofAssessment(assessment),
      prerequisites.valuesOf(assessment),
      repairs.of(assessment),
      findings.pointedAt(req.actor, assessment),
    ])
    const open = prerequisiteStanding(assessment, values, standing.judgedOn(assessment))
    showAssessmentNav(res, assessment, req.actor)
    const facts = {
      assessment,
      actor: req.actor,
      check,
      prerequisites: open,
      unrepaired: unanswered(returned).map(({ question }) => question),
      submissions: rows,
      now: clock(),
      verdict: verdictLine(assessment.id, seen),
    }
    view(res, 'attestations/submission', submissionPage(facts))
  })

  router.post(paths.submission.pattern, allow('submit'), async (req, res) => {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    await submissions.submit(req.actor, assessment)
    res.redirect(303, paths.submission(assessment.id))
  })

  router.post(paths.submissionWithdrawal.pattern, allow('submit'), async (req, res) => {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    await submissions.withdraw(req.actor, assessment)
    req.session.notice = {
      tone: 'ok',
      lead: 'Pengajuan ditarik.',
      text: 'Edisi baru dibuka dengan isi yang sama. Lembar beku tetap dapat dibaca.',
    }
    res.redirect(303, paths.submission(assessment.id))
  })

  return router
}
