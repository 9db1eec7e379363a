import { csrfSync } from 'csrf-sync'
import type { Request, RequestHandler } from 'express'
import { Refused } from '../refusals'
import { anonymousForms } from './anonymous-form'

declare global {
  namespace Express {
    interface Request {
      /** Of this request's forms; absent when it was refused before anybody was looked for. */
      formTokens?: { issue(): string; isValid(): boolean }
    }
  }
}

const EXPIRED = 'Formulir ini sudah kedaluwarsa. Muat ulang halaman, lalu kirim lagi.'

const postedToken = (req: Request): string | undefined => {
  const posted = (req.body as Record<string, unknown> | undefined)?.['_csrf']
  return typeof posted === 'string' ? posted : req.get('x-csrf-token')
}

const ofSession = csrfSync({ getTokenFromRequest: postedToken })

/** A session begins with its token: made by its first pages, it would be another for each that is opened at once. */
export const beginSessionToken = (req: Request): void => void ofSession.generateToken(req)

/** Who has signed in has tokens of the session, everybody else signed ones: only a sign-in makes a session. */
export function formTokens(secret: string, https: boolean): RequestHandler {
  const anonymous = anonymousForms(secret, https)
  return (req, res, next) => {
    let made: string | undefined
    req.formTokens = req.actor.userId
      ? { issue: () => ofSession.generateToken(req), isValid: () => ofSession.isRequestValid(req) }
      : {
          issue: () => (made ??= anonymous.token(req, res)),
          isValid: () => anonymous.accepts(req, postedToken(req)),
        }
    next()
  }
}

const isSafe = (req: Request) => ['GET', 'HEAD', 'OPTIONS'].includes(req.method)

/** Checks the token of a posted form; uploads are checked by their route once the fields are read. */
export const csrfProtection: RequestHandler = (req, _res, next) => {
  if (isSafe(req) || req.is('multipart/form-data')) return next()
  checkToken(req)
  next()
}

/** For upload routes, after the fields of the multipart body were read. */
export function checkToken(req: Request): void {
  if (!req.formTokens?.isValid()) throw new Refused(EXPIRED)
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
