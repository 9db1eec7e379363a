import type { Request, RequestHandler } from 'express'
import { hasRole } from '../access/actor'
import { POLICIES, type Policy } from '../access/policies'
import { paths } from '../paths'
import { Refused } from '../refusals'

export interface Allowing {
  /** The route takes multipart uploads and checks the form token itself, after the files were received. */
  readonly upload?: boolean
}

export type PolicyHandler = RequestHandler & { readonly policy: Policy; readonly upload: boolean }

/** The first handler of every route: who may come in at all. What they may see there is decided by loading. */
export function allow(policy: Policy, { upload = false }: Allowing = {}): PolicyHandler {
  const handler: RequestHandler = (req, res, next) => {
    if (!upload && req.is('multipart/form-data')) throw new Refused('Formulir ini tidak menerima berkas.')
    if (policy === 'public') return next()
    if (!req.actor.userId) return askToSignIn(req, res)
    if (req.actor.mustChangePassword && !PASSWORD_PATHS.includes(req.path))
      return res.redirect(303, paths.ownPassword())
    if (policy !== 'signed-in' && !hasRole(req.actor, POLICIES[policy]))
      throw new Refused('Peran Anda tidak mencakup halaman ini.')
    next()
  }
  return Object.assign(handler, { policy, upload })
}

const PASSWORD_PATHS = [paths.ownPassword(), paths.signOut()]

/** A page leads to the sign-in and back; a call by script learns that it must sign in anew and keeps its text. */
const askToSignIn = (req: Request, res: Parameters<RequestHandler>[1]) => {
  if (wantsJson(req))
    return void res
      .status(401)
      .json({ error: 'signed-out', message: 'Sesi berakhir. Masuk lagi; isian Anda tetap ada.' })
  const back = req.method === 'GET' ? `?kembali=${encodeURIComponent(req.originalUrl)}` : ''
  res.redirect(303, `${paths.signIn()}${back}`)
}

export const wantsJson = (req: Request): boolean => req.get('accept')?.startsWith('application/json') ?? false
