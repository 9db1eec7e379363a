import { Router, type Request } from 'express'
import type { AssessmentContext } from '../assessments/assessment-context'
import { showAssessmentNav } from '../assessments/assessment-nav'
import { paths } from '../paths'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { parseForm, refuseForm } from '../web/form'
import { param } from '../web/param'
import type { Message } from '../web/shell'
import { view } from '../web/view'
import { attestationForm, type AttestationForm } from './attestation.form'
import { attestationsPage } from './attestations.page'
import type { AttestationsFacts } from './part-panel.page'

const DONE = {
  attest: { tone: 'ok', lead: 'Bagian ini disahkan.', text: 'Perubahan sesudahnya menggugurkan pengesahan.' },
  return: {
    tone: 'ok',
    lead: 'Bagian ini dikembalikan ke pokja.',
    text: 'Catatan Anda terlihat oleh tim ZI.',
  },
  'take-back': { tone: 'ok', lead: 'Pengesahan dibatalkan.', text: '' },
} as const satisfies Record<AttestationForm['act'], Message>

export function attestationRoutes({ assessments, attestations, scoring, clock }: Services): Router {
  const router = Router()

  const factsOf = async (req: Request, assessment: AssessmentContext): Promise<AttestationsFacts> => {
    const [states, stamps, { score }] = await Promise.all([
      attestations.stateOf(assessment),
      attestations.stampsOf(assessment),
      scoring.scoreOf(assessment),
    ])
    return { assessment, actor: req.actor, states, stamps, score, now: clock() }
  }

  router.get(paths.attestations.pattern, allow('read-assessment'), async (req, res) => {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    showAssessmentNav(res, assessment, req.actor)
    view(res, 'attestations/attestations', attestationsPage(await factsOf(req, assessment)))
  })

  router.post(paths.attestation.pattern, allow('attest'), async (req, res) => {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    const part = param(req, 'part')
    const form = parseForm(attestationForm, req.body)
    const said = form.ok ? await attempt(say(req, assessment, part, form.value)) : form
    if (!form.ok || !said.ok) {
      const refused = { part, form: form.ok ? refuseForm(req.body, said.ok ? {} : said.errors) : form }
      showAssessmentNav(res, assessment, req.actor)
      const page = attestationsPage(await factsOf(req, assessment), refused)
      return view(res, 'attestations/attestations', page, 422)
    }
    req.session.notice = DONE[form.value.act]
    res.redirect(303, `${paths.attestations(assessment.id)}#bagian-${part}`)
  })

  const say = (req: Request, assessment: AssessmentContext, part: string, form: AttestationForm) => {
    switch (form.act) {
      case 'attest':
        return attestations.attest(req.actor, assessment, part, form.stamp)
      case 'return':
        return attestations.sendBack(req.actor, assessment, part, form.remark)
      case 'take-back':
        return attestations.takeBack(req.actor, assessment, part)
    }
  }

  return router
}
