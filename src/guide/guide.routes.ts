import { Router } from 'express'
import { paths } from '../paths'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { COMPONENTS_SHELL, componentsPage } from '../web/components/components.page'
import { view } from '../web/view'
import { guidePage } from './guide.page'

export function guideRoutes({ config }: Services): Router {
  const router = Router()

  router.get(paths.guide.pattern, allow('public'), (_req, res) => {
    view(res, 'guide/guide', guidePage())
  })

  // Every component in its states, for whoever builds pages; not for an installation in use.
  if (config.mode !== 'production') {
    router.get(paths.components.pattern, allow('public'), (_req, res) => {
      res.locals.shell = COMPONENTS_SHELL
      view(res, 'components/components', componentsPage())
    })
  }

  return router
}
