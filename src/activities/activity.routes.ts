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
import { activityForm } from './activities.form'
import type { ActivityRow } from './activity-facts'
import { editActivityPage } from './activity-form.page'
import { activityRecordPage } from './activity-record.page'
import { showActivity } from './show-activity'

/** One activity: its page, its record for paper, its form. */
export function activityRoutes(services: Services): Router {
  const { activities, activityPoints, participants, registerUnits, instruments } = services
  const router = Router()
  const parts = async () => partNames(await instruments.inUse())

  router.get(paths.activity.pattern, allow('read-registers'), async (req, res) => {
    const activity = await activities.get(req.actor, param(req, 'activity'))
    const asked = req.query['butir']
    await showActivity(services, req, res, activity, typeof asked === 'string' ? { opened: asked } : {})
  })

  router.get(paths.activityRecord.pattern, allow('read-registers'), async (req, res) => {
    const activity = await activities.get(req.actor, param(req, 'activity'))
    const unit = await registerUnits.toRead(req.actor, activity.satkerId)
    const [points, named] = await Promise.all([activityPoints.of(activity), participants.named(activity)])
    await showRegisterNav(services, req, res, activity)
    const setting = { unit, parts: await parts(), points, named, today: registerUnits.today(unit) }
    view(res, 'activities/record', activityRecordPage(activity, setting))
  })

  async function showForm(
    req: Request,
    res: Response,
    activity: ActivityRow,
    state: { readonly form?: FormState; readonly clash?: boolean } = {},
    status = 200,
  ): Promise<void> {
    const names = await parts()
    await showRegisterNav(services, req, res, activity)
    view(res, 'activities/activity-form', editActivityPage(activity, names, state), status)
  }

  router.get(paths.editActivity.pattern, allow('keep-registers'), async (req, res) => {
    await showForm(req, res, await activities.toKeep(req.actor, param(req, 'activity')))
  })

  router.post(paths.editActivity.pattern, allow('keep-registers'), async (req, res) => {
    const activity = await activities.toKeep(req.actor, param(req, 'activity'))
    const form = parseForm(activityForm(await parts()), req.body)
    if (!form.ok) return showForm(req, res, activity, { form }, 422)
    const { version, draft } = form.value
    try {
      const saved = await attempt(activities.change(req.actor, activity.id, version, draft))
      if (!saved.ok)
        return await showForm(req, res, activity, { form: refuseForm(req.body, saved.errors) }, 422)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      const form = refuseForm(req.body, {})
      return showForm(req, res, error.current as ActivityRow, { form, clash: true }, 409)
    }
    req.session.notice = { tone: 'ok', lead: 'Perubahan tersimpan.', text: draft.title }
    res.redirect(303, paths.activity(activity.id))
  })

  router.post(paths.activityRemoval.pattern, allow('keep-registers'), async (req, res) => {
    const { satkerId, title } = await activities.remove(req.actor, param(req, 'activity'))
    req.session.notice = { tone: 'ok', lead: 'Kegiatan dihapus.', text: title }
    res.redirect(303, paths.activities(satkerId))
  })

  return router
}
