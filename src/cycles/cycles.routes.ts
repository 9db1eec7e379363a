import { Router } from 'express'
import { paths } from '../paths'
import { Conflict } from '../refusals'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { parseForm, refuseForm, type FormState } from '../web/form'
import { param } from '../web/param'
import { view } from '../web/view'
import type { CycleFacts } from './cycle-facts'
import { editCyclePage, freshCycle, newCyclePage } from './cycle-form.page'
import { cycleListPage } from './cycle-list.page'
import { cyclePage } from './cycle.page'
import { cycleForm, versionOf, withFixed } from './cycles.form'

const TRAIL_SHOWN = 10

export function cyclesRoutes({ cycles, instruments, audit, clock }: Services): Router {
  const router = Router()

  const choices = async () => {
    const versions = await instruments.versions()
    return { instruments: versions, predicates: await instruments.predicates(versions) }
  }

  router.get(paths.cycles.pattern, allow('manage-cycles'), async (req, res) => {
    view(res, 'cycles/list', cycleListPage(await cycles.list(req.actor)))
  })

  router.get(paths.newCycle.pattern, allow('manage-cycles'), async (_req, res) => {
    const offered = await choices()
    view(res, 'cycles/form', newCyclePage(offered, freshCycle(offered.instruments, clock())))
  })

  router.post(paths.newCycle.pattern, allow('manage-cycles'), async (req, res) => {
    const refuse = async (form: FormState) =>
      view(res, 'cycles/form', newCyclePage(await choices(), form), 422)
    const form = parseForm(cycleForm, req.body)
    if (!form.ok) return refuse(form)
    const made = await attempt(cycles.create(req.actor, form.value))
    if (!made.ok) return refuse(refuseForm(req.body, made.errors))
    req.session.notice = {
      tone: 'ok',
      lead: 'Siklus ditambahkan.',
      text: 'Berikutnya, buka penilaian untuk satker.',
    }
    res.redirect(303, paths.cycle(made.value))
  })

  router.get(paths.cycle.pattern, allow('manage-cycles'), async (req, res) => {
    const cycle = await cycles.get(param(req, 'cycle'))
    const [counts, trail] = await Promise.all([
      cycles.stageCounts(req.actor, cycle.id),
      audit.trailOf([cycle.id], TRAIL_SHOWN),
    ])
    view(res, 'cycles/cycle', cyclePage(cycle, counts, trail, clock()))
  })

  router.get(paths.editCycle.pattern, allow('manage-cycles'), async (req, res) => {
    const cycle = await cycles.get(param(req, 'cycle'))
    view(res, 'cycles/form', editCyclePage(cycle, await choices()))
  })

  router.post(paths.editCycle.pattern, allow('manage-cycles'), async (req, res) => {
    const cycle = await cycles.get(param(req, 'cycle'))
    const body = withFixed(cycle, req.body)
    const show = async (standing: CycleFacts, form: FormState, clash: boolean) => {
      const page = editCyclePage(standing, await choices(), { form, clash })
      view(res, 'cycles/form', page, clash ? 409 : 422)
    }
    const form = parseForm(cycleForm, body)
    if (!form.ok) return show(cycle, form, false)
    try {
      const saved = await attempt(cycles.edit(req.actor, cycle.id, versionOf(body), form.value))
      if (!saved.ok) return show(cycle, refuseForm(body, saved.errors), false)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      return show(error.current as CycleFacts, refuseForm(body, {}), true)
    }
    req.session.notice = { tone: 'ok', lead: 'Perubahan tersimpan.', text: '' }
    res.redirect(303, paths.cycle(cycle.id))
  })

  return router
}
