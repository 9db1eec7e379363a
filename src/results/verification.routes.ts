import { Router } from 'express'
import { paths } from '../paths'
import { NotFound } from '../refusals'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { view } from '../web/view'
import { readSealCode } from './seal-key'
import { verificationLimits } from './verification-limits'
import { strangerShell } from './verification-shell'
import { verificationPage } from './verification.page'

const TYPED_LENGTH = 40

export function verificationRoutes({ results }: Services): Router {
  const router = Router()

  router.get(paths.verification.pattern, allow('public'), ...verificationLimits(), async (req, res) => {
    strangerShell(req, res)
    const given = req.query['kode']
    const typed = typeof given === 'string' ? given.trim().slice(0, TYPED_LENGTH) : ''
    const code = readSealCode(typed)
    if (code === null) {
      const error =
        typed === '' ? '' : 'Kode terdiri atas dua belas huruf dan angka. Periksa lagi penulisannya.'
      return view(res, 'results/verification', verificationPage({ typed, error }), typed === '' ? 200 : 422)
    }
    try {
      const found = await results.verified(code)
      view(res, 'results/verification', verificationPage({ typed, found }))
    } catch (error) {
      if (!(error instanceof NotFound)) throw error
      const unknown = 'Kode ini tidak dikenal. Periksa lagi penulisannya pada dokumen.'
      view(res, 'results/verification', verificationPage({ typed, error: unknown }), 404)
    }
  })

  return router
}
