import { Router, type Request, type Response } from 'express'
import { partNames } from '../accounts/part-names'
import { paths } from '../paths'
import { showRegisterNav } from '../registers/register-nav'
import { keepsRegisters, type RegisterUnit } from '../registers/register-unit'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { parseForm, refuseForm, type FormState } from '../web/form'
import { param } from '../web/param'
import { sendTable, tableKind } from '../web/send-table'
import { view } from '../web/view'
import { newInputPage } from './input-form.page'
import { inputTitle } from './input-words'
import { inputsTable } from './inputs-columns'
import { complaintsForm, fieldFaults, meetingForm } from './inputs.form'
import { drawnYear, inputsQuery } from './inputs-list'
import { inputsPage } from './inputs.page'
import { inputsPaperPage } from './inputs-paper.page'

/** What stakeholders told a satker: the list, the same as a file and on paper, and what is new. */
export function inputsRoutes(services: Services): Router {
  const { inputs, registerUnits, instruments } = services
  const router = Router()

  const load = async (req: Request) => {
    const unit = await registerUnits.toRead(req.actor, param(req, 'satker'))
    const today = registerUnits.today(unit)
    const range = { parts: await parts(), today }
    return { unit, ...range, query: inputsQuery(range, req.query) }
  }

  router.get(paths.inputs.pattern, allow('read-registers'), async (req, res) => {
    const asked = await load(req)
    const part = await inputs.page(asked.unit, asked.query, drawnYear(asked.query, asked.today))
    await showRegisterNav(services, req, res, asked.unit)
    const keeps = keepsRegisters(req.actor, asked.unit)
    view(res, 'inputs/inputs', inputsPage(part, { ...asked, keeps }))
  })

  router.get(paths.inputsPaper.pattern, allow('read-registers'), async (req, res) => {
    const asked = await load(req)
    const rows = await inputs.all(asked.unit, asked.query)
    const complaints = await inputs.complaintsOf(asked.unit, drawnYear(asked.query, asked.today))
    await showRegisterNav(services, req, res, asked.unit)
    view(res, 'inputs/paper', inputsPaperPage(rows, complaints, asked))
  })

  router.get(paths.inputsTable.pattern, allow('read-registers'), async (req, res) => {
    const { unit, query, today } = await load(req)
    const rows = await inputs.exported(req.actor, unit, query)
    await sendTable(res, inputsTable(rows), tableKind(req.query), `masukan-${unit.satkerCode}-${today}`)
  })

  async function showNew(
    req: Request,
    res: Response,
    { unit, complaints }: { readonly unit: RegisterUnit; readonly complaints: boolean },
    form?: FormState,
  ): Promise<void> {
    const setting = { parts: await parts(), today: registerUnits.today(unit), complaints }
    await showRegisterNav(services, req, res, unit)
    view(res, 'inputs/input-form', newInputPage(unit, setting, form), form ? 422 : 200)
  }

  const parts = async () => partNames(await instruments.inUse())

  for (const [path, complaints] of [
    [paths.newComplaints, true],
    [paths.newInput, false],
  ] as const) {
    router.get(path.pattern, allow('keep-registers'), async (req, res) => {
      const unit = await registerUnits.toKeep(req.actor, param(req, 'satker'))
      await showNew(req, res, { unit, complaints })
    })

    router.post(path.pattern, allow('keep-registers'), async (req, res) => {
      const unit = await registerUnits.toKeep(req.actor, param(req, 'satker'))
      const known = await parts()
      const schema = complaints ? complaintsForm(known, registerUnits.today(unit)) : meetingForm(known)
      const form = parseForm(schema, req.body)
      if (!form.ok) return showNew(req, res, { unit, complaints }, form)
      const added = await attempt(inputs.add(req.actor, unit, form.value))
      if (!added.ok) {
        const refused = refuseForm(req.body, fieldFaults(added.errors, complaints))
        return showNew(req, res, { unit, complaints }, refused)
      }
      req.session.notice = { tone: 'ok', lead: 'Masukan tercatat.', text: inputTitle(form.value.draft) }
      res.redirect(303, paths.input(added.value))
    })
  }

  return router
}
