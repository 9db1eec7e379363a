import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'

/** Gives each request an id and, at level debug, one line when it ends. Addresses are logged without their query. */
export const requestLog =
  (logger: Logger): RequestHandler =>
  (req, res, next) => {
    req.requestId = randomUUID()
    res.setHeader('X-Request-Id', req.requestId)
    if (logger.isLevelEnabled('debug')) {
      const started = process.hrtime.bigint()
      res.on('finish', () => {
        const ms = Number(process.hrtime.bigint() - started) / 1e6
        logger.debug({ id: req.requestId, method: req.method, path: req.path, status: res.statusCode, ms })
      })
    }
    next()
  }
