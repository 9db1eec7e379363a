import { Router, type Request, type Response } from 'express'
import { partNames } from '../accounts/part-names'
import { paths } from '../paths'
import { Conflict } from '../refusals'
import { entryPanels } from '../registers/entry-panels.page'
import { showRegisterNav } from '../registers/register-nav'
import { keepsRegisters } from '../registers/register-unit'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { parseForm, refuseForm, type FormState } from '../web/form'
import { param } from '../web/param'
import { view } from '../web/view'
import { linksForm, goalForm, progressForm } from './goal.form'
import type { SeenGoal } from './goal-facts'
import { editGoalPage } from './goal-form.page'
import { goalPage } from './goal.page'
import { goalLinksPage, LINK_WORDS } from './goal-links.page'

const TRAIL = 30

/** A goal of an action plan, its progress and the activities that carry it out. */
export function goalRoutes(services: Services): Router {
  const {
    plan,
    goals,
    goalProgress,
    goalActivities,
    goalReasons,
    registerUnits,
    around,
    instruments,
    audit,
  } = services
  const router = Router()
  const parts = async () => partNames(await instruments.inUse())

  async function showGoal(req: Request, res: Response, goal: SeenGoal, form?: FormState): Promise<void> {
    const keeps = keepsRegisters(req.actor, goal)
    const assessment = await showRegisterNav(services, req, res, goal)
    const setting = {
      today: registerUnits.today(goal),
      keeps,
      reports: await plan.reports([goal.id]),
      around: entryPanels(await around.of(req.actor, goal.id), { parts: await parts(), assessment }),
      trail: keeps ? await audit.trailOf([goal.id], TRAIL) : [],
      form,
    }
    view(res, 'action-plan/goal', goalPage(goal, setting), form ? 422 : 200)
  }

  router.get(paths.goal.pattern, allow('read-registers'), async (req, res) => {
    await showGoal(req, res, await plan.get(req.actor, param(req, 'goal')))
  })

  router.post(paths.goalProgress.pattern, allow('keep-registers'), async (req, res) => {
    const goal = await plan.toKeep(req.actor, param(req, 'goal'))
    const form = parseForm(progressForm, req.body)
    if (!form.ok) return showGoal(req, res, goal, form)
    const reported = await attempt(goalProgress.report(req.actor, goal.id, form.value))
    if (!reported.ok) return showGoal(req, res, goal, refuseForm(req.body, reported.errors))
    req.session.notice = { tone: 'ok', lead: 'Kemajuan tersimpan.', text: `${form.value.percent}%` }
    res.redirect(303, paths.goal(goal.id))
  })

  router.post(paths.goalProgressRemoval.pattern, allow('keep-registers'), async (req, res) => {
    const goal = param(req, 'goal')
    await goalProgress.takeBack(req.actor, goal, param(req, 'report'))
    req.session.notice = { tone: 'ok', lead: 'Laporan kemajuan dihapus.', text: '' }
    res.redirect(303, paths.goal(goal))
  })

  async function showForm(
    req: Request,
    res: Response,
    goal: SeenGoal,
    state: { readonly form?: FormState; readonly clash?: boolean } = {},
    status = 200,
  ): Promise<void> {
    await showRegisterNav(services, req, res, goal)
    view(res, 'action-plan/goal-form', editGoalPage(goal, await parts(), state), status)
  }

  router.get(paths.editGoal.pattern, allow('keep-registers'), async (req, res) => {
    await showForm(req, res, await plan.toKeep(req.actor, param(req, 'goal')))
  })

  router.post(paths.editGoal.pattern, allow('keep-registers'), async (req, res) => {
    const goal = await plan.toKeep(req.actor, param(req, 'goal'))
    const form = parseForm(goalForm(await parts()), req.body)
    if (!form.ok) return showForm(req, res, goal, { form }, 422)
    const { version, ...draft } = form.value
    try {
      const saved = await attempt(goals.change(req.actor, goal.id, version, draft))
      if (!saved.ok) return await showForm(req, res, goal, { form: refuseForm(req.body, saved.errors) }, 422)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      const form = refuseForm(req.body, {})
      return showForm(req, res, error.current as SeenGoal, { form, clash: true }, 409)
    }
    req.session.notice = { tone: 'ok', lead: 'Perubahan tersimpan.', text: draft.title }
    res.redirect(303, paths.goal(goal.id))
  })

  router.post(paths.goalRemoval.pattern, allow('keep-registers'), async (req, res) => {
    const { satkerId, year, title } = await goals.remove(req.actor, param(req, 'goal'))
    req.session.notice = { tone: 'ok', lead: 'Sasaran dihapus.', text: title }
    res.redirect(303, `${paths.actionPlan(satkerId)}?tahun=${year}`)
  })

  const linking = (
    path: typeof paths.goalActivities | typeof paths.goalReasons,
    links: Services['goalActivities'],
    words: (typeof LINK_WORDS)[keyof typeof LINK_WORDS],
  ): void => {
    router.get(path.pattern, allow('keep-registers'), async (req, res) => {
      const goal = await plan.toKeep(req.actor, param(req, 'goal'))
      const { cari } = req.query
      const search = typeof cari === 'string' ? cari.trim().slice(0, 100) : ''
      await showRegisterNav(services, req, res, goal)
      const choices = await links.toChoose(goal, search)
      view(res, 'action-plan/links', goalLinksPage(goal, words, choices, search))
    })

    router.post(path.pattern, allow('keep-registers'), async (req, res) => {
      const goal = await plan.toKeep(req.actor, param(req, 'goal'))
      await links.choose(req.actor, goal.id, linksForm.parse(req.body))
      req.session.notice = { tone: 'ok', lead: 'Pilihan tersimpan.', text: goal.title }
      res.redirect(303, paths.goal(goal.id))
    })
  }
  linking(paths.goalActivities, goalActivities, LINK_WORDS.activities)
  linking(paths.goalReasons, goalReasons, LINK_WORDS.reasons)

  return router
}
