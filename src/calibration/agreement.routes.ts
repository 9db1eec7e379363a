import { Router, type Request } from 'express'
import { paths } from '../paths'
import type { Services } from '../services'
import { writeTable } from '../spreadsheets/write-table'
import { fileKinds } from '../storage/file-kinds'
import { contentDisposition } from '../storage/safe-name'
import { allow } from '../web/allow'
import { param } from '../web/param'
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
    res.setHeader('Content-Type', fileKinds.csv.mime)
    res.setHeader('Content-Disposition', contentDisposition('attachment', `${table.sheet}-${cycle.year}.csv`))
    res.setHeader('Cache-Control', 'private, no-store')
    res.send(await writeTable(table, 'csv'))
  })

  return router
}
