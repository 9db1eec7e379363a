import type { Request, RequestHandler, Response } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { view } from '../web/view'
import { strangerShell } from './verification-shell'
import { verificationPage } from './verification.page'

const MINUTES = 15

const tooMany = (req: Request, res: Response) => {
  strangerShell(req, res)
  const message = `Terlalu banyak kode dicoba dari tempat ini. Coba lagi dalam ${MINUTES} menit.`
  view(res, 'results/verification', verificationPage({ typed: '', error: message }), 429)
}

/** Trying codes is slowed per address; a code that stands for something is not counted among the tries. */
export function verificationLimits(): RequestHandler[] {
  const shared = {
    windowMs: MINUTES * 60_000,
    legacyHeaders: false,
    handler: tooMany,
    keyGenerator: (req: Request) => ipKeyGenerator(req.ip ?? ''),
  }
  return [
    rateLimit({ ...shared, limit: 600 }),
    rateLimit({ ...shared, limit: 30, skipSuccessfulRequests: true }),
  ]
}
