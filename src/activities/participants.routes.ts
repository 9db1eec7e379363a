import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import { partNames } from '../accounts/part-names'
import { paths } from '../paths'
import { Invalid } from '../refusals'
import { showRegisterNav } from '../registers/register-nav'
import { ticked } from '../registers/support-facts'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { formatCount } from '../web/format/number'
import { param } from '../web/param'
import { view } from '../web/view'
import type { ActivityRow } from './activity-facts'
import {
  participantsHref,
  participantsList,
  participantsPage,
  whoIsMeant,
  type ParticipantsSetting,
} from './participants.page'

const chosenForm = z.object({
  scope: z.enum(['chosen', 'all']).catch('chosen'),
  employee: z.preprocess(ticked, z.array(z.string())),
})

/** Who of the roster took part in an activity. */
export function participantsRoutes(services: Services): Router {
  const { activities, participants, instruments } = services
  const router = Router()

  async function show(
    req: Request,
    res: Response,
    activity: ActivityRow,
    setting: ParticipantsSetting,
    status = 200,
  ): Promise<void> {
    const part = await participants.page(activity, whoIsMeant(setting.query))
    await showRegisterNav(services, req, res, activity)
    view(res, 'activities/participants', participantsPage(activity, part, setting), status)
  }

  router.get(paths.activityParticipants.pattern, allow('keep-registers'), async (req, res) => {
    const activity = await activities.toKeep(req.actor, param(req, 'activity'))
    const parts = partNames(await instruments.inUse())
    await show(req, res, activity, { parts, query: participantsList(parts, req.query) })
  })

  router.post(paths.activityParticipants.pattern, allow('keep-registers'), async (req, res) => {
    const activity = await activities.toKeep(req.actor, param(req, 'activity'))
    const parts = partNames(await instruments.inUse())
    const query = participantsList(parts, (req.body ?? {}) as Readonly<Record<string, unknown>>)
    const { scope, employee } = chosenForm.parse(req.body)
    const chosen = scope === 'all' ? 'all' : employee
    const meant = whoIsMeant(query)
    try {
      const people =
        meant.among === 'named'
          ? await participants.remove(req.actor, activity.id, meant, chosen)
          : await participants.add(req.actor, activity.id, meant, chosen)
      req.session.notice = {
        tone: 'ok',
        lead: meant.among === 'named' ? 'Peserta dikeluarkan.' : 'Peserta ditambahkan.',
        text: `${formatCount(people)} orang.`,
      }
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return show(req, res, activity, { parts, query, error: error.message, ticked: employee }, 422)
    }
    res.redirect(303, participantsHref(activity.id, { parts, query }))
  })

  return router
}
