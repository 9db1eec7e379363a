import { Router } from 'express'
import { z } from 'zod'
import { showAssessmentNav } from '../assessments/assessment-nav'
import { paths } from '../paths'
import { Conflict } from '../refusals'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { parseForm, refuseForm, type FormState } from '../web/form'
import { param } from '../web/param'
import { view } from '../web/view'
import { repairsPage } from './repairs.page'

const replyForm = z.object({ reply: z.string().default(''), over: z.string().default('') })

export function repairsRoutes({ assessments, repairs, clock }: Services): Router {
  const router = Router()

  router.get(paths.repairs.pattern, allow('read-assessment'), async (req, res) => {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    showAssessmentNav(res, assessment, req.actor)
    const page = repairsPage(assessment, await repairs.of(assessment), req.actor, clock())
    view(res, 'evaluation/repairs', page)
  })

  router.post(paths.repair.pattern, allow('answer'), async (req, res) => {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    const question = param(req, 'question')
    const again = async (form: FormState, status: number) => {
      showAssessmentNav(res, assessment, req.actor)
      const found = await repairs.of(assessment)
      view(
        res,
        'evaluation/repairs',
        repairsPage(assessment, found, req.actor, clock(), { question, form }),
        status,
      )
    }
    const form = parseForm(replyForm, req.body)
    if (!form.ok) return again(form, 422)
    try {
      const saved = await attempt(repairs.reply(req.actor, assessment, question, form.value))
      if (!saved.ok) return again(refuseForm(req.body, saved.errors), 422)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      const standing = (error.current as { reply: string }).reply
      return again(refuseForm(req.body, { reply: `${error.message} Yang tersimpan: "${standing}"` }), 409)
    }
    req.session.notice = { tone: 'ok', lead: 'Tanggapan tersimpan.', text: '' }
    res.redirect(303, `${paths.repairs(assessment.id)}#${question}`)
  })

  return router
}
