import { Router } from 'express'
import { hasRole } from './access/actor'
import { POLICIES } from './access/policies'
import { paths } from './paths'
import type { Services } from './services'
import { allow } from './web/allow'

export function homeRoutes({ database }: Services): Router {
  const router = Router()

  router.get(paths.health.pattern, allow('public'), async (_req, res) => {
    await database.query('SELECT 1')
    res.type('text/plain').send('baik\n')
  })

  /** Everybody's first page is the one with their work. */
  router.get(paths.home.pattern, allow('signed-in'), (req, res) => {
    if (hasRole(req.actor, POLICIES['read-assessment'])) return res.redirect(303, paths.assessments())
    if (hasRole(req.actor, POLICIES['manage-accounts'])) return res.redirect(303, paths.accounts())
    res.redirect(303, paths.ownAccount())
  })

  return router
}
