import type { Request, Response } from 'express'
import { hasRole } from '../access/actor'
import { POLICIES, type RolePolicy } from '../access/policies'
import { Refused } from '../refusals'
import type { Services } from '../services'
import { UploadRefused } from '../storage/upload-refused'
import { checkToken } from './csrf'
import { receiveFiles, type UploadOptions } from './upload'

/** Uploads of one person that may run together: two windows and a telephone. */
const MOST_AT_ONCE = 4

/**
 * Receives a form with files under the policy of its route: the token before the body when a script sends it as a
 * header, else as a field after it. What may take minutes ends with the person as they stand then, in `req.actor`:
 * rows that were loaded before must be loaded again. Also reads a form without files.
 * Rejects with UploadRefused when the whole form broke off, is too large or one too many.
 */
export function formReceiver(
  { storage, accounts }: Pick<Services, 'storage' | 'accounts'>,
  policy: RolePolicy,
  options: Omit<UploadOptions, 'storage'>,
) {
  const receive = receiveFiles({ storage, ...options })
  return async (req: Request, res: Response): Promise<void> => {
    if (req.get('x-csrf-token') !== undefined) checkToken(req)
    if (req.is('multipart/form-data')) takePlace(req, res)
    await new Promise<void>((resolve, reject) => {
      receive(req, res, (error?: unknown) => (error instanceof Error ? reject(error) : resolve()))
    })
    checkToken(req)
    const { userId } = req.actor
    const session = { startedAt: req.session.startedAt ?? '' }
    const actor = userId ? await accounts.actorOf(userId, session, req.requestId) : undefined
    if (!actor || !hasRole(actor, POLICIES[policy]))
      throw new Refused('Akun Anda tidak lagi mencakup tindakan ini. Berkas tidak disimpan.')
    req.actor = actor
  }
}

/** The length a posted form says of itself, in bytes; 0 when it says nothing. */
export const lengthOf = (req: Request): number => Number(req.get('content-length') ?? 0)

const underWay = new Map<string, number>()

function takePlace({ actor }: Request, res: Response): void {
  const who = actor.userId ?? ''
  const taken = underWay.get(who) ?? 0
  if (taken >= MOST_AT_ONCE)
    throw new UploadRefused(
      'busy',
      `masih ada ${taken} unggahan Anda yang berjalan. Tunggu, lalu unggah lagi.`,
    )
  if (res.closed) return
  underWay.set(who, taken + 1)
  res.once('close', () => {
    const left = (underWay.get(who) ?? 1) - 1
    if (left > 0) underWay.set(who, left)
    else underWay.delete(who)
  })
}
