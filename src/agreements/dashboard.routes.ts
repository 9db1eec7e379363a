import { Router } from 'express'
import { paths } from '../paths'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { view } from '../web/view'
import { keptUnit } from './agreement-access'
import { dashboardPage, dashboardPaperPage } from './dashboard.page'

/** How the agreements of all units stand, on screen and on paper. */
export function agreementDashboardRoutes({ agreementDashboard }: Services): Router {
  const router = Router()

  router.get(paths.agreementDashboard.pattern, allow('read-agreements'), async (req, res) => {
    const dashboard = await agreementDashboard.of(req.actor, req.query)
    const setting = { today: agreementDashboard.today(), own: keptUnit(req.actor) }
    view(res, 'agreements/dashboard', dashboardPage(dashboard, setting))
  })

  router.get(paths.agreementDashboardPaper.pattern, allow('read-agreements'), async (req, res) => {
    const dashboard = await agreementDashboard.of(req.actor, req.query)
    view(res, 'agreements/dashboard-paper', dashboardPaperPage(dashboard, agreementDashboard.today()))
  })

  return router
}
