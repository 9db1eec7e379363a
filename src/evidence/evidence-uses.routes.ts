import { Router, type Request, type Response } from 'express'
import type { AssessmentContext } from '../assessments/assessment-context'
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
import { addEvidencePage, placeOf, type Place } from './add-evidence.page'
import { attached } from './attached'
import { evidenceClosedBecause, mayAttach } from './evidence-access'
import {
  attachForm,
  attachToPrerequisiteForm,
  newEvidenceForm,
  newPrerequisiteEvidenceForm,
} from './evidence.form'
import type { Attached } from './evidence-uses.service'
import { nothingBrought, refusedFiles } from './refused-files'

const NOT_YOURS = 'Bukti di sini dilampirkan oleh pokjanya atau oleh ketua tim ZI.'

/** Putting evidence under a question or a prerequisite. */
export function evidenceUsesRoutes(services: Services): Router {
  const { assessments, evidence, evidenceUses, evidenceShelf, satkerQuota, clock, config } = services
  const router = Router()
  const receive = formReceiver(services, 'use-evidence', { limits: evidenceLimits(config.upload) })

  async function load(req: Request) {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    return { assessment, place: placeOf(assessment, param(req, 'question')) }
  }

  async function show(
    req: Request,
    res: Response,
    { assessment, place }: { assessment: AssessmentContext; place: Place },
    forms: { readonly form?: FormState; readonly attach?: FormState } = {},
    status = 200,
  ): Promise<void> {
    const search = typeof req.query['cari'] === 'string' ? req.query['cari'].slice(0, 200) : ''
    const because = mayAttach(req.actor, assessment, place.code)
      ? evidenceClosedBecause(assessment, place.code, clock())
      : NOT_YOURS
    const [uses, candidates] = await Promise.all([
      evidence.usesOf(assessment, req.actor, [place.code]),
      because ? [] : evidenceShelf.candidates(req.actor, assessment, place.code, search),
    ])
    const closed = because ? { tone: 'info' as const, lead: '', text: because } : null
    const parts = { assessment, place, uses, closed, limits: config.upload, search, candidates }
    showAssessmentNav(res, assessment, req.actor)
    view(res, 'evidence/add', addEvidencePage(parts, forms.form, forms.attach), status)
  }

  router.get(paths.evidenceUses.pattern, allow('read-evidence'), async (req, res) => {
    await show(req, res, await load(req))
  })

  router.post(paths.evidenceUses.pattern, allow('use-evidence', { upload: true }), async (req, res) => {
    const asked = await load(req)
    evidenceUses.requireAttachable(req.actor, asked.assessment, asked.place.code)
    await satkerQuota.requireRoomFor(asked.assessment.satkerId, lengthOf(req))
    await receive(req, res)
    const found = await load(req)
    const { assessment, place } = found
    const forPrerequisite = place.expected.length === 0
    const body: unknown = req.body
    let result: Attached
    try {
      if (typeof (body as Record<string, unknown>)['evidence'] === 'string') {
        const attach = parseForm(forPrerequisite ? attachToPrerequisiteForm : attachForm, body)
        if (!attach.ok) return await show(req, res, found, { attach }, 422)
        result = await evidenceUses.attach(req.actor, assessment, place.code, attach.value)
      } else {
        const form = parseForm(forPrerequisite ? newPrerequisiteEvidenceForm : newEvidenceForm, body)
        if (!form.ok) throw new Invalid('Bukti belum tersimpan.', { ...nothingBrought(req), ...form.errors })
        result = await evidenceUses.add(req.actor, assessment, place.code, form.value, req.staged)
      }
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      const refused = refuseForm(body, refusedFiles(error.fields, req))
      if (wantsJson(req))
        return void res.status(422).json({ error: 'invalid', message: error.message, fields: refused.errors })
      const attaching = 'evidence' in error.fields
      return await show(req, res, found, attaching ? { attach: refused } : { form: refused }, 422)
    }
    await attached(services, req, res, found, result)
  })

  return router
}
