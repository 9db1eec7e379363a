import type { RequestHandler } from 'express'
import { NOBODY, type Actor } from '../access/actor'

declare global {
  namespace Express {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- passport's user is our actor
    interface User extends Actor {}
    interface Request {
      /** Whoever asks; nobody before the sign-in. */
      actor: Actor
      requestId: string
    }
  }
}

declare module 'express-session' {
  interface SessionData {
    /** When this person signed in, for the absolute expiry and for calling sessions back. */
    startedAt: string
    notice: { tone: 'ok' | 'info' | 'warn' | 'bad'; lead: string; text: string }
  }
}

export const currentActor: RequestHandler = (req, _res, next) => {
  req.actor = req.user ?? { ...NOBODY, requestId: req.requestId }
  next()
}
