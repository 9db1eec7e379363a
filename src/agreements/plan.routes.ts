import { Router, type Request, type Response } from 'express'
import { paths } from '../paths'
import { Conflict } from '../refusals'
import { showRegisterNav } from '../registers/register-nav'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { parseForm, refuseForm } from '../web/form'
import { param } from '../web/param'
import { view } from '../web/view'
import type { AgreementRow, TaskRow } from './agreement-facts'
import type { AgreementFormPage } from './agreement-form.page'
import { evaluationForm, taskForm } from './plan.form'
import { newEvaluationPage, newTaskPage, taskPage } from './plan-forms.page'

/** The work plan of an agreement, task by task, and its evaluations. */
export function agreementPlanRoutes(services: Services): Router {
  const { agreements, agreementPlans } = services
  const router = Router()

  const load = (req: Request) => agreements.toKeep(req.actor, param(req, 'agreement'))
  const settingOf = async ({ actor }: Request, agreement: AgreementRow) => ({
    agreement,
    proofs: await agreementPlans.proofs(actor, agreement),
  })
  async function show(
    req: Request,
    res: Response,
    agreement: AgreementRow,
    page: AgreementFormPage,
    status = 200,
  ) {
    await showRegisterNav(services, req, res, agreement)
    view(res, 'agreements/form', page, status)
  }
  function done(req: Request, res: Response, agreementId: string, lead: string, text = '') {
    req.session.notice = { tone: 'ok', lead, text }
    res.redirect(303, paths.cooperation(agreementId))
  }

  router.get(paths.newAgreementTask.pattern, allow('keep-agreements'), async (req, res) => {
    const agreement = await load(req)
    await show(req, res, agreement, newTaskPage(await settingOf(req, agreement)))
  })

  router.post(paths.newAgreementTask.pattern, allow('keep-agreements'), async (req, res) => {
    const agreement = await load(req)
    const form = parseForm(taskForm, req.body)
    const added = form.ok
      ? await attempt(agreementPlans.addTask(req.actor, agreement.id, form.value))
      : { ok: false as const, errors: form.errors }
    if (added.ok) return done(req, res, agreement.id, 'Tugas tersimpan.')
    const page = newTaskPage(await settingOf(req, agreement), refuseForm(req.body, added.errors))
    await show(req, res, agreement, page, 422)
  })

  router.get(paths.agreementTask.pattern, allow('keep-agreements'), async (req, res) => {
    const agreement = await load(req)
    const task = await agreementPlans.task(agreement, param(req, 'task'))
    await show(req, res, agreement, taskPage(await settingOf(req, agreement), task))
  })

  router.post(paths.agreementTask.pattern, allow('keep-agreements'), async (req, res) => {
    const agreement = await load(req)
    const task = await agreementPlans.task(agreement, param(req, 'task'))
    const refuse = async (errors: Readonly<Record<string, string>>, current?: TaskRow) => {
      const state = { form: refuseForm(req.body, errors), clash: current !== undefined }
      const page = taskPage(await settingOf(req, agreement), current ?? task, state)
      await show(req, res, agreement, page, current ? 409 : 422)
    }
    const form = parseForm(taskForm, req.body)
    if (!form.ok) return refuse(form.errors)
    const { version, ...draft } = form.value
    const place = { agreementId: agreement.id, taskId: task.id, version }
    try {
      const saved = await attempt(agreementPlans.changeTask(req.actor, place, draft))
      if (!saved.ok) return await refuse(saved.errors)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      return refuse({}, error.current as TaskRow)
    }
    done(req, res, agreement.id, 'Tugas tersimpan.', draft.title)
  })

  router.post(paths.agreementTaskRemoval.pattern, allow('keep-agreements'), async (req, res) => {
    const agreement = await load(req)
    await agreementPlans.removeTask(req.actor, agreement.id, param(req, 'task'))
    done(req, res, agreement.id, 'Tugas dihapus.')
  })

  router.get(paths.newAgreementEvaluation.pattern, allow('keep-agreements'), async (req, res) => {
    const agreement = await load(req)
    await show(req, res, agreement, newEvaluationPage(agreement))
  })

  router.post(paths.newAgreementEvaluation.pattern, allow('keep-agreements'), async (req, res) => {
    const agreement = await load(req)
    const form = parseForm(evaluationForm, req.body)
    const added = form.ok
      ? await attempt(agreementPlans.addEvaluation(req.actor, agreement.id, form.value))
      : { ok: false as const, errors: form.errors }
    if (added.ok) return done(req, res, agreement.id, 'Evaluasi tercatat.')
    await show(req, res, agreement, newEvaluationPage(agreement, refuseForm(req.body, added.errors)), 422)
  })

  router.post(paths.agreementEvaluationRemoval.pattern, allow('keep-agreements'), async (req, res) => {
    const agreement = await load(req)
    await agreementPlans.removeEvaluation(req.actor, agreement.id, param(req, 'evaluation'))
    done(req, res, agreement.id, 'Evaluasi dihapus.')
  })

  return router
}
