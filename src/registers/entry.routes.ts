import { Router, type Request, type Response } from 'express'
import { mayAt } from '../access/scope'
import { mayShelveRestricted } from '../evidence/evidence-access'
import { shelvedEvidenceForm } from '../evidence/shelved-evidence'
import { nothingBrought, refusedFiles } from '../evidence/refused-files'
import { paths } from '../paths'
import { Closed, Invalid } from '../refusals'
import type { Services } from '../services'
import { evidenceLimits } from '../storage/file-kinds'
import { allow, wantsJson } from '../web/allow'
import { parseForm, refuseForm, type FormState } from '../web/form'
import { param } from '../web/param'
import { formReceiver, lengthOf } from '../web/receive-form'
import { view } from '../web/view'
import { entryEvidencePage } from './entry-evidence.page'
import { entryQuestionsPage } from './entry-questions.page'
import { entryHref } from './register'
import type { SeenEntry } from './register-entry'
import { showRegisterNav } from './register-nav'
import { chosenEvidenceForm, questionsForm } from './registers.form'

/** What the entries of all registers have alike: the questions they support and their evidence. */
export function entryRoutes(services: Services): Router {
  const { entries, proofs, evidenceShelf, satkerQuota, instruments, config } = services
  const router = Router()
  const receive = formReceiver(services, 'prove-entries', { limits: evidenceLimits(config.upload) })

  const inUse = async () => {
    const instrument = await instruments.inUse()
    if (!instrument) throw new Closed('Belum ada instrumen. Pertanyaan dipilih setelah instrumen dimuat.')
    return instrument
  }

  async function showQuestions(
    req: Request,
    res: Response,
    entry: SeenEntry,
    form?: FormState,
    status = 200,
  ) {
    const [instrument, supports] = [await inUse(), await entries.supportsOf([entry.id])]
    const supported = supports.get(entry.id) ?? { areas: [], questions: [] }
    await showRegisterNav(services, req, res, entry)
    view(res, 'registers/entry-questions', entryQuestionsPage(entry, supported, instrument, form), status)
  }

  router.get(paths.entryQuestions.pattern, allow('keep-registers'), async (req, res) => {
    await showQuestions(req, res, await entries.toKeep(req.actor, param(req, 'entry')))
  })

  router.post(paths.entryQuestions.pattern, allow('keep-registers'), async (req, res) => {
    const entry = await entries.toKeep(req.actor, param(req, 'entry'))
    const form = parseForm(questionsForm(await inUse()), req.body)
    if (!form.ok) return showQuestions(req, res, entry, form, 422)
    const { shown, questions } = form.value
    await entries.chooseQuestions(req.actor, entry.id, { shown, chosen: questions })
    req.session.notice = {
      tone: 'ok',
      lead: 'Pilihan tersimpan.',
      text: `${questions.length} pertanyaan dipilih.`,
    }
    res.redirect(303, entryHref(entry.register, entry.id))
  })

  async function showEvidence(req: Request, res: Response, entry: SeenEntry, form?: FormState, status = 200) {
    const search = typeof req.query['cari'] === 'string' ? req.query['cari'].slice(0, 200) : ''
    const candidates = await evidenceShelf.candidates(req.actor, entry, null, search)
    await showRegisterNav(services, req, res, entry)
    const setting = {
      limits: config.upload,
      search,
      candidates,
      readsShelf: mayAt(req.actor, 'read-evidence', entry),
      mayRestrict: mayShelveRestricted(req.actor, entry),
    }
    view(res, 'registers/entry-evidence', entryEvidencePage(entry, setting, form), status)
  }

  async function toBring(req: Request): Promise<SeenEntry> {
    const entry = await entries.get(req.actor, param(req, 'entry'))
    proofs.requireBringing(req.actor, entry)
    return entry
  }

  router.get(paths.entryEvidence.pattern, allow('prove-entries'), async (req, res) => {
    await showEvidence(req, res, await toBring(req))
  })

  router.post(paths.entryEvidence.pattern, allow('prove-entries', { upload: true }), async (req, res) => {
    const asked = await toBring(req)
    await satkerQuota.requireRoomFor(asked.satkerId, lengthOf(req))
    await receive(req, res)
    const entry = await toBring(req)
    const body: unknown = req.body
    try {
      if (typeof (body as Record<string, unknown>)['evidence'] === 'string') {
        const chosen = parseForm(chosenEvidenceForm, body)
        if (!chosen.ok) throw new Invalid('Bukti belum dipakai.', chosen.errors)
        await proofs.choose(req.actor, entry, chosen.value.evidence)
      } else {
        const form = parseForm(shelvedEvidenceForm, body)
        if (!form.ok) throw new Invalid('Bukti belum tersimpan.', { ...nothingBrought(req), ...form.errors })
        await proofs.bring(req.actor, entry, form.value, req.staged)
      }
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      const refused = refuseForm(body, refusedFiles(error.fields, req))
      if (wantsJson(req))
        return void res.status(422).json({ error: 'invalid', message: error.message, fields: refused.errors })
      return await showEvidence(req, res, entry, refused, 422)
    }
    const refused = (req.refusedFiles ?? []).map(file => file.message)
    const href = entryHref(entry.register, entry.id)
    if (wantsJson(req)) return void res.status(201).json({ refused, href })
    req.session.notice =
      refused.length > 0
        ? { tone: 'warn', lead: 'Bukti tersimpan tanpa sebagian berkas.', text: refused.join(' ') }
        : { tone: 'ok', lead: 'Bukti tersimpan.', text: entry.title }
    res.redirect(303, href)
  })

  router.post(paths.entryEvidenceRelease.pattern, allow('prove-entries'), async (req, res) => {
    const entry = await entries.get(req.actor, param(req, 'entry'))
    await proofs.release(req.actor, entry, param(req, 'evidence'))
    req.session.notice = { tone: 'ok', lead: 'Bukti dilepas.', text: 'Buktinya tetap ada di rak.' }
    res.redirect(303, entryHref(entry.register, entry.id))
  })

  return router
}
