import { Router, type Request, type Response } from 'express'
import type { CycleFacts } from '../cycles/cycle-facts'
import { paths } from '../paths'
import { Closed } from '../refusals'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { parseForm, refuseForm, type FormState } from '../web/form'
import { param } from '../web/param'
import { view } from '../web/view'
import { seatForm, teamForm } from './teams.form'
import { teamsPage, type RefusedTeamForm } from './teams.page'

export function teamsRoutes({ cycles, teams }: Services): Router {
  const router = Router()

  router.get(paths.teams.pattern, allow('manage-teams'), async (req, res) => {
    await show(res, await cycles.get(param(req, 'cycle')))
  })

  router.post(paths.teams.pattern, allow('manage-teams'), async (req, res) => {
    const cycle = await cycles.get(param(req, 'cycle'))
    const form = parseForm(teamForm, req.body)
    if (!form.ok) return refuse(res, cycle, null, form)
    const made = await attempt(teams.create(req.actor, cycle, form.value.name))
    if (!made.ok) return refuse(res, cycle, null, refuseForm(req.body, made.errors))
    leave(req, res, cycle, 'Tim ditambahkan.', 'Berikutnya, tambahkan evaluator ke dalamnya.')
  })

  router.post(paths.teamSeats.pattern, allow('manage-teams'), async (req, res) => {
    const cycle = await cycles.get(param(req, 'cycle'))
    const team = await teams.get(cycle.id, param(req, 'team'))
    const form = parseForm(seatForm, req.body)
    if (!form.ok) return refuse(res, cycle, team.id, form)
    const { user, seat } = form.value
    const seated = await attempt(teams.seat(req.actor, cycle, team.id, user, seat))
    if (!seated.ok) return refuse(res, cycle, team.id, refuseForm(req.body, seated.errors))
    leave(req, res, cycle, `Evaluator ditambahkan ke ${team.name}.`, '')
  })

  router.post(paths.teamSeatEnd.pattern, allow('manage-teams'), async (req, res) => {
    const cycle = await cycles.get(param(req, 'cycle'))
    try {
      await teams.unseat(req.actor, cycle, param(req, 'team'), param(req, 'seat'))
    } catch (error) {
      if (!(error instanceof Closed)) throw error
      req.session.notice = { tone: 'bad', lead: 'Belum dikeluarkan.', text: error.message }
      return res.redirect(303, paths.teams(cycle.id))
    }
    leave(req, res, cycle, 'Evaluator dikeluarkan dari tim.', 'Lembar yang sudah dibuatnya tetap tersimpan.')
  })

  return router

  async function show(res: Response, cycle: CycleFacts, refused: RefusedTeamForm | null = null) {
    const [all, evaluators] = await Promise.all([teams.ofCycle(cycle.id), teams.evaluators()])
    view(res, 'evaluation/teams', teamsPage({ cycle, teams: all, evaluators }, refused), refused ? 422 : 200)
  }

  function refuse(res: Response, cycle: CycleFacts, team: string | null, form: FormState) {
    return show(res, cycle, { team, form })
  }

  function leave(req: Request, res: Response, cycle: CycleFacts, lead: string, text: string) {
    req.session.notice = { tone: 'ok', lead, text }
    res.redirect(303, paths.teams(cycle.id))
  }
}
