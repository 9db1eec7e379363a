import { Router, type Request, type Response } from 'express'
import { paths } from '../paths'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { parseForm, refuseForm } from '../web/form'
import { param } from '../web/param'
import { view } from '../web/view'
import { assignedWords, spreadWords } from './assignment-outcome'
import {
  assignableFilter,
  assignmentForm,
  assignmentsQuery,
  spreadForm,
  type AssignmentsQuery,
} from './assignments.form'
import { ASSIGNMENTS_PAGE, assignmentsPage, type RefusedAssignment } from './assignments.page'

export function evaluatorAssignmentRoutes({ cycles, teams }: Services): Router {
  const router = Router()

  router.get(paths.evaluatorAssignments.pattern, allow('manage-teams'), async (req, res) => {
    await show(req, res, assignmentsQuery.parse(req.query))
  })

  router.post(paths.evaluatorAssignments.pattern, allow('manage-teams'), async (req, res) => {
    const cycle = await cycles.get(param(req, 'cycle'))
    const query = assignmentsQuery.parse(req.body)
    const form = parseForm(assignmentForm, req.body)
    if (!form.ok) return show(req, res, query, { which: 'assign', form })
    const { assessment, member, reason } = form.value
    const done = await attempt(teams.assignMany(req.actor, cycle, assessment, { ...member, reason }))
    if (!done.ok) return show(req, res, query, { which: 'assign', form: refuseForm(req.body, done.errors) })
    req.session.notice = assignedWords(done.value)
    res.redirect(303, addressOf(cycle.id, query))
  })

  router.post(paths.evaluatorSpread.pattern, allow('manage-teams'), async (req, res) => {
    const cycle = await cycles.get(param(req, 'cycle'))
    const query = assignmentsQuery.parse(req.body)
    const form = parseForm(spreadForm, req.body)
    if (!form.ok) return show(req, res, query, { which: 'spread', form })
    const filter = assignableFilter(query, await teams.kanwil(cycle.id))
    const done = await attempt(teams.spread(req.actor, cycle, filter, form.value.teams))
    if (!done.ok) return show(req, res, query, { which: 'spread', form: refuseForm(req.body, done.errors) })
    req.session.notice = spreadWords(done.value)
    res.redirect(303, addressOf(cycle.id, query))
  })

  return router

  async function show(
    req: Request,
    res: Response,
    query: AssignmentsQuery,
    refused: RefusedAssignment | null = null,
  ) {
    const cycle = await cycles.get(param(req, 'cycle'))
    const [all, kanwil] = await Promise.all([teams.ofCycle(cycle.id), teams.kanwil(cycle.id)])
    const filter = assignableFilter(query, kanwil)
    const page = { limit: ASSIGNMENTS_PAGE, offset: (query.hal - 1) * ASSIGNMENTS_PAGE }
    const { rows, total, unassigned } = await teams.assignable(req.actor, cycle.id, filter, page)
    const facts = { cycle, query, teams: all, kanwil, rows, total, unassigned }
    view(res, 'evaluation/assignments', assignmentsPage(facts, refused), refused ? 422 : 200)
  }
}

const addressOf = (cycleId: string, { cari, kanwil, tampil, hal }: AssignmentsQuery): string =>
  `${paths.evaluatorAssignments(cycleId)}?${new URLSearchParams({ cari, kanwil, tampil, hal: String(hal) }).toString()}`
