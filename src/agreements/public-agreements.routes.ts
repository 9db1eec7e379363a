import { Router } from 'express'
import { paths } from '../paths'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { publicView } from '../web/public-view'
import { publicAgreementsPage } from './public-agreements.page'
import { publicQuery } from './public-list'

/** The agreements that are published, for everybody. */
export function publicAgreementRoutes({ publicAgreements }: Services): Router {
  const router = Router()

  router.get(paths.publicAgreements.pattern, allow('public'), async (req, res) => {
    const query = publicQuery(req.query)
    const part = await publicAgreements.page(query)
    publicView(req, res, 'agreements/public', publicAgreementsPage(part, query, publicAgreements.today()))
  })

  return router
}
