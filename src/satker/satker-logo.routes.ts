import { Router } from 'express'
import { paths } from '../paths'
import { NotFound } from '../refusals'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { param } from '../web/param'
import { formReceiver } from '../web/receive-form'
import { sendDerived } from '../web/send-file'
import { view } from '../web/view'
import { satkerPage } from './satker.page'

const MEGABYTE = 1024 * 1024
/** A letterhead needs no more; SVG stays out because it can carry scripts. */
const LOGO_LIMITS = { png: MEGABYTE, jpg: MEGABYTE }

export function satkerLogoRoutes(services: Services): Router {
  const { satker, storage } = services
  const router = Router()
  const receive = formReceiver(services, 'manage-satker', { limits: LOGO_LIMITS, maxFiles: 1 })

  /** Everybody who works at the unit or keeps it may see its logo. */
  router.get(paths.satkerLogo.pattern, allow('signed-in'), async (req, res) => {
    const { logoSha256, logoType } = await satker.ofLetterhead(req.actor, param(req, 'satker'))
    if (!logoSha256 || !logoType) throw new NotFound('Logo')
    const { stream, size } = await storage.open(logoSha256)
    await sendDerived(req, res, { stream, size, name: 'logo', mime: logoType })
  })

  router.post(paths.satkerLogo.pattern, allow('manage-satker', { upload: true }), async (req, res) => {
    await satker.get(req.actor, param(req, 'satker'))
    await receive(req, res)
    const unit = await satker.get(req.actor, param(req, 'satker'))
    const picture = req.staged[0]
    const removed = (req.body as { remove?: unknown }).remove === 'ya'
    if (!picture && !removed) {
      const logoError = req.refusedFiles[0]?.message ?? 'Pilih berkas logo dahulu.'
      return view(res, 'satker/satker', satkerPage(unit, { logoError }), 422)
    }
    await satker.setLogo(req.actor, unit.id, removed ? null : (picture ?? null))
    req.session.notice = { tone: 'ok', lead: removed ? 'Logo dihapus.' : 'Logo tersimpan.', text: '' }
    res.redirect(303, paths.satker(unit.id))
  })

  return router
}
