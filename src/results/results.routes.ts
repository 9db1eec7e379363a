import { Router, type Request, type Response } from 'express'
import { showAssessmentNav } from '../assessments/assessment-nav'
import { paths } from '../paths'
import { Conflict, NotFound, Refused } from '../refusals'
import type { Services } from '../services'
import { contentDisposition, safeName } from '../storage/safe-name'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { parseForm, refuseForm } from '../web/form'
import { param } from '../web/param'
import { view } from '../web/view'
import { recommendationForm, reopeningForm } from './result.form'
import { takesSealedFile } from './result-access'
import { resultPage, type RefusedResult } from './result.page'
import { printedSealCode } from './seal-key'

export function resultsRoutes({ assessments, results, clock }: Services): Router {
  const router = Router()

  const visible = (req: Request) => assessments.visibleTo(req.actor).get(param(req, 'assessment'))
  const evaluated = (req: Request) =>
    assessments.visibleTo(req.actor, 'evaluate').get(param(req, 'assessment'))

  const show = async (req: Request, res: Response, refused: RefusedResult | null = null, status = 200) => {
    const assessment = await visible(req)
    const result = await results.seenBy(req.actor, assessment)
    showAssessmentNav(res, assessment, req.actor)
    view(res, 'results/result', resultPage({ result, actor: req.actor, now: clock() }, refused), status)
  }

  router.get(paths.result.pattern, allow('read-assessment'), (req, res) => show(req, res))

  router.post(paths.result.pattern, allow('evaluate'), async (req, res) => {
    const assessment = await evaluated(req)
    const form = parseForm(recommendationForm, req.body)
    if (!form.ok) return show(req, res, { act: 'recommend', form, clash: false }, 422)
    const { version, ...draft } = form.value
    try {
      const saved = await attempt(results.recommend(req.actor, assessment, { ...draft, base: version }))
      if (!saved.ok) {
        const refused = refuseForm(req.body, saved.errors)
        return await show(req, res, { act: 'recommend', form: refused, clash: false }, 422)
      }
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      return show(req, res, { act: 'recommend', form: refuseForm(req.body, {}), clash: true }, 409)
    }
    req.session.notice = { tone: 'ok', lead: 'Rekomendasi tersimpan.', text: 'Hasil belum final.' }
    res.redirect(303, paths.result(assessment.id))
  })

  router.post(paths.resultFinalisation.pattern, allow('evaluate'), async (req, res) => {
    const assessment = await evaluated(req)
    const made = await attempt(results.finalise(req.actor, assessment))
    if (!made.ok) {
      const form = refuseForm({}, made.errors)
      return show(req, res, { act: 'finalise', form, clash: false }, 422)
    }
    req.session.notice = {
      tone: 'ok',
      lead: 'Hasil difinalkan dan disegel.',
      text: `Kode verifikasi ${printedSealCode(made.value)}.`,
    }
    res.redirect(303, paths.result(assessment.id))
  })

  router.post(paths.resultReopening.pattern, allow('evaluate'), async (req, res) => {
    const assessment = await evaluated(req)
    const form = parseForm(reopeningForm, req.body)
    if (!form.ok) return show(req, res, { act: 'reopen', form, clash: false }, 422)
    await results.reopen(req.actor, assessment, form.value.reason)
    req.session.notice = {
      tone: 'warn',
      lead: 'Hasil dibuka kembali.',
      text: 'Segel sebelumnya tidak berlaku lagi.',
    }
    res.redirect(303, paths.result(assessment.id))
  })

  router.get(paths.resultExport.pattern, allow('read-assessment'), async (req, res) => {
    const assessment = await visible(req)
    const { evaluation } = await results.seenBy(req.actor, assessment)
    if (!takesSealedFile(req.actor, evaluation))
      throw new Refused(
        'Berkas bersegel menyebut semua bukti, juga yang terbatas. Mintalah kepada kepala satker, ketua tim ZI, atau tim penilai.',
      )
    if (assessment.stage !== 'final') throw new NotFound('Hasil bersegel')
    const exported = await results.exported(assessment)
    const { satker, cycle, code } = exported.seal
    const name = safeName(`Hasil ${cycle.year} ${satker.code} ${printedSealCode(code)}.json`)
    res.setHeader('Content-Disposition', contentDisposition('attachment', name))
    res.setHeader('Cache-Control', 'private, no-store')
    res.type('application/json').send(JSON.stringify(exported, null, 1))
  })

  return router
}
