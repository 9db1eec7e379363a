import { Router, type Request, type Response } from 'express'
import { partsAt } from '../access/scope'
import { partNames } from '../accounts/part-names'
import { paths } from '../paths'
import { showRegisterNav } from '../registers/register-nav'
import type { RegisterUnit } from '../registers/register-unit'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { parseForm, refuseForm, type FormState } from '../web/form'
import { formatCount } from '../web/format/number'
import { param } from '../web/param'
import { view } from '../web/view'
import { copyForm, readCopyYears } from './goal.form'
import { ownPlanPage } from './own-plan.page'
import { planCopyPage } from './plan-copy.page'
import { usualYear } from './plan-list'

/** What of a plan waits for whoever keeps it, and a plan taken over into another year. */
export function ownPlanRoutes(services: Services): Router {
  const { registerUnits, plan, planCopy, instruments } = services
  const router = Router()
  const parts = async () => partNames(await instruments.inUse())

  router.get(paths.ownActionPlan.pattern, allow('keep-registers'), async (req, res) => {
    const unit = await registerUnits.toKeep(req.actor, param(req, 'satker'))
    await showRegisterNav(services, req, res, unit)
    const today = registerUnits.today(unit)
    const covers = partsAt(req.actor, 'keep-registers', unit)
    const own = await plan.ownGoals(req.actor, unit, { year: Number(today.slice(0, 4)), covers })
    view(res, 'action-plan/own-plan', ownPlanPage(own, { unit, parts: await parts(), today, covers }))
  })

  async function showCopy(
    req: Request,
    res: Response,
    unit: RegisterUnit,
    asked: Readonly<Record<string, unknown>>,
    form?: FormState,
  ): Promise<void> {
    await showRegisterNav(services, req, res, unit)
    const today = registerUnits.today(unit)
    const facets = await plan.facets(unit)
    const usual = usualYear({ parts: await parts(), facets, today })
    const years = readCopyYears(asked, facets.years, usual)
    const candidates = await planCopy.candidates(unit, years)
    const ticked = asked['pilih'] === 'semua' ? 'semua' : 'belum'
    const setting = { ...years, unit, today, planYears: facets.years, ticked } as const
    view(res, 'action-plan/copy', planCopyPage(candidates, setting, form), form ? 422 : 200)
  }

  router.get(paths.actionPlanCopy.pattern, allow('keep-registers'), async (req, res) => {
    const unit = await registerUnits.toKeep(req.actor, param(req, 'satker'))
    await showCopy(req, res, unit, req.query)
  })

  router.post(paths.actionPlanCopy.pattern, allow('keep-registers'), async (req, res) => {
    const unit = await registerUnits.toKeep(req.actor, param(req, 'satker'))
    const form = parseForm(copyForm, req.body)
    const again = (state: FormState) => {
      const { from, to } = state.values
      return showCopy(req, res, unit, { dari: from, ke: to }, state)
    }
    if (!form.ok) return again(form)
    const { goal, ...years } = form.value
    const copied = await attempt(planCopy.copy(req.actor, unit, years, goal))
    if (!copied.ok) return again(refuseForm(req.body, copied.errors))
    req.session.notice = {
      tone: 'ok',
      lead: 'Rencana disalin.',
      text: `${formatCount(copied.value)} sasaran masuk rencana ${years.to}.`,
    }
    res.redirect(303, `${paths.actionPlan(unit.satkerId)}?tahun=${years.to}`)
  })

  return router
}
