import { Router, type Request } from 'express'
import { paths } from '../paths'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { view } from '../web/view'
import { matrixHistoryPage } from './matrix-history.page'
import { matrixQuery, matrixShape } from './matrix-list'
import { matrixPaperPage } from './matrix-paper.page'
import { matrixPage, type MatrixSetting } from './matrix.page'

/** All units of a cycle beside each other, and how they came there. */
export function matrixRoutes({ matrix }: Services): Router {
  const router = Router()

  const load = async (req: Request): Promise<MatrixSetting> => {
    const choices = await matrix.choices(req.actor)
    const shape = matrixShape(choices)
    return { choices, shape, query: matrixQuery(shape, req.query), today: matrix.today() }
  }

  router.get(paths.matrix.pattern, allow('watch-findings'), async (req, res) => {
    const setting = await load(req)
    const part = await matrix.page(req.actor, setting.query)
    view(res, 'findings/matrix', matrixPage(part, setting))
  })

  router.get(paths.matrixPaper.pattern, allow('watch-findings'), async (req, res) => {
    const setting = await load(req)
    const part = await matrix.all(req.actor, setting.query)
    view(res, 'findings/matrix-paper', matrixPaperPage(part, setting))
  })

  router.get(paths.matrixHistory.pattern, allow('watch-findings'), async (req, res) => {
    const setting = await load(req)
    const history = await matrix.history(req.actor, setting.query)
    view(res, 'findings/matrix-history', matrixHistoryPage(history, setting))
  })

  return router
}
