import { Router } from 'express'
import { paths } from '../paths'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { param } from '../web/param'
import { partOfQuestion } from './show-worksheet'

export function assignmentsRoutes({ assessments, assignments }: Services): Router {
  const router = Router()

  router.post(paths.assignment.pattern, allow('assign-question'), async (req, res) => {
    const assessment = await assessments.visibleTo(req.actor).get(param(req, 'assessment'))
    const code = param(req, 'question')
    const part = partOfQuestion(assessment, code)
    const user: unknown = (req.body as Record<string, unknown> | undefined)?.['user']
    await assignments.assign(
      req.actor,
      assessment,
      code,
      typeof user === 'string' && user !== '' ? user : null,
    )
    req.session.notice = { tone: 'ok', lead: 'Penanggung jawab tersimpan.', text: '' }
    res.redirect(303, `${paths.worksheetPart(assessment.id, part)}#${code}`)
  })

  return router
}
