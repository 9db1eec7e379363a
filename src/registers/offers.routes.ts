import { Router, type Request } from 'express'
import { showAssessmentNav } from '../assessments/assessment-nav'
import { lookup } from '../engine/instrument/lookup'
import { paths } from '../paths'
import { Conflict, Invalid, NotFound } from '../refusals'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { parseForm } from '../web/form'
import { param } from '../web/param'
import { view } from '../web/view'
import { offeredEntriesPage } from './offered-entries.page'
import { offeredEntryForm, suggestedAnswerForm } from './registers.form'

/** Putting what the registers offer under a question, or into its answer. */
export function offersRoutes({ assessments, offers, suggestions }: Services): Router {
  const router = Router()
  const load = async (req: Request) => {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    return { assessment, question: param(req, 'question') }
  }

  router.get(paths.offeredEntry.pattern, allow('use-evidence'), async (req, res) => {
    const { assessment, question: code } = await load(req)
    const question = lookup(assessment.instrument).questions.get(code)?.question
    if (!question) throw new NotFound('Pertanyaan')
    const { cari, hal } = req.query
    const search = typeof cari === 'string' ? cari.trim().slice(0, 100) : ''
    const page = Math.min(Math.max(1, Math.trunc(Number(hal)) || 1), 10_000)
    const found = await offers.of(assessment, code, { search, page })
    showAssessmentNav(res, assessment, req.actor)
    view(res, 'registers/offered-entries', offeredEntriesPage(assessment, question, found, { search, page }))
  })

  router.post(paths.offeredEntry.pattern, allow('use-evidence'), async (req, res) => {
    const { assessment, question } = await load(req)
    const form = parseForm(offeredEntryForm, req.body)
    try {
      if (!form.ok) throw new Invalid('Entri ini belum dipakai.', form.errors)
      const used = await offers.use(req.actor, assessment, question, form.value.entry)
      req.session.notice = {
        tone: 'ok',
        lead: 'Entri register dipakai sebagai bukti.',
        text: `${used} bukti ditambahkan; periksa tahap yang ditunjukkannya.`,
      }
    } catch (error) {
      if (error instanceof Conflict)
        req.session.notice = { tone: 'warn', lead: 'Entri ini belum dipakai.', text: error.message }
      else if (error instanceof Invalid) {
        const [text = ''] = Object.values(error.fields)
        req.session.notice = { tone: 'warn', lead: error.message, text }
      } else throw error
    }
    res.redirect(303, paths.question(assessment.id, question))
  })

  router.post(paths.suggestedAnswer.pattern, allow('answer'), async (req, res) => {
    const { assessment, question } = await load(req)
    const form = parseForm(suggestedAnswerForm, req.body)
    try {
      if (!form.ok) throw new Invalid('Usulan belum dipakai.', form.errors)
      const { sentence } = await suggestions.take(req.actor, assessment, question, form.value)
      req.session.notice = { tone: 'ok', lead: 'Usulan dipakai sebagai jawaban.', text: sentence }
    } catch (error) {
      if (error instanceof Conflict)
        req.session.notice = {
          tone: 'warn',
          lead: 'Usulan belum dipakai.',
          text: 'Jawaban ini baru saja diubah orang lain. Periksa jawabannya, lalu pakai usulan bila masih perlu.',
        }
      else if (error instanceof Invalid)
        req.session.notice = {
          tone: 'warn',
          lead: 'Usulan belum dipakai.',
          text: Object.values(error.fields).join(' '),
        }
      else throw error
    }
    res.redirect(303, paths.question(assessment.id, question))
  })

  return router
}
