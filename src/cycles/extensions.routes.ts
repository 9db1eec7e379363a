import { Router, type Request, type Response } from 'express'
import { mayAt } from '../access/scope'
import { showAssessmentNav } from '../assessments/assessment-nav'
import type { AssessmentContext } from '../assessments/assessment-context'
import { paths } from '../paths'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { parseForm, refuseForm, type FormState } from '../web/form'
import { formatDate } from '../web/format/date'
import { param } from '../web/param'
import { view } from '../web/view'
import { extensionForm } from './extensions.form'
import { extensionsPage, freshExtension } from './extensions.page'

export function extensionsRoutes({ assessments, extensions }: Services): Router {
  const router = Router()

  router.get(paths.extensions.pattern, allow('read-assessment'), async (req, res) => {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    const may = mayAt(req.actor, 'manage-cycles', assessment)
    await show(req, res, assessment, may ? freshExtension(assessment) : null)
  })

  router.post(paths.extensions.pattern, allow('manage-cycles'), async (req, res) => {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    const form = parseForm(extensionForm, req.body)
    if (!form.ok) return show(req, res, assessment, form, 422)
    const given = await attempt(extensions.extend(req.actor, assessment, form.value))
    if (!given.ok) return show(req, res, assessment, refuseForm(req.body, given.errors), 422)
    const lead = 'Batas waktu diperpanjang.'
    req.session.notice = { tone: 'ok', lead, text: `Sampai ${formatDate(form.value.closesOn)}.` }
    res.redirect(303, paths.extensions(assessment.id))
  })

  return router

  async function show(
    req: Request,
    res: Response,
    assessment: AssessmentContext,
    form: FormState | null,
    status = 200,
  ) {
    showAssessmentNav(res, assessment, req.actor)
    view(res, 'cycles/extensions', extensionsPage(assessment, await extensions.of(assessment), form), status)
  }
}
