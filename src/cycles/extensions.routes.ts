import { Router, type Request, type Response } from 'express'
import { mayAt } from '../access/scope'
import { showAssessmentNav } from '../assessments/assessment-nav'
import type { AssessmentContext } from '../assessments/assessment-context'
import { paths } from '../paths'
import { Conflict } from '../refusals'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { parseForm, refuseForm } from '../web/form'
import { formatDate } from '../web/format/date'
import { param } from '../web/param'
import { view } from '../web/view'
import { extensionForm } from './extensions.form'
import { extensionsPage, freshForms, type DeadlineForms } from './extensions.page'
import { targetForm } from './targets.form'

export function extensionsRoutes({ assessments, extensions, targets }: Services): Router {
  const router = Router()

  router.get(paths.extensions.pattern, allow('read-assessment'), async (req, res) => {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    const may = mayAt(req.actor, 'manage-cycles', assessment)
    await show(req, res, assessment, may ? freshForms(assessment) : null)
  })

  router.post(paths.extensions.pattern, allow('manage-cycles'), async (req, res) => {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    const form = parseForm(extensionForm, req.body)
    if (!form.ok) return show(req, res, assessment, { ...freshForms(assessment), extension: form }, 422)
    const given = await attempt(extensions.extend(req.actor, assessment, form.value))
    if (!given.ok) {
      const extension = refuseForm(req.body, given.errors)
      return show(req, res, assessment, { ...freshForms(assessment), extension }, 422)
    }
    const lead = 'Batas waktu diperpanjang.'
    req.session.notice = { tone: 'ok', lead, text: `Sampai ${formatDate(form.value.closesOn)}.` }
    res.redirect(303, paths.extensions(assessment.id))
  })

  router.post(paths.target.pattern, allow('manage-cycles'), async (req, res) => {
    const load = () => assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    const assessment = await load()
    const form = parseForm(targetForm, req.body)
    if (!form.ok) return show(req, res, assessment, { ...freshForms(assessment), target: form }, 422)
    try {
      const given = await attempt(targets.change(req.actor, assessment, form.value))
      if (!given.ok) {
        const target = refuseForm(req.body, given.errors)
        return show(req, res, assessment, { ...freshForms(assessment), target }, 422)
      }
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      const current = await load()
      const target = refuseForm(req.body, { predicate: error.message })
      return show(req, res, current, { ...freshForms(current), target }, 409)
    }
    req.session.notice = { tone: 'ok', lead: 'Target tersimpan.', text: `Menuju ${form.value.predicate}.` }
    res.redirect(303, paths.extensions(assessment.id))
  })

  return router

  async function show(
    req: Request,
    res: Response,
    assessment: AssessmentContext,
    forms: DeadlineForms | null,
    status = 200,
  ) {
    showAssessmentNav(res, assessment, req.actor)
    view(res, 'cycles/extensions', extensionsPage(assessment, await extensions.of(assessment), forms), status)
  }
}
