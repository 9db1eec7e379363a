import { Router } from 'express'
import { paths } from '../paths'
import { Conflict } from '../refusals'
import { showRegisterNav } from '../registers/register-nav'
import { keepsRegisters } from '../registers/register-unit'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { parseForm, refuseForm } from '../web/form'
import { param } from '../web/param'
import { sendTable, tableKind } from '../web/send-table'
import { view } from '../web/view'
import { pointForm } from './activities.form'
import { pointsTable } from './point-columns'
import type { PointRow } from './point-facts'
import { POINT_VIEWS, pointsPage } from './points.page'
import type { PointView } from './points.repository'
import { showActivity } from './show-activity'

/** The points raised at activities: over all of them, and written on the page of each. */
export function pointsRoutes(services: Services): Router {
  const { activities, activityPoints, registerUnits } = services
  const router = Router()

  const viewOf = (asked: unknown): PointView => POINT_VIEWS.find(one => one === asked) ?? 'terbuka'
  const pageOf = (asked: unknown): number => {
    const page = Number(asked)
    return Number.isSafeInteger(page) && page > 0 ? Math.min(page, 100_000) : 1
  }

  router.get(paths.satkerPoints.pattern, allow('read-registers'), async (req, res) => {
    const unit = await registerUnits.toRead(req.actor, param(req, 'satker'))
    const [asked, page] = [viewOf(req.query['keadaan']), pageOf(req.query['hal'])]
    const found = await activityPoints.page(unit, asked, page)
    await showRegisterNav(services, req, res, unit)
    const setting = {
      unit,
      view: asked,
      page,
      today: registerUnits.today(unit),
      keeps: keepsRegisters(req.actor, unit),
    }
    view(res, 'activities/points', pointsPage(found, setting))
  })

  router.get(paths.satkerPointsTable.pattern, allow('read-registers'), async (req, res) => {
    const unit = await registerUnits.toRead(req.actor, param(req, 'satker'))
    const rows = await activityPoints.exported(req.actor, unit, viewOf(req.query['keadaan']))
    const name = `butir-kegiatan-${unit.satkerCode}-${registerUnits.today(unit)}`
    await sendTable(res, pointsTable(rows), tableKind(req.query), name)
  })

  router.post(paths.activityPoints.pattern, allow('keep-registers'), async (req, res) => {
    const activity = await activities.toKeep(req.actor, param(req, 'activity'))
    const form = parseForm(pointForm, req.body)
    if (!form.ok) return showActivity(services, req, res, activity, { typed: { point: null, form } }, 422)
    const { version: _version, ...draft } = form.value
    const added = await attempt(activityPoints.add(req.actor, activity.id, draft))
    if (!added.ok) {
      const refused = refuseForm(req.body, added.errors)
      return showActivity(services, req, res, activity, { typed: { point: null, form: refused } }, 422)
    }
    req.session.notice = { tone: 'ok', lead: 'Butir tercatat.', text: draft.text }
    res.redirect(303, paths.activity(activity.id))
  })

  router.post(paths.activityPoint.pattern, allow('keep-registers'), async (req, res) => {
    const activity = await activities.toKeep(req.actor, param(req, 'activity'))
    const point = await activityPoints.get(activity.id, param(req, 'point'))
    const form = parseForm(pointForm, req.body)
    if (!form.ok) return showActivity(services, req, res, activity, { typed: { point, form } }, 422)
    const { version, ...draft } = form.value
    try {
      const saved = await attempt(activityPoints.change(req.actor, { ...point, version }, draft))
      if (!saved.ok) {
        const refused = refuseForm(req.body, saved.errors)
        return await showActivity(services, req, res, activity, { typed: { point, form: refused } }, 422)
      }
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      const typed = { point: error.current as PointRow, form: refuseForm(req.body, {}), clash: true }
      return showActivity(services, req, res, activity, { typed }, 409)
    }
    req.session.notice = { tone: 'ok', lead: 'Butir tersimpan.', text: draft.text }
    res.redirect(303, paths.activity(activity.id))
  })

  router.post(paths.activityPointClosure.pattern, allow('keep-registers'), async (req, res) => {
    const activity = await activities.toKeep(req.actor, param(req, 'activity'))
    await activityPoints.close(req.actor, activity.id, param(req, 'point'))
    req.session.notice = { tone: 'ok', lead: 'Butir selesai.', text: 'Selesai pada hari ini.' }
    res.redirect(303, paths.activity(activity.id))
  })

  router.post(paths.activityPointRemoval.pattern, allow('keep-registers'), async (req, res) => {
    const activity = await activities.toKeep(req.actor, param(req, 'activity'))
    await activityPoints.remove(req.actor, activity.id, param(req, 'point'))
    req.session.notice = { tone: 'ok', lead: 'Butir dihapus.', text: '' }
    res.redirect(303, paths.activity(activity.id))
  })

  return router
}
