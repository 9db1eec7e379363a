import { Router, type Request, type Response } from 'express'
import { partNames } from '../accounts/part-names'
import { paths } from '../paths'
import { showRegisterNav } from '../registers/register-nav'
import { keepsRegisters, type RegisterUnit } from '../registers/register-unit'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { parseForm, refuseForm, type FormState } from '../web/form'
import { param } from '../web/param'
import { sendTable, tableKind } from '../web/send-table'
import { view } from '../web/view'
import { newSurveyPage } from './survey-form.page'
import { sampleStatus, surveyTitle } from './survey-words'
import { surveysTable } from './surveys-columns'
import { surveyForm } from './surveys.form'
import { surveysQuery } from './surveys-list'
import { surveysPage } from './surveys.page'
import { surveysPaperPage } from './surveys-paper.page'

/** The surveys of a satker: their list, the same as a file and on paper, and a new one. */
export function surveysRoutes(services: Services): Router {
  const { surveys, registerUnits, instruments } = services
  const router = Router()
  const parts = async () => partNames(await instruments.inUse())

  const load = async (req: Request) => {
    const unit = await registerUnits.toRead(req.actor, param(req, 'satker'))
    const today = registerUnits.today(unit)
    const range = { parts: await parts(), today }
    return { unit, ...range, query: surveysQuery(range, req.query) }
  }

  router.get(paths.surveys.pattern, allow('read-registers'), async (req, res) => {
    const asked = await load(req)
    const part = await surveys.page(asked.unit, asked.query, asked.today)
    await showRegisterNav(services, req, res, asked.unit)
    const keeps = keepsRegisters(req.actor, asked.unit)
    view(res, 'surveys/surveys', surveysPage(part, { ...asked, keeps }))
  })

  router.get(paths.surveysPaper.pattern, allow('read-registers'), async (req, res) => {
    const asked = await load(req)
    const rows = await surveys.all(asked.unit, asked.query)
    await showRegisterNav(services, req, res, asked.unit)
    view(res, 'surveys/paper', surveysPaperPage(rows, asked))
  })

  router.get(paths.surveysTable.pattern, allow('read-registers'), async (req, res) => {
    const { unit, query, today } = await load(req)
    const rows = await surveys.exported(req.actor, unit, query)
    await sendTable(res, surveysTable(rows), tableKind(req.query), `survei-${unit.satkerCode}-${today}`)
  })

  async function showNew(req: Request, res: Response, unit: RegisterUnit, form?: FormState): Promise<void> {
    await showRegisterNav(services, req, res, unit)
    view(res, 'surveys/survey-form', newSurveyPage(unit, await parts(), form), form ? 422 : 200)
  }

  router.get(paths.newSurvey.pattern, allow('keep-registers'), async (req, res) => {
    await showNew(req, res, await registerUnits.toKeep(req.actor, param(req, 'satker')))
  })

  router.post(paths.newSurvey.pattern, allow('keep-registers'), async (req, res) => {
    const unit = await registerUnits.toKeep(req.actor, param(req, 'satker'))
    const form = parseForm(surveyForm(await parts()), req.body)
    if (!form.ok) return showNew(req, res, unit, form)
    const added = await attempt(surveys.add(req.actor, unit, form.value))
    if (!added.ok) return showNew(req, res, unit, refuseForm(req.body, added.errors))
    const { draft } = form.value
    req.session.notice = {
      tone: 'ok',
      lead: 'Survei tercatat.',
      text: `${surveyTitle(draft)}. ${sampleStatus(draft).text}.`,
    }
    res.redirect(303, paths.survey(added.value))
  })

  return router
}
