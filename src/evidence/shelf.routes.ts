import { Router } from 'express'
import { mayAt } from '../access/scope'
import { showAssessmentNav } from '../assessments/assessment-nav'
import { paths } from '../paths'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { param } from '../web/param'
import { view } from '../web/view'
import { readShelfFilter } from './shelf-filter'
import { shelfPage } from './shelf.page'

/** Everything a satker has ever put forward, and where it serves. */
export function shelfRoutes({ assessments, evidenceShelf, frozenWorksheets }: Services): Router {
  const router = Router()

  router.get(paths.evidenceShelf.pattern, allow('read-evidence'), async (req, res) => {
    const filter = readShelfFilter(req.query)
    const shelf = await evidenceShelf.page(req.actor, param(req, 'satker'), filter)
    const numbers = await frozenWorksheets.evidenceNumbers(shelf.satker.satkerId)
    const mayAdd = mayAt(req.actor, 'keep-evidence', shelf.satker)
    const newest = await assessments.newestOf(shelf.satker.satkerId)
    if (newest) showAssessmentNav(res, await assessments.visibleTo(req.actor).get(newest.id), req.actor)
    view(res, 'evidence/shelf', shelfPage(shelf, filter, { numbers, mayAdd }))
  })

  return router
}
