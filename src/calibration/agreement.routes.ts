import { Router, type Request } from 'express'
import { paths } from '../paths'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { param } from '../web/param'
import { sendTable } from '../web/send-table'
import { view } from '../web/view'
import { agreementQuery } from './agreement.form'
import { agreementPage } from './agreement.page'
import { agreementTable } from './agreement-table'

/** How far members and second scorers agree, for the centre. */
export function agreementRoutes({ cycles, agreement }: Services): Router {
  const router = Router()

  const load = async (req: Request) => {
    const cycle = await cycles.get(param(req, 'cycle'))
    return { cycle, agreement: await agreement.of(cycle), query: agreementQuery.parse(req.query) }
  }

  router.get(paths.agreement.pattern, allow('manage-teams'), async (req, res) => {
    view(res, 'calibration/agreement', agreementPage(await load(req)))
  })

  router.get(paths.agreementTable.pattern, allow('manage-teams'), async (req, res) => {
    const { cycle, agreement: found, query } = await load(req)
    const table = agreementTable(found, query)
    await sendTable(res, table, 'csv', `${table.sheet}-${cycle.year}`)
  })

  return router
}
