import { Router, type Request, type Response } from 'express'
import { partNames } from '../accounts/part-names'
import { paths } from '../paths'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { freshForm, parseForm, refuseForm, type FormState } from '../web/form'
import { param } from '../web/param'
import { sendTable, tableKind } from '../web/send-table'
import { view } from '../web/view'
import { newEmployeePage } from './employee-form.page'
import { keepsRoster } from './roster-access'
import { rosterTable } from './roster-columns'
import { rosterQuery } from './roster-list'
import { entryPanels } from '../registers/entry-panels.page'
import { showRegisterNav } from '../registers/register-nav'
import { rosterPage } from './roster.page'
import { rosterPaperPage } from './roster-paper.page'
import { employeeForm } from './roster.form'
import type { RosterUnit } from './roster.service'

/** The people of a satker: their list, the same as a file and on paper, and somebody new. */
export function rosterRoutes(services: Services): Router {
  const { roster, leavers, instruments, around } = services
  const router = Router()
  const parts = async () => partNames(await instruments.inUse())

  const load = async (req: Request) => {
    const unit = await roster.unit(req.actor, param(req, 'satker'))
    const names = await parts()
    return { unit, parts: names, query: rosterQuery(names, req.query), today: roster.today(unit) }
  }

  router.get(paths.roster.pattern, allow('read-roster'), async (req, res) => {
    const asked = await load(req)
    const part = await roster.page(req.actor, asked.unit, asked.query)
    const assessment = await showRegisterNav(services, req, res, asked.unit)
    const keeps = keepsRoster(req.actor, asked.unit)
    const isAgents = asked.query.filters.keadaan === 'agen' && part.counts.semua > 0
    const found = isAgents ? await around.find(req.actor, asked.unit.satkerId) : null
    const panels = found && entryPanels(found, { parts: asked.parts, assessment })
    const setting = { ...asked, assessment, keeps, panels, months: leavers.months }
    view(res, 'roster/roster', rosterPage(part, setting))
  })

  router.get(paths.rosterPaper.pattern, allow('read-roster'), async (req, res) => {
    const asked = await load(req)
    const rows = await roster.all(req.actor, asked.unit, asked.query)
    await showRegisterNav(services, req, res, asked.unit)
    view(res, 'roster/paper', rosterPaperPage(rows, asked))
  })

  router.get(paths.rosterTable.pattern, allow('read-roster'), async (req, res) => {
    const { unit, query, today } = await load(req)
    const rows = await roster.exported(req.actor, unit, query)
    await sendTable(res, rosterTable(rows), tableKind(req.query), `pegawai-${unit.satkerCode}-${today}`)
  })

  async function showNew(req: Request, res: Response, unit: RosterUnit, form: FormState, status = 200) {
    const setting = { parts: await parts(), months: leavers.months }
    await showRegisterNav(services, req, res, unit)
    view(res, 'roster/employee-form', newEmployeePage(unit, setting, form), status)
  }

  router.get(paths.newEmployee.pattern, allow('keep-roster'), async (req, res) => {
    const unit = await roster.unitToKeep(req.actor, param(req, 'satker'))
    await showNew(req, res, unit, freshForm())
  })

  router.post(paths.newEmployee.pattern, allow('keep-roster'), async (req, res) => {
    const unit = await roster.unitToKeep(req.actor, param(req, 'satker'))
    const form = parseForm(employeeForm(await parts()), req.body)
    if (!form.ok) return showNew(req, res, unit, form, 422)
    const added = await attempt(roster.add(req.actor, unit, form.value))
    if (!added.ok) return showNew(req, res, unit, refuseForm(req.body, added.errors), 422)
    req.session.notice = { tone: 'ok', lead: 'Pegawai tercatat.', text: form.value.name }
    res.redirect(303, paths.roster(unit.satkerId))
  })

  return router
}
