import { Router, type Request, type Response } from 'express'
import { partNames } from '../accounts/part-names'
import { paths } from '../paths'
import { Conflict } from '../refusals'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { parseForm, refuseForm, type FormState } from '../web/form'
import { param } from '../web/param'
import { view } from '../web/view'
import { editEmployeePage } from './employee-form.page'
import { employeePage } from './employee.page'
import type { SeenEmployee } from './employee-facts'
import { keepsRoster } from './roster-access'
import { showRegisterNav } from '../registers/register-nav'
import { employeeForm } from './roster.form'

const TRAIL = 30

/** Somebody of a roster. */
export function employeeRoutes(services: Services): Router {
  const { roster, leavers, instruments, audit } = services
  const router = Router()
  const parts = async () => partNames(await instruments.inUse())

  router.get(paths.employee.pattern, allow('read-roster'), async (req, res) => {
    const employee = await roster.get(req.actor, param(req, 'employee'))
    const keeps = keepsRoster(req.actor, employee)
    const trail = keeps ? await audit.trailOf([employee.id], TRAIL) : []
    const assessment = await showRegisterNav(services, req, res, employee)
    const today = roster.today(employee)
    const setting = { parts: await parts(), today, assessment, keeps, months: leavers.months, trail }
    view(res, 'roster/employee', employeePage(employee, setting))
  })

  async function showForm(
    req: Request,
    res: Response,
    employee: SeenEmployee,
    state: { readonly form?: FormState; readonly clash?: boolean } = {},
    status = 200,
  ): Promise<void> {
    const setting = { parts: await parts(), months: leavers.months }
    await showRegisterNav(services, req, res, employee)
    view(res, 'roster/employee-form', editEmployeePage(employee, setting, state), status)
  }

  router.get(paths.editEmployee.pattern, allow('keep-roster'), async (req, res) => {
    await showForm(req, res, await roster.toKeep(req.actor, param(req, 'employee')))
  })

  router.post(paths.editEmployee.pattern, allow('keep-roster'), async (req, res) => {
    const employee = await roster.toKeep(req.actor, param(req, 'employee'))
    const form = parseForm(employeeForm(await parts()), req.body)
    if (!form.ok) return showForm(req, res, employee, { form }, 422)
    const { version, ...draft } = form.value
    try {
      const saved = await attempt(roster.change(req.actor, employee.id, version, draft))
      if (!saved.ok)
        return await showForm(req, res, employee, { form: refuseForm(req.body, saved.errors) }, 422)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      const form = refuseForm(req.body, {})
      return showForm(req, res, error.current as SeenEmployee, { form, clash: true }, 409)
    }
    req.session.notice = { tone: 'ok', lead: 'Perubahan tersimpan.', text: draft.name }
    res.redirect(303, paths.employee(employee.id))
  })

  router.post(paths.employeeRemoval.pattern, allow('keep-roster'), async (req, res) => {
    const { satkerId } = await roster.remove(req.actor, param(req, 'employee'))
    req.session.notice = { tone: 'ok', lead: 'Catatan pegawai dihapus.', text: '' }
    res.redirect(303, paths.roster(satkerId))
  })

  return router
}
