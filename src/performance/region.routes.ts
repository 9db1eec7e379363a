import { Router } from 'express'
import { hasRole } from '../access/actor'
import { POLICIES } from '../access/policies'
import { paths } from '../paths'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { view } from '../web/view'
import { regionQuery, regionShape } from './region-list'
import { regionPage } from './region.page'

/** All units of a region beside each other. */
export function regionRoutes({ region }: Services): Router {
  const router = Router()

  router.get(paths.region.pattern, allow('watch-performance'), async (req, res) => {
    const choices = await region.choices(req.actor)
    const shape = regionShape(choices)
    const query = regionQuery(shape, req.query)
    const part = await region.page(req.actor, query)
    const follows = hasRole(req.actor, POLICIES['follow-performance'])
    const setting = {
      shape,
      query,
      years: choices.years,
      regions: choices.named,
      today: region.today(),
      follows,
    }
    view(res, 'performance/region', regionPage(part, setting))
  })

  return router
}
