import { Router, type Request, type Response } from 'express'
import { partNames } from '../accounts/part-names'
import { paths } from '../paths'
import { keepsRegisters, type RegisterUnit } from '../registers/register-unit'
import { showRegisterNav } from '../registers/register-nav'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { parseForm, refuseForm, type FormState } from '../web/form'
import { param } from '../web/param'
import { sendTable, tableKind } from '../web/send-table'
import { view } from '../web/view'
import { newGoalPage } from './goal-form.page'
import { goalForm } from './goal.form'
import { matrixPage } from './matrix.page'
import { planTable } from './plan-columns'
import { planQuery, usualYear } from './plan-list'
import { planPage } from './plan.page'
import { timelinePage } from './timeline.page'

/** The action plan of a satker: its list, the same as a picture, as a file and on paper, and a new goal. */
export function planRoutes(services: Services): Router {
  const { registerUnits, plan, goals, instruments } = services
  const router = Router()
  const parts = async () => partNames(await instruments.inUse())

  const load = async (req: Request, res: Response) => {
    const unit = await registerUnits.toRead(req.actor, param(req, 'satker'))
    await showRegisterNav(services, req, res, unit)
    const listing = {
      unit,
      parts: await parts(),
      facets: await plan.facets(unit),
      today: registerUnits.today(unit),
      keeps: keepsRegisters(req.actor, unit),
    }
    return { ...listing, query: planQuery(listing, req.query) }
  }

  router.get(paths.actionPlan.pattern, allow('read-registers'), async (req, res) => {
    const asked = await load(req, res)
    view(res, 'action-plan/plan', planPage(await plan.page(asked.unit, asked.query), asked))
  })

  router.get(paths.actionPlanTimeline.pattern, allow('read-registers'), async (req, res) => {
    const asked = await load(req, res)
    view(res, 'action-plan/timeline', timelinePage(await plan.all(asked.unit, asked.query), asked))
  })

  router.get(paths.actionPlanMatrix.pattern, allow('read-registers'), async (req, res) => {
    const asked = await load(req, res)
    view(res, 'action-plan/matrix', matrixPage(await plan.all(asked.unit, asked.query), asked))
  })

  router.get(paths.actionPlanTable.pattern, allow('read-registers'), async (req, res) => {
    const { unit, query, today } = await load(req, res)
    const found = await plan.exported(req.actor, unit, query)
    const table = planTable(found, await plan.latestReports(found))
    await sendTable(res, table, tableKind(req.query), `rencana-aksi-${unit.satkerCode}-${today}`)
  })

  async function showNew(req: Request, res: Response, unit: RegisterUnit, form?: FormState, status = 200) {
    const listing = {
      parts: await parts(),
      facets: await plan.facets(unit),
      today: registerUnits.today(unit),
    }
    await showRegisterNav(services, req, res, unit)
    const setting = { parts: listing.parts, year: usualYear(listing) }
    view(res, 'action-plan/goal-form', newGoalPage(unit, setting, form), status)
  }

  router.get(paths.newGoal.pattern, allow('keep-registers'), async (req, res) => {
    await showNew(req, res, await registerUnits.toKeep(req.actor, param(req, 'satker')))
  })

  router.post(paths.newGoal.pattern, allow('keep-registers'), async (req, res) => {
    const unit = await registerUnits.toKeep(req.actor, param(req, 'satker'))
    const form = parseForm(goalForm(await parts()), req.body)
    if (!form.ok) return showNew(req, res, unit, form, 422)
    const { version: _version, ...draft } = form.value
    const added = await attempt(goals.add(req.actor, unit, draft))
    if (!added.ok) return showNew(req, res, unit, refuseForm(req.body, added.errors), 422)
    req.session.notice = { tone: 'ok', lead: 'Sasaran tercatat.', text: draft.title }
    res.redirect(303, paths.goal(added.value))
  })

  return router
}
