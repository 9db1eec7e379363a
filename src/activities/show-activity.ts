import type { Request, Response } from 'express'
import { partNames } from '../accounts/part-names'
import { showRegisterNav } from '../registers/register-nav'
import type { Services } from '../services'
import { view } from '../web/view'
import type { ActivityRow } from './activity-facts'
import { activityPage } from './activity.page'
import { NOTHING_TYPED, type PointTyped } from './points-panel.page'

const TRAIL = 30

/** The page of an activity: a point opened for writing, or one as it was typed and not kept. */
export async function showActivity(
  services: Services,
  req: Request,
  res: Response,
  activity: ActivityRow,
  { opened, typed }: { readonly opened?: string; readonly typed?: PointTyped } = {},
  status = 200,
): Promise<void> {
  const { activityPoints, participants, around, audit, instruments, registerUnits } = services
  const [points, named, surroundings] = await Promise.all([
    activityPoints.of(activity),
    participants.named(activity),
    around.of(req.actor, activity.id),
  ])
  const { keeps } = surroundings
  const trail = keeps ? await audit.trailOf([activity.id], TRAIL) : []
  const parts = partNames(await instruments.inUse())
  const assessment = await showRegisterNav(services, req, res, activity)
  const point = points.find(one => one.id === opened) ?? null
  const page = activityPage(activity, {
    parts,
    today: registerUnits.today(activity),
    assessment,
    keeps,
    points,
    named,
    around: surroundings,
    trail,
    typed: typed ?? { ...NOTHING_TYPED, point },
  })
  view(res, 'activities/activity', page, status)
}
