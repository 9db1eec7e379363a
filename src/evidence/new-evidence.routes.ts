import { Router, type Request, type Response } from 'express'
import { showAssessmentNav } from '../assessments/assessment-nav'
import { paths } from '../paths'
import { Invalid } from '../refusals'
import type { Services } from '../services'
import { evidenceLimits } from '../storage/file-kinds'
import { allow, wantsJson } from '../web/allow'
import { parseForm, refuseForm, type FormState } from '../web/form'
import { param } from '../web/param'
import { formReceiver, lengthOf } from '../web/receive-form'
import { view } from '../web/view'
import type { ShelfSatker } from './evidence-shelf.repository'
import { shelvedEvidenceForm } from './shelved-evidence'
import { newEvidencePage } from './new-evidence.page'
import { nothingBrought, refusedFiles } from './refused-files'

/** Putting a piece on the shelf that no question uses yet. */
export function newEvidenceRoutes(services: Services): Router {
  const { assessments, evidencePieces, evidenceShelf, satkerQuota, config } = services
  const router = Router()
  const receive = formReceiver(services, 'keep-evidence', { limits: evidenceLimits(config.upload) })

  async function load(req: Request): Promise<ShelfSatker> {
    const satker = await evidenceShelf.satker(req.actor, param(req, 'satker'))
    evidencePieces.requireShelving(req.actor, satker)
    return satker
  }

  async function show(req: Request, res: Response, satker: ShelfSatker, form?: FormState, status = 200) {
    const newest = await assessments.newestOf(satker.satkerId)
    if (newest) showAssessmentNav(res, await assessments.visibleTo(req.actor).get(newest.id), req.actor)
    const setting = { limits: config.upload, note: noteOf(req) }
    view(res, 'evidence/new', newEvidencePage(satker, setting, form), status)
  }

  router.get(paths.newEvidence.pattern, allow('keep-evidence'), async (req, res) => {
    await show(req, res, await load(req))
  })

  router.post(paths.newEvidence.pattern, allow('keep-evidence', { upload: true }), async (req, res) => {
    const asked = await load(req)
    await satkerQuota.requireRoomFor(asked.satkerId, lengthOf(req))
    await receive(req, res)
    const satker = await load(req)
    const body: unknown = req.body
    let id: string
    try {
      const form = parseForm(shelvedEvidenceForm, body)
      if (!form.ok) throw new Invalid('Bukti belum tersimpan.', { ...nothingBrought(req), ...form.errors })
      id = await evidencePieces.shelve(req.actor, satker, form.value, req.staged)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      const refused = refuseForm(body, refusedFiles(error.fields, req))
      if (wantsJson(req))
        return void res.status(422).json({ error: 'invalid', message: error.message, fields: refused.errors })
      return await show(req, res, satker, refused, 422)
    }
    const note = noteOf(req)
    const href = note ? `${paths.note(note)}?bukti=${id}#tanggapi` : paths.evidence(id)
    const refused = (req.refusedFiles ?? []).map(file => file.message)
    if (wantsJson(req)) return void res.status(201).json({ refused, href })
    req.session.notice =
      refused.length > 0
        ? { tone: 'warn', lead: 'Bukti tersimpan tanpa sebagian berkas.', text: refused.join(' ') }
        : { tone: 'ok', lead: 'Bukti tersimpan di rak.', text: '' }
    res.redirect(303, href)
  })

  return router
}

/** The note that the piece is to answer. */
const noteOf = (req: Request): string =>
  typeof req.query['catatan'] === 'string' ? req.query['catatan'].slice(0, 100) : ''
