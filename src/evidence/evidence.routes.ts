import { Router } from 'express'
import type { Services } from '../services'
import { evidenceFilesRoutes } from './evidence-files.routes'
import { evidenceUsesRoutes } from './evidence-uses.routes'
import { newEvidenceRoutes } from './new-evidence.routes'
import { pieceRoutes } from './piece.routes'
import { shelfRoutes } from './shelf.routes'
import { useRoutes } from './use.routes'

/** Evidence under questions, on its own page, on the shelf, and its files. */
export function evidenceRoutes(services: Services): Router {
  const router = Router()
  router.use(evidenceUsesRoutes(services))
  router.use(useRoutes(services))
  router.use(pieceRoutes(services))
  router.use(evidenceFilesRoutes(services))
  router.use(newEvidenceRoutes(services))
  router.use(shelfRoutes(services))
  return router
}
