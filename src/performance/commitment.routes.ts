import { Router, type Request, type Response } from 'express'
import { partNames } from '../accounts/part-names'
import { isQuarter, type Quarter } from '../engine/performance/quarters'
import { paths } from '../paths'
import { entryPanels } from '../registers/entry-panels.page'
import { Conflict, NotFound } from '../refusals'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { parseForm, refuseForm, type FormState } from '../web/form'
import { param } from '../web/param'
import { view } from '../web/view'
import { quarterOf, type KeptCommitment, type QuarterRow } from './commitment-facts'
import { editCommitmentPage } from './commitment-form.page'
import { commitmentPage } from './commitment.page'
import { quarterName } from './performance-entries'
import { showRegisterNav } from '../registers/register-nav'
import { commitmentForm, reportForm } from './performance.form'
import { quarterPage, reportFormPage } from './quarter.page'

const TRAIL = 30

interface FormAgain {
  readonly form?: FormState
  readonly clash?: boolean
}

/** One commitment, and its quarters. */
export function commitmentRoutes(services: Services): Router {
  const { performance, quarterReports, around, instruments, audit } = services
  const router = Router()
  const parts = async () => partNames(await instruments.inUse())

  /** The navigation of the page, and what stands around an entry of it; null where there is no such entry yet. */
  async function panelsOf(req: Request, res: Response, one: KeptCommitment, entry: string) {
    const assessment = await showRegisterNav(services, req, res, one)
    const found = await around.find(req.actor, entry)
    return found && entryPanels(found, { parts: await parts(), assessment })
  }

  router.get(paths.commitment.pattern, allow('read-registers'), async (req, res) => {
    const id = param(req, 'commitment')
    const one = await performance.get(req.actor, id)
    const asked = one.quarters.find(quarter => quarter.id === id)
    if (asked) return res.redirect(303, paths.quarter(one.id, String(asked.quarter)))
    const keeps = performance.keeps(req.actor, one)
    const trail = keeps ? await audit.trailOf([one.id], TRAIL) : []
    const panels = await panelsOf(req, res, one, one.id)
    const today = performance.today(one)
    view(res, 'performance/commitment', commitmentPage(one, { today, keeps, panels, trail }))
  })

  async function showForm(
    req: Request,
    res: Response,
    one: KeptCommitment,
    again: FormAgain = {},
    status = 200,
  ) {
    await showRegisterNav(services, req, res, one)
    const { areas } = await performance.supported(one)
    const setting = { parts: await parts(), areas }
    view(res, 'performance/commitment-form', editCommitmentPage(one, setting, again), status)
  }

  router.get(paths.editCommitment.pattern, allow('keep-registers'), async (req, res) => {
    await showForm(req, res, await performance.toKeep(req.actor, param(req, 'commitment')))
  })

  router.post(paths.editCommitment.pattern, allow('keep-registers'), async (req, res) => {
    const one = await performance.toKeep(req.actor, param(req, 'commitment'))
    const form = parseForm(commitmentForm(await parts()), req.body)
    if (!form.ok) return showForm(req, res, one, { form }, 422)
    const { version, areas, year: _, ...facts } = form.value
    const draft = { ...facts, year: one.year }
    try {
      const saved = await attempt(performance.change(req.actor, one.id, version, draft, areas))
      if (!saved.ok) return await showForm(req, res, one, { form: refuseForm(req.body, saved.errors) }, 422)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      const again = { form: refuseForm(req.body, {}), clash: true }
      return showForm(req, res, error.current as KeptCommitment, again, 409)
    }
    req.session.notice = { tone: 'ok', lead: 'Perubahan tersimpan.', text: facts.indicator }
    res.redirect(303, paths.commitment(one.id))
  })

  router.post(paths.commitmentRemoval.pattern, allow('keep-registers'), async (req, res) => {
    const { satkerId, year } = await performance.remove(req.actor, param(req, 'commitment'))
    req.session.notice = { tone: 'ok', lead: 'Indikator dihapus.', text: '' }
    res.redirect(303, `${paths.performance(satkerId)}?tahun=${year}`)
  })

  router.get(paths.quarter.pattern, allow('read-registers'), async (req, res) => {
    const one = await performance.get(req.actor, param(req, 'commitment'))
    const row = rowOf(one, req)
    const panels = await panelsOf(req, res, one, row.id)
    const setting = { today: performance.today(one), keeps: performance.keeps(req.actor, one), panels }
    view(res, 'performance/quarter', quarterPage(one, row, setting))
  })

  async function showReport(
    req: Request,
    res: Response,
    one: KeptCommitment,
    again: FormAgain = {},
    status = 200,
  ) {
    const row = rowOf(one, req)
    await showRegisterNav(services, req, res, one)
    view(res, 'performance/report-form', reportFormPage(one, row, performance.today(one), again), status)
  }

  router.get(paths.quarterReport.pattern, allow('keep-registers'), async (req, res) => {
    await showReport(req, res, await performance.toKeep(req.actor, param(req, 'commitment')))
  })

  router.post(paths.quarterReport.pattern, allow('keep-registers'), async (req, res) => {
    const one = await performance.toKeep(req.actor, param(req, 'commitment'))
    const { quarter } = rowOf(one, req)
    const form = parseForm(reportForm, req.body)
    if (!form.ok) return showReport(req, res, one, { form }, 422)
    const { version, ...draft } = form.value
    try {
      const saved = await attempt(quarterReports.report(req.actor, one.id, quarter, version, draft))
      if (!saved.ok) return await showReport(req, res, one, { form: refuseForm(req.body, saved.errors) }, 422)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      const again = { form: refuseForm(req.body, {}), clash: true }
      return showReport(req, res, error.current as KeptCommitment, again, 409)
    }
    req.session.notice = { tone: 'ok', lead: 'Laporan tersimpan.', text: quarterName(one.year, quarter) }
    res.redirect(303, paths.quarter(one.id, String(quarter)))
  })

  router.post(paths.quarterWithdrawal.pattern, allow('keep-registers'), async (req, res) => {
    const one = await performance.toKeep(req.actor, param(req, 'commitment'))
    const { quarter } = rowOf(one, req)
    await quarterReports.withdraw(req.actor, one.id, quarter)
    req.session.notice = { tone: 'ok', lead: 'Laporan ditarik.', text: quarterName(one.year, quarter) }
    res.redirect(303, paths.commitment(one.id))
  })

  return router
}

function rowOf(one: KeptCommitment, req: Request): QuarterRow {
  const asked = Number(param(req, 'quarter'))
  const row = isQuarter(asked) ? quarterOf(one, asked satisfies Quarter) : undefined
  if (!row) throw new NotFound('Triwulan')
  return row
}
