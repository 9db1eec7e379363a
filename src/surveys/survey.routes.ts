import { Router, type Request, type Response } from 'express'
import { partNames } from '../accounts/part-names'
import { paths } from '../paths'
import { Conflict } from '../refusals'
import { showRegisterNav } from '../registers/register-nav'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { parseForm, refuseForm, type FormState } from '../web/form'
import { param } from '../web/param'
import { view } from '../web/view'
import type { SupportedSurvey } from './survey-facts'
import { editSurveyPage } from './survey-form.page'
import { surveyPage } from './survey.page'
import { surveyTitle } from './survey-words'
import { surveyForm } from './surveys.form'

const TRAIL = 30

/** One round of a survey. */
export function surveyRoutes(services: Services): Router {
  const { surveys, around, instruments, audit } = services
  const router = Router()
  const parts = async () => partNames(await instruments.inUse())

  router.get(paths.survey.pattern, allow('read-registers'), async (req, res) => {
    const survey = await surveys.get(req.actor, param(req, 'survey'))
    const surrounding = await around.of(req.actor, survey.id)
    const trail = surrounding.keeps ? await audit.trailOf([survey.id], TRAIL) : []
    const assessment = await showRegisterNav(services, req, res, survey)
    view(res, 'surveys/survey', surveyPage(survey, surrounding, { parts: await parts(), assessment, trail }))
  })

  async function showForm(
    req: Request,
    res: Response,
    survey: SupportedSurvey,
    state: { readonly form?: FormState; readonly clash?: boolean } = {},
    status = 200,
  ): Promise<void> {
    await showRegisterNav(services, req, res, survey)
    view(res, 'surveys/survey-form', editSurveyPage(survey, await parts(), state), status)
  }

  router.get(paths.editSurvey.pattern, allow('keep-registers'), async (req, res) => {
    await showForm(req, res, await surveys.toKeep(req.actor, param(req, 'survey')))
  })

  router.post(paths.editSurvey.pattern, allow('keep-registers'), async (req, res) => {
    const survey = await surveys.toKeep(req.actor, param(req, 'survey'))
    const form = parseForm(surveyForm(await parts()), req.body)
    if (!form.ok) return showForm(req, res, survey, { form }, 422)
    try {
      const saved = await attempt(surveys.change(req.actor, survey.id, form.value))
      if (!saved.ok)
        return await showForm(req, res, survey, { form: refuseForm(req.body, saved.errors) }, 422)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      const clash = { form: refuseForm(req.body, {}), clash: true }
      return showForm(req, res, error.current as SupportedSurvey, clash, 409)
    }
    req.session.notice = { tone: 'ok', lead: 'Perubahan tersimpan.', text: surveyTitle(form.value.draft) }
    res.redirect(303, paths.survey(survey.id))
  })

  router.post(paths.surveyRemoval.pattern, allow('keep-registers'), async (req, res) => {
    const { satkerId } = await surveys.remove(req.actor, param(req, 'survey'))
    req.session.notice = { tone: 'ok', lead: 'Catatan survei dihapus.', text: '' }
    res.redirect(303, paths.surveys(satkerId))
  })

  return router
}
