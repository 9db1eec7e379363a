import { Router } from 'express'
import { paths } from '../paths'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { param } from '../web/param'
import { readFilter } from './question-filter'
import { showPart } from './show-worksheet'

export function worksheetsRoutes(services: Services): Router {
  const { assessments } = services
  const router = Router()

  router.get(paths.worksheetPart.pattern, allow('read-assessment'), async (req, res) => {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    await showPart(services, req, res, assessment, {
      part: param(req, 'part'),
      filter: readFilter(req.query),
    })
  })

  return router
}
