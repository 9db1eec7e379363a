import { Router, type Request, type Response } from 'express'
import { partNames } from '../accounts/part-names'
import { paths } from '../paths'
import { Conflict } from '../refusals'
import { showRegisterNav } from '../registers/register-nav'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { parseForm, refuseForm, type FormState } from '../web/form'
import { param } from '../web/param'
import { view } from '../web/view'
import { isComplaints, type SupportedInput } from './input-facts'
import { editInputPage } from './input-form.page'
import { inputPage } from './input.page'
import { inputTitle } from './input-words'
import { complaintsForm, fieldFaults, meetingForm } from './inputs.form'

const TRAIL = 30

/** One input of a stakeholder. */
export function inputRoutes(services: Services): Router {
  const { inputs, around, registerUnits, instruments, audit } = services
  const router = Router()
  const parts = async () => partNames(await instruments.inUse())

  router.get(paths.input.pattern, allow('read-registers'), async (req, res) => {
    const input = await inputs.get(req.actor, param(req, 'input'))
    const surrounding = await around.of(req.actor, input.id)
    const trail = surrounding.keeps ? await audit.trailOf([input.id], TRAIL) : []
    const assessment = await showRegisterNav(services, req, res, input)
    const setting = { parts: await parts(), assessment, trail }
    view(res, 'inputs/input', inputPage(input, surrounding, setting))
  })

  async function showForm(
    req: Request,
    res: Response,
    input: SupportedInput,
    state: { readonly form?: FormState; readonly clash?: boolean } = {},
    status = 200,
  ): Promise<void> {
    const setting = { parts: await parts(), today: registerUnits.today(input) }
    await showRegisterNav(services, req, res, input)
    view(res, 'inputs/input-form', editInputPage(input, setting, state), status)
  }

  router.get(paths.editInput.pattern, allow('keep-registers'), async (req, res) => {
    await showForm(req, res, await inputs.toKeep(req.actor, param(req, 'input')))
  })

  router.post(paths.editInput.pattern, allow('keep-registers'), async (req, res) => {
    const input = await inputs.toKeep(req.actor, param(req, 'input'))
    const complaints = isComplaints(input)
    const known = await parts()
    const schema = complaints ? complaintsForm(known, registerUnits.today(input)) : meetingForm(known)
    const form = parseForm(schema, req.body)
    if (!form.ok) return showForm(req, res, input, { form }, 422)
    try {
      const saved = await attempt(inputs.change(req.actor, input.id, form.value))
      if (!saved.ok) {
        const refused = refuseForm(req.body, fieldFaults(saved.errors, complaints))
        return await showForm(req, res, input, { form: refused }, 422)
      }
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      const clash = { form: refuseForm(req.body, {}), clash: true }
      return showForm(req, res, error.current as SupportedInput, clash, 409)
    }
    req.session.notice = { tone: 'ok', lead: 'Perubahan tersimpan.', text: inputTitle(form.value.draft) }
    res.redirect(303, paths.input(input.id))
  })

  router.post(paths.inputRemoval.pattern, allow('keep-registers'), async (req, res) => {
    const { satkerId } = await inputs.remove(req.actor, param(req, 'input'))
    req.session.notice = { tone: 'ok', lead: 'Catatan masukan dihapus.', text: '' }
    res.redirect(303, paths.inputs(satkerId))
  })

  return router
}
