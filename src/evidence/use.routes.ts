import { Router, type Request } from 'express'
import { showAssessmentNav } from '../assessments/assessment-nav'
import { paths } from '../paths'
import { Conflict } from '../refusals'
import type { Services } from '../services'
import { STAGE_WORDS } from '../web/components/evidence'
import { allow } from '../web/allow'
import { parseForm, refuseForm } from '../web/form'
import { param } from '../web/param'
import type { Message } from '../web/shell'
import { view } from '../web/view'
import { placeOf } from './add-evidence.page'
import type { EvidenceUseRow } from './evidence-use.entity'
import { prerequisiteUseForm, removalForm, useForm } from './evidence.form'
import { usePage } from './use.page'

/** What a piece shows under one question: changing that, and taking it away. */
export function useRoutes({ assessments, evidenceUses }: Services): Router {
  const router = Router()

  async function load(req: Request) {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    const use = await evidenceUses.get(req.actor, assessment, param(req, 'use'))
    return { assessment, use, place: placeOf(assessment, use.question) }
  }

  router.get(paths.evidenceUse.pattern, allow('use-evidence'), async (req, res) => {
    const { assessment, use, place } = await load(req)
    showAssessmentNav(res, assessment, req.actor)
    view(res, 'evidence/use', usePage(assessment, place, use))
  })

  router.post(paths.evidenceUse.pattern, allow('use-evidence'), async (req, res) => {
    const { assessment, use, place } = await load(req)
    showAssessmentNav(res, assessment, req.actor)
    try {
      if ((req.body as Record<string, unknown>)['lepas'] === 'ya') {
        const form = parseForm(removalForm, req.body)
        if (!form.ok) return view(res, 'evidence/use', usePage(assessment, place, use, form), 422)
        await evidenceUses.remove(req.actor, assessment, use, form.value.version)
        req.session.notice = { tone: 'ok', lead: 'Bukti dilepas.', text: 'Bukti tetap ada di rak bukti.' }
      } else {
        const form = parseForm(place.expected.length === 0 ? prerequisiteUseForm : useForm, req.body)
        if (!form.ok) return view(res, 'evidence/use', usePage(assessment, place, use, form), 422)
        await evidenceUses.change(req.actor, assessment, use, form.value)
        req.session.notice = { tone: 'ok', lead: 'Pemakaian bukti tersimpan.', text: '' }
      }
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      const current = { ...use, ...(error.current as EvidenceUseRow) }
      const typed = refuseForm(req.body, {})
      return view(res, 'evidence/use', usePage(assessment, place, current, typed, clash(current)), 409)
    }
    res.redirect(303, place.back.href)
  })

  return router
}

function clash(current: EvidenceUseRow): Message {
  const stands = [
    current.stages.map(stage => STAGE_WORDS[stage]).join(', '),
    [current.page, current.claim].filter(Boolean).join(': '),
  ]
  return {
    tone: 'clash',
    lead: 'Pemakaian ini baru saja diubah oleh orang lain.',
    text: `Yang tersimpan: ${stands.filter(Boolean).join('; ')}. Isian Anda masih ada di bawah; simpan lagi bila tetap dipakai.`,
  }
}
