import { Router, type Request, type Response } from 'express'
import { usesByQuestion } from '../evidence/in-question.page'
import { paths } from '../paths'
import { Conflict, Invalid } from '../refusals'
import type { Services } from '../services'
import { allow, wantsJson } from '../web/allow'
import { parseForm, refuseForm } from '../web/form'
import { param } from '../web/param'
import { view } from '../web/view'
import type { AssessmentContext } from '../assessments/assessment-context'
import { showAssessmentNav } from '../assessments/assessment-nav'
import type { RefusedJson } from '../worksheets/saved-json'
import { contestedJson, filledJson } from './filled.page'
import { prerequisiteFieldForm, prerequisiteForm } from './prerequisites.form'
import { prerequisitesPage, type RefusedPrerequisite } from './prerequisites.page'
import type { PrerequisiteRow } from './prerequisites.repository'
import { standingField, type PrerequisiteChanges } from './standing-prerequisite'

export function prerequisiteRoutes(services: Services): Router {
  const { assessments, prerequisites, standing, evidence, clock } = services
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

  /** One field, sent by a script. */
  const fillField = async (req: Request, res: Response, assessment: AssessmentContext, id: string) => {
    const form = parseForm(prerequisiteFieldForm, req.body)
    if (!form.ok) return void res.status(422).json(refusedJson('Isian ini tidak dapat dibaca.', form.errors))
    if (form.value.actor !== undefined && form.value.actor !== req.actor.userId)
      return void res.status(401).json({
        error: 'signed-out',
        message: 'Isian ini milik akun lain. Masuk dengan akun itu untuk mengirimnya.',
      })
    const { field, base, seen } = form.value
    const mine = form.value.field === 'note' ? { note: form.value.note } : { value: form.value.option }
    const changes: PrerequisiteChanges =
      mine.note === undefined ? { value: { to: mine.value, base } } : { note: { to: mine.note, base } }
    try {
      const row = await prerequisites.fill(req.actor, assessment, id, changes)
      const rows = await prerequisites.valuesOf(assessment)
      const [on, now] = [standing.judgedOn(assessment), clock()]
      res.json(filledJson({ assessment, id, field, row, rows, seen, on, now }))
    } catch (error) {
      if (error instanceof Invalid) return void res.status(422).json(refusedJson(error.message, error.fields))
      if (!(error instanceof Conflict)) throw error
      const stands = standingField(error.current as PrerequisiteRow, field)
      res.status(409).json(contestedJson(assessment, mine, stands, error.message, clock()))
    }
  }

  /** Both fields, posted by a form. */
  const fillForm = async (req: Request, res: Response, assessment: AssessmentContext, id: string) => {
    const form = parseForm(prerequisiteForm, req.body)
    if (!form.ok) return show(req, res, assessment, { id, form, standing: null }, 422)
    const back = `${paths.prerequisites(assessment.id)}#${id}`
    // Somebody was faster and the person keeps what the other one wrote.
    if (form.value.pakai === 'mereka') return res.redirect(303, back)
    try {
      await prerequisites.fill(req.actor, assessment, id, form.value.changes)
    } catch (error) {
      const refused = refusedBy(error, req.body, form.value.changes)
      if (!refused) throw error
      return show(req, res, assessment, { id, ...refused }, refused.standing ? 409 : 422)
    }
    req.session.notice = { tone: 'ok', lead: 'Prasyarat tersimpan.', text: '' }
    res.redirect(303, back)
  }

  router.post(paths.prerequisite.pattern, allow('fill-prerequisite'), async (req, res) => {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    const fill = wantsJson(req) ? fillField : fillForm
    await fill(req, res, assessment, param(req, 'prerequisite'))
  })

  return router
}

function refusedBy(
  error: unknown,
  body: unknown,
  changes: PrerequisiteChanges,
): Omit<RefusedPrerequisite, 'id'> | null {
  if (error instanceof Invalid) return { form: refuseForm(body, error.fields), standing: null }
  if (!(error instanceof Conflict)) return null
  const standing = error.current as PrerequisiteRow
  const { values } = refuseForm(body, {})
  // A field that was not changed here goes along with what stands.
  const merged = {
    ...(changes.value ? {} : { value: standing.value ?? '' }),
    ...(changes.note ? {} : { note: standing.note }),
  }
  return { form: { values: { ...values, ...merged }, errors: {} }, standing }
}

const refusedJson = (message: string, fields: RefusedJson['fields']) =>
  ({ error: 'invalid', message, fields: fields ?? {} }) satisfies RefusedJson
