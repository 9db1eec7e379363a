import { csrfSync } from 'csrf-sync'
import type { Request, RequestHandler } from 'express'
import { Refused } from '../refusals'

const EXPIRED = 'Formulir ini sudah kedaluwarsa. Muat ulang halaman, lalu kirim lagi.'

const tokens = csrfSync({
  getTokenFromRequest: req => {
    const posted = (req.body as Record<string, unknown> | undefined)?.['_csrf']
    return typeof posted === 'string' ? posted : req.get('x-csrf-token')
  },
})

/** The token of this session, made when a page first needs it. */
export const csrfToken = (req: Request): string => tokens.generateToken(req)

const isSafe = (req: Request) => ['GET', 'HEAD', 'OPTIONS'].includes(req.method)

/** Checks the token of a posted form; uploads are checked by their route once the fields are read. */
export const csrfProtection: RequestHandler = (req, _res, next) => {
  if (isSafe(req) || req.is('multipart/form-data')) return next()
  checkToken(req)
  next()
}

/** For upload routes, after the fields of the multipart body were read. */
export function checkToken(req: Request): void {
  if (!tokens.isRequestValid(req)) throw new Refused(EXPIRED)
}

/** Refuses what a foreign page sends before any body is read. */
export const sameOrigin =
  (ownOrigin: string): RequestHandler =>
  (req, _res, next) => {
    if (isSafe(req)) return next()
    const site = req.get('sec-fetch-site')
    const origin = req.get('origin')
    const foreign =
      (site !== undefined && site !== 'same-origin' && site !== 'none') ||
      (origin !== undefined && origin !== ownOrigin && origin !== `${req.protocol}://${req.get('host')}`)
    if (foreign) throw new Refused('Permintaan ini datang dari situs lain dan tidak dijalankan.')
    next()
  }
