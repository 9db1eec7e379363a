import type { Request, RequestHandler, Response } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { paths } from '../paths'
import { view } from '../web/view'
import { normalLogin } from './accounts.service'
import { ownEmailPage, ownPasswordPage, signInPage } from './sign-in.page'

const MINUTES = 15
const WINDOW = MINUTES * 60_000
/** A longer one is nobody's; whole, it would stay in memory for the window. */
const LOGIN_LENGTH = 200

const loginOf = (req: Request) => {
  const login = (req.body as Record<string, unknown> | undefined)?.['login']
  return typeof login === 'string' ? normalLogin(login).slice(0, LOGIN_LENGTH) : ''
}
const address = (req: Request) => ipKeyGenerator(req.ip ?? '')

const tooManyOfOwn = (req: Request, res: Response) => {
  const message = `Terlalu banyak percobaan. Coba lagi dalam ${MINUTES} menit.`
  const form = { values: {}, errors: { '': message } }
  if (req.path === paths.ownEmail()) return view(res, 'accounts/own-email', ownEmailPage(form), 429)
  view(res, 'accounts/own-password', ownPasswordPage(req.actor.mustChangePassword, form), 429)
}

const tooMany = (_req: Request, res: Response) => {
  const message = `Terlalu banyak percobaan dari tempat ini. Coba lagi dalam ${MINUTES} menit.`
  view(res, 'accounts/sign-in', signInPage('', { values: {}, errors: { '': message } }), 429)
}

/**
 * Guessing is slowed per address and account, and per address, never per account alone:
 * a stranger cannot lock a person out. A sign-in that succeeds (a 303) does not count.
 */
export function signInLimits(): RequestHandler[] {
  const shared = { windowMs: WINDOW, skipSuccessfulRequests: true, legacyHeaders: false, handler: tooMany }
  return [
    rateLimit({ ...shared, limit: 100, keyGenerator: address }),
    rateLimit({ ...shared, limit: 10, keyGenerator: req => `${address(req)} ${loginOf(req)}` }),
  ]
}

/** Asking for a reset link: few per address, so that nobody's mailbox is flooded. */
export const resetLimit = (): RequestHandler =>
  rateLimit({ windowMs: WINDOW, limit: 5, legacyHeaders: false, keyGenerator: address, handler: tooMany })

/** Whoever finds a browser signed in must not guess the present password from there, in whichever form. */
export const ownPasswordLimit = (): RequestHandler =>
  rateLimit({
    windowMs: WINDOW,
    limit: 10,
    skipSuccessfulRequests: true,
    legacyHeaders: false,
    keyGenerator: req => req.actor.userId ?? '',
    handler: tooManyOfOwn,
  })
