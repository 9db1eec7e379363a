import { Router, type Request, type Response } from 'express'
import { keepsAgreements } from '../access/agreement-keeping'
import { partNames } from '../accounts/part-names'
import { paths } from '../paths'
import { showRegisterNav } from '../registers/register-nav'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { parseForm, refuseForm, type FormState } from '../web/form'
import { param } from '../web/param'
import { sendTable, tableKind } from '../web/send-table'
import { view } from '../web/view'
import { agreementsTable } from './agreement-columns'
import type { AgreementUnit } from './agreement-facts'
import { newAgreementPage } from './agreement-form.page'
import { agreementQuery } from './agreement-list'
import { agreementsPaperPage } from './agreement-paper.page'
import { agreementForm } from './agreement.form'
import { evaluationsTable } from './evaluation-columns'
import { agreementsPage } from './agreements.page'
import { plansTable } from './plan-columns'
import { yearlyReportPage } from './yearly-report.page'

/** The agreements of a unit: the list, the same as files and on paper, the report of a year, and a new one. */
export function agreementsRoutes(services: Services): Router {
  const { agreements, entries, instruments } = services
  const router = Router()
  const parts = async () => partNames(await instruments.inUse())

  const load = async (req: Request) => {
    const unit = await agreements.unit(req.actor, param(req, 'satker'))
    const known = await parts()
    return { unit, parts: known, query: agreementQuery(known, req.query), today: agreements.today(unit) }
  }

  router.get(paths.agreements.pattern, allow('read-agreements'), async (req, res) => {
    const asked = await load(req)
    const part = await agreements.page(asked.unit, asked.query)
    await showRegisterNav(services, req, res, asked.unit)
    const keeps = keepsAgreements(req.actor, asked.unit)
    view(res, 'agreements/list', agreementsPage(part, { ...asked, keeps }))
  })

  router.get(paths.agreementsPaper.pattern, allow('read-agreements'), async (req, res) => {
    const asked = await load(req)
    const rows = await agreements.all(asked.unit, asked.query)
    await showRegisterNav(services, req, res, asked.unit)
    view(res, 'agreements/paper', agreementsPaperPage(rows, asked))
  })

  router.get(paths.agreementsTable.pattern, allow('read-agreements'), async (req, res) => {
    const { unit, query, today } = await load(req)
    const rows = await agreements.exported(req.actor, unit, query)
    const name = `kerja-sama-${unit.satkerCode}-${today}`
    const supports = await entries.supportsOf(rows.map(row => row.id))
    await sendTable(res, agreementsTable(rows, supports), tableKind(req.query), name)
  })

  router.get(paths.agreementPlansTable.pattern, allow('read-agreements'), async (req, res) => {
    const { unit, today } = await load(req)
    const all = await agreements.exportedPlans(req.actor, unit)
    const name = `rencana-kerja-sama-${unit.satkerCode}-${today}`
    await sendTable(res, plansTable(all), tableKind(req.query), name)
  })

  router.get(paths.agreementEvaluationsTable.pattern, allow('read-agreements'), async (req, res) => {
    const { unit, today } = await load(req)
    const all = await agreements.exportedEvaluations(req.actor, unit)
    const name = `evaluasi-kerja-sama-${unit.satkerCode}-${today}`
    await sendTable(res, evaluationsTable(all), tableKind(req.query), name)
  })

  router.get(paths.agreementsReport.pattern, allow('read-agreements'), async (req, res) => {
    const { unit, today } = await load(req)
    const all = await agreements.everything(unit)
    await showRegisterNav(services, req, res, unit)
    view(res, 'agreements/yearly-report', yearlyReportPage(all, { unit, today, asked: req.query['tahun'] }))
  })

  async function showNew(req: Request, res: Response, unit: AgreementUnit, form?: FormState, status = 200) {
    await showRegisterNav(services, req, res, unit)
    view(res, 'agreements/form', newAgreementPage(unit, await parts(), form), status)
  }

  router.get(paths.newAgreement.pattern, allow('keep-agreements'), async (req, res) => {
    await showNew(req, res, await agreements.unitToKeep(req.actor, param(req, 'satker')))
  })

  router.post(paths.newAgreement.pattern, allow('keep-agreements'), async (req, res) => {
    const unit = await agreements.unitToKeep(req.actor, param(req, 'satker'))
    const form = parseForm(agreementForm(await parts()), req.body)
    if (!form.ok) return showNew(req, res, unit, form, 422)
    const added = await attempt(agreements.add(req.actor, unit, form.value))
    if (!added.ok) return showNew(req, res, unit, refuseForm(req.body, added.errors), 422)
    req.session.notice = { tone: 'ok', lead: 'Kerja sama tercatat.', text: 'Lengkapi rencana kerjanya.' }
    res.redirect(303, paths.cooperation(added.value))
  })

  return router
}
