import { Router, type Request } from 'express'
import { hasRole } from '../access/actor'
import { POLICIES } from '../access/policies'
import { paths } from '../paths'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { view } from '../web/view'
import { regionQuery, regionShape } from './region-list'
import { regionPaperPage } from './region-paper.page'
import { regionPage } from './region.page'

/** All units of a region beside each other. */
export function regionRoutes({ region }: Services): Router {
  const router = Router()

  const load = async (req: Request) => {
    const choices = await region.choices(req.actor)
    const shape = regionShape(choices)
    const query = regionQuery(shape, req.query)
    const follows = hasRole(req.actor, POLICIES['follow-performance'])
    return {
      shape,
      query,
      years: choices.years,
      regions: choices.named,
      today: region.today(),
      follows,
    }
  }

  router.get(paths.region.pattern, allow('watch-performance'), async (req, res) => {
    const setting = await load(req)
    const part = await region.page(req.actor, setting.query)
    view(res, 'performance/region', regionPage(part, setting))
  })

  router.get(paths.regionPaper.pattern, allow('watch-performance'), async (req, res) => {
    const setting = await load(req)
    const part = await region.all(req.actor, setting.query)
    view(res, 'performance/region-paper', regionPaperPage(part, setting))
  })

  return router
}
