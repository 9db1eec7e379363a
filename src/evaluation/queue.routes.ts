import { Router } from 'express'
import { paths } from '../paths'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { view } from '../web/view'
import { queueQuery } from './queue.form'
import { matchingUnits, QUEUE_PAGE, queuePage } from './queue.page'

export function queueRoutes({ queue, samples, clock }: Services): Router {
  const router = Router()

  router.get(paths.evaluationQueue.pattern, allow('evaluate'), async (req, res) => {
    const query = queueQuery.parse(req.query)
    const [{ units }, seconds] = await Promise.all([queue.of(req.actor), samples.ofScorer(req.actor)])
    const matching = matchingUnits(units, query)
    const shown = matching.slice((query.hal - 1) * QUEUE_PAGE, query.hal * QUEUE_PAGE)
    const lowered = await queue.loweredIn(shown)
    view(
      res,
      'evaluation/queue',
      queuePage({ units, shown, matching: matching.length, lowered, seconds }, query, clock()),
    )
  })

  return router
}
