import { Router, type Request, type Response } from 'express'
import { mayAt } from '../access/scope'
import { showAssessmentNav } from '../assessments/assessment-nav'
import { paths } from '../paths'
import { Conflict, Invalid, NotFound } from '../refusals'
import type { Services } from '../services'
import { evidenceLimits } from '../storage/file-kinds'
import { allow, wantsJson } from '../web/allow'
import { freshForm, parseForm, refuseForm } from '../web/form'
import { param } from '../web/param'
import { formReceiver, lengthOf } from '../web/receive-form'
import { view } from '../web/view'
import type { Piece } from './evidence.service'
import { moreFilesForm, pieceForm, withdrawalForm } from './evidence.form'
import { piecePage, type PieceForms } from './piece.page'
import { replacementPage } from './replacement.page'
import { refusedFiles } from './refused-files'

const TRAIL = 50

/** A piece on its own page: what is said of it, its files, where it serves, its trail. */
export function pieceRoutes(services: Services): Router {
  const { assessments, audit, evidence, evidencePieces, satkerQuota, config } = services
  const router = Router()
  const receive = formReceiver(services, 'change-evidence', { limits: evidenceLimits(config.upload) })
  const load = (req: Request) => evidence.piece(req.actor, param(req, 'evidence'))

  /** What would be refused afterwards is refused before the files are received. */
  async function receiveFor(piece: Piece, req: Request, res: Response): Promise<void> {
    await evidencePieces.requireChangeable(req.actor, piece)
    await satkerQuota.requireRoomFor(piece.satkerId, lengthOf(req))
    await receive(req, res)
  }

  /** The navigation is that of the satker's newest assessment, for whoever reads it. */
  async function showNav(req: Request, res: Response, piece: Piece): Promise<void> {
    if (!mayAt(req.actor, 'read-assessment', piece)) return
    const newest = await assessments.newestOf(piece.satkerId)
    if (newest) showAssessmentNav(res, await assessments.visibleTo(req.actor).get(newest.id), req.actor)
  }

  async function show(req: Request, res: Response, piece: Piece, forms: PieceForms = {}, status = 200) {
    const files = await evidence.filesOf(piece)
    const readsShelf = mayAt(req.actor, 'read-evidence', piece)
    const trail = readsShelf ? await audit.trailOf([piece.id, ...files.map(file => file.id)], TRAIL) : []
    await showNav(req, res, piece)
    const parts = { piece, files, trail, readsShelf, limits: config.upload }
    view(res, 'evidence/piece', piecePage(parts, forms), status)
  }

  function saved(req: Request, res: Response, piece: Piece, lead: string): void {
    const refused = (req.refusedFiles ?? []).map(file => file.message)
    if (wantsJson(req)) return void res.status(201).json({ refused, href: paths.evidence(piece.id) })
    req.session.notice =
      refused.length > 0
        ? { tone: 'warn', lead: `${lead} Sebagian berkas ditolak.`, text: refused.join(' ') }
        : { tone: 'ok', lead, text: '' }
    res.redirect(303, paths.evidence(piece.id))
  }

  router.get(paths.evidence.pattern, allow('open-evidence'), async (req, res) => {
    await show(req, res, await load(req))
  })

  router.post(paths.evidence.pattern, allow('change-evidence'), async (req, res) => {
    const piece = await load(req)
    const form = parseForm(pieceForm, req.body)
    if (!form.ok) return show(req, res, piece, { change: form }, 422)
    try {
      await evidencePieces.change(req.actor, piece, form.value)
    } catch (error) {
      if (error instanceof Invalid)
        return show(req, res, piece, { change: refuseForm(req.body, error.fields) }, 422)
      if (!(error instanceof Conflict)) throw error
      return show(req, res, await load(req), { change: refuseForm(req.body, { '': error.message }) }, 409)
    }
    saved(req, res, piece, 'Keterangan bukti tersimpan.')
  })

  router.post(paths.evidenceFiles.pattern, allow('change-evidence', { upload: true }), async (req, res) => {
    await receiveFor(await load(req), req, res)
    const piece = await load(req)
    try {
      const form = parseForm(moreFilesForm, req.body)
      if (!form.ok) throw new Invalid('Berkas belum tersimpan.', form.errors)
      await evidencePieces.addFiles(req.actor, piece, { staged: req.staged, links: form.value.links })
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      const refused = refuseForm(req.body, refusedFiles(error.fields, req))
      if (wantsJson(req))
        return void res.status(422).json({ error: 'invalid', message: error.message, fields: refused.errors })
      return show(req, res, piece, { add: refused }, 422)
    }
    saved(req, res, piece, 'Berkas tersimpan.')
  })

  router.post(paths.evidenceWithdrawal.pattern, allow('change-evidence'), async (req, res) => {
    const piece = await load(req)
    const form = parseForm(withdrawalForm, req.body)
    if (!form.ok) return show(req, res, piece, { withdraw: form }, 422)
    await evidencePieces.withdraw(req.actor, piece, form.value)
    saved(req, res, piece, 'Bukti ditarik.')
  })

  const loadFile = async (req: Request) => {
    const found = await evidence.file(req.actor, param(req, 'file'))
    if (found.file.sha256 === null || found.file.replacedAt !== null) throw new NotFound('Berkas')
    return found
  }

  router.get(paths.evidenceFileReplacement.pattern, allow('change-evidence'), async (req, res) => {
    const { piece, file } = await loadFile(req)
    await showNav(req, res, piece)
    view(res, 'evidence/replacement', replacementPage(piece, file, config.upload, freshForm()))
  })

  router.post(
    paths.evidenceFileReplacement.pattern,
    allow('change-evidence', { upload: true }),
    async (req, res) => {
      await receiveFor((await loadFile(req)).piece, req, res)
      const { piece, file } = await loadFile(req)
      try {
        const [upload] = req.staged
        if (!upload) throw new Invalid('Berkas belum diganti.', { files: 'Pilih berkas pengganti.' })
        await evidencePieces.replaceFile(req.actor, piece, file, upload)
      } catch (error) {
        if (!(error instanceof Invalid)) throw error
        const refused = refuseForm(req.body, refusedFiles(error.fields, req))
        if (wantsJson(req))
          return void res
            .status(422)
            .json({ error: 'invalid', message: error.message, fields: refused.errors })
        await showNav(req, res, piece)
        return view(res, 'evidence/replacement', replacementPage(piece, file, config.upload, refused), 422)
      }
      saved(req, res, piece, 'Berkas diganti. Versi lama tetap dapat dibuka.')
    },
  )

  return router
}
