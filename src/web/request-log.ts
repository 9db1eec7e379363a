import { randomUUID } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import type { Logger } from 'pino'
import { paths } from '../paths'

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
        logger.debug({
          id: req.requestId,
          method: req.method,
          path: loggedPath(req),
          status: res.statusCode,
          ms,
        })
      })
    }
    next()
  }

const LINKS = paths.oneTimeLink('')

/** The address for the log: whoever reads a one-time link in it could still use it. */
export const loggedPath = ({ path }: Request): string => (path.startsWith(LINKS) ? `${LINKS}…` : path)
