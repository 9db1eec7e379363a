import { Router, type Request, type Response } from 'express'
import { usesByQuestion } from '../evidence/in-question.page'
import { paths } from '../paths'
import { Conflict, Invalid } from '../refusals'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { parseForm, refuseForm } from '../web/form'
import { param } from '../web/param'
import { view } from '../web/view'
import type { AssessmentContext } from '../assessments/assessment-context'
import type { PrerequisiteRow } from './prerequisites.repository'
import { showAssessmentNav } from '../assessments/assessment-nav'
import { prerequisiteForm } from './prerequisites.form'
import { prerequisitesPage, type RefusedPrerequisite } from './prerequisites.page'

export function prerequisiteRoutes({ assessments, prerequisites, standing, evidence }: Services): Router {
  const router = Router()

  const show = async (
    req: Request,
    res: Response,
    assessment: AssessmentContext,
    refused: RefusedPrerequisite | null = null,
    status = 200,
  ): Promise<void> => {
    showAssessmentNav(res, assessment, req.actor)
    const codes = assessment.instrument.prerequisites.map(({ id }) => `P.${id}`)
    const [values, uses] = await Promise.all([
      prerequisites.valuesOf(assessment),
      evidence.usesOf(assessment, req.actor, codes),
    ])
    const page = prerequisitesPage(
      {
        assessment,
        values,
        uses: usesByQuestion(uses),
        on: standing.judgedOn(assessment),
        readOnly: one =>
          prerequisites.notFilledBy(req.actor, assessment, one) ??
          prerequisites.closedBecause(assessment, one),
        closed: one => prerequisites.closedBecause(assessment, one) !== null,
      },
      req.actor,
      refused,
    )
    view(res, 'prerequisites/prerequisites', page, status)
  }

  router.get(paths.prerequisites.pattern, allow('read-assessment'), async (req, res) => {
    await show(req, res, await assessments.visibleTo(req.actor).get(param(req, 'assessment')))
  })

  router.post(paths.prerequisite.pattern, allow('fill-prerequisite'), async (req, res) => {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    const id = param(req, 'prerequisite')
    const form = parseForm(prerequisiteForm, req.body)
    if (!form.ok) return show(req, res, assessment, { id, form, standing: null }, 422)
    const { value, note, version, pakai } = form.value
    const back = `${paths.prerequisites(assessment.id)}#${id}`
    // Somebody was faster and the person keeps what the other one wrote.
    if (pakai === 'mereka') return res.redirect(303, back)
    try {
      await prerequisites.fill(req.actor, assessment, id, { value: value || null, note, base: version })
    } catch (error) {
      const refused = refusedBy(error, req.body)
      if (!refused) throw error
      return show(req, res, assessment, { id, ...refused }, refused.standing ? 409 : 422)
    }
    req.session.notice = { tone: 'ok', lead: 'Prasyarat tersimpan.', text: '' }
    res.redirect(303, back)
  })

  return router
}

function refusedBy(error: unknown, body: unknown): Omit<RefusedPrerequisite, 'id'> | null {
  if (error instanceof Invalid) return { form: refuseForm(body, error.fields), standing: null }
  if (error instanceof Conflict)
    return { form: refuseForm(body, {}), standing: error.current as PrerequisiteRow }
  return null
}
