import { Router, type Request, type Response } from 'express'
import { partNames } from '../accounts/part-names'
import { monthOf, readMonth } from '../engine/activities/month'
import { paths } from '../paths'
import { showRegisterNav } from '../registers/register-nav'
import { keepsRegisters, type RegisterUnit } from '../registers/register-unit'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { freshForm, parseForm, refuseForm, type FormState } from '../web/form'
import { param } from '../web/param'
import { sendTable, tableKind } from '../web/send-table'
import { view } from '../web/view'
import { activitiesPaperPage } from './activities-paper.page'
import { activityQuery } from './activities-list'
import { activitiesPage } from './activities.page'
import { activityForm } from './activities.form'
import { activitiesTable } from './activity-columns'
import { newActivityPage } from './activity-form.page'
import { calendarPage } from './calendar.page'

/** What a satker does: the list, the same as a file and on paper, the calendar, and something new. */
export function activitiesRoutes(services: Services): Router {
  const { activities, activityFiles, participants, registerUnits, instruments } = services
  const router = Router()
  const parts = async () => partNames(await instruments.inUse())

  const load = async (req: Request) => {
    const unit = await registerUnits.toRead(req.actor, param(req, 'satker'))
    const kept = await activities.kept(unit)
    const people = await participants.namedAnywhere(unit)
    const range = { parts: await parts(), years: kept.years, people }
    const keeps = keepsRegisters(req.actor, unit)
    return {
      unit,
      kept,
      range,
      keeps,
      query: activityQuery(range, req.query),
      today: registerUnits.today(unit),
    }
  }

  router.get(paths.activities.pattern, allow('read-registers'), async (req, res) => {
    const asked = await load(req)
    const part = await activities.page(asked.unit, asked.query)
    await showRegisterNav(services, req, res, asked.unit)
    view(res, 'activities/activities', activitiesPage(part, asked))
  })

  router.get(paths.activitiesPaper.pattern, allow('read-registers'), async (req, res) => {
    const asked = await load(req)
    const rows = await activities.all(asked.unit, asked.query)
    await showRegisterNav(services, req, res, asked.unit)
    view(res, 'activities/paper', activitiesPaperPage(rows, asked))
  })

  router.get(paths.activitiesTable.pattern, allow('read-registers'), async (req, res) => {
    const { unit, query, today } = await load(req)
    const rows = await activityFiles.exported(req.actor, unit, query)
    await sendTable(res, activitiesTable(rows), tableKind(req.query), `kegiatan-${unit.satkerCode}-${today}`)
  })

  router.get(paths.activityCalendar.pattern, allow('read-registers'), async (req, res) => {
    const unit = await registerUnits.toRead(req.actor, param(req, 'satker'))
    const today = registerUnits.today(unit)
    const asked = req.query['bulan']
    const month = (typeof asked === 'string' && readMonth(asked)) || monthOf(today)
    const rows = await activities.inMonth(unit, month)
    await showRegisterNav(services, req, res, unit)
    const keeps = keepsRegisters(req.actor, unit)
    view(res, 'activities/calendar', calendarPage(rows, { unit, month, today, keeps }))
  })

  async function showNew(req: Request, res: Response, unit: RegisterUnit, form: FormState, status = 200) {
    const names = await parts()
    await showRegisterNav(services, req, res, unit)
    view(res, 'activities/activity-form', newActivityPage(unit, names, form), status)
  }

  router.get(paths.newActivity.pattern, allow('keep-registers'), async (req, res) => {
    const unit = await registerUnits.toKeep(req.actor, param(req, 'satker'))
    await showNew(req, res, unit, freshForm())
  })

  router.post(paths.newActivity.pattern, allow('keep-registers'), async (req, res) => {
    const unit = await registerUnits.toKeep(req.actor, param(req, 'satker'))
    const form = parseForm(activityForm(await parts()), req.body)
    if (!form.ok) return showNew(req, res, unit, form, 422)
    const added = await attempt(activities.add(req.actor, unit, form.value.draft))
    if (!added.ok) return showNew(req, res, unit, refuseForm(req.body, added.errors), 422)
    req.session.notice = {
      tone: 'ok',
      lead: 'Kegiatan tercatat.',
      text: 'Lengkapi dengan peserta, butir, dan bukti.',
    }
    res.redirect(303, paths.activity(added.value))
  })

  return router
}
