import passport from 'passport'
import { Strategy } from 'passport-local'
import type { Request } from 'express'
import type { Actor } from '../access/actor'
import { beginSessionToken } from './csrf'

export interface SignInDoor {
  /** The id of the user whose login and password match. */
  authenticate(login: string, password: string): Promise<{ readonly id: string } | undefined>
  /** The actor of a session, or undefined when the session is over. */
  actorOf(userId: string, startedAt: string, requestId: string): Promise<Actor | undefined>
}

/** Passport with one local strategy; a session holds the user's id and the instant of the sign-in. */
export function createPassport(door: SignInDoor): passport.Authenticator {
  const authenticator = new passport.Passport()
  authenticator.use(
    new Strategy({ usernameField: 'login', passwordField: 'password' }, (login, password, done) => {
      door
        .authenticate(login, password)
        .then(user => done(null, (user as Express.User | undefined) ?? false), done)
    }),
  )
  authenticator.serializeUser((user, done) => done(null, (user as unknown as { id: string }).id))
  authenticator.deserializeUser(
    (req: Request, id: string, done: (error: unknown, user?: Actor | false) => void) => {
      door.actorOf(id, req.session.startedAt ?? '', req.requestId).then(
        actor => done(null, actor ?? false),
        error => done(error),
      )
    },
  )
  return authenticator
}

/** Begins a new session for a user, so that an id known before the sign-in is worth nothing after it. */
export function signIn(req: Request, userId: string, startedAt: string): Promise<void> {
  return new Promise((resolve, reject) => {
    req.logIn({ id: userId } as unknown as Express.User, error => {
      if (error) return reject(error instanceof Error ? error : new Error(String(error)))
      req.session.startedAt = startedAt
      beginSessionToken(req)
      // The answer's head leaves before the session is saved at its end: a fast browser would come back too early.
      req.session.save(failed =>
        failed ? reject(failed instanceof Error ? failed : new Error(String(failed))) : resolve(),
      )
    })
  })
}

export function signOut(req: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    req.session.destroy(error =>
      error ? reject(error instanceof Error ? error : new Error(String(error))) : resolve(),
    )
  })
}
