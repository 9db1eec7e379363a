import { Router } from 'express'
import { hasRole } from './access/actor'
import { POLICIES } from './access/policies'
import { choicePage, newestOfEach } from './assessments/choice.page'
import { paths } from './paths'
import type { Services } from './services'
import { allow } from './web/allow'
import { view } from './web/view'

const OWN_SATKER = ['head', 'chair', 'member'] as const

export function homeRoutes({ database, standing }: Services): Router {
  const router = Router()

  router.get(paths.health.pattern, allow('public'), async (_req, res) => {
    await database.query('SELECT 1')
    res.type('text/plain').send('baik\n')
  })

  /** Everybody's first page is the one with their work. */
  router.get(paths.home.pattern, allow('signed-in'), async (req, res) => {
    const { actor } = req
    if (!hasRole(actor, OWN_SATKER)) {
      if (hasRole(actor, ['evaluator'])) return res.redirect(303, paths.evaluationQueue())
      if (hasRole(actor, POLICIES['read-assessment'])) return res.redirect(303, paths.assessments())
      if (hasRole(actor, POLICIES['manage-accounts'])) return res.redirect(303, paths.accounts())
      return res.redirect(303, paths.ownAccount())
    }
    const own = actor.memberships.filter(({ role }) => OWN_SATKER.some(wanted => wanted === role))
    const mine = await standing.ofSatker([...new Set(own.map(membership => membership.satkerId))])
    const [only, ...others] = newestOfEach(mine)
    if (only && others.length === 0) return res.redirect(303, paths.assessment(only.id))
    view(res, 'assessments/choice', choicePage(mine))
  })

  return router
}
