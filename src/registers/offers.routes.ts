import { Router, type Request } from 'express'
import { paths } from '../paths'
import { Conflict, Invalid } from '../refusals'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { parseForm } from '../web/form'
import { param } from '../web/param'
import { offeredEntryForm, suggestedAnswerForm } from './registers.form'

/** Putting what the registers offer under a question, or into its answer. */
export function offersRoutes({ assessments, offers, suggestions }: Services): Router {
  const router = Router()
  const load = async (req: Request) => {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    return { assessment, question: param(req, 'question') }
  }

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
      if (!(error instanceof Invalid)) throw error
      const [text = ''] = Object.values(error.fields)
      req.session.notice = { tone: 'warn', lead: error.message, text }
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
