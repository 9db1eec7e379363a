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
import type { InnovationRow } from './innovation-facts'
import { editInnovationPage } from './innovation-form.page'
import { innovationNeedPage } from './innovation-need.page'
import { innovationSheetPage } from './innovation-sheet.page'
import { innovationForm } from './innovation.form'
import { innovationPage } from './innovation.page'

const TRAIL = 30

/** One innovation. */
export function innovationRoutes(services: Services): Router {
  const { innovations, registerUnits, instruments, audit } = services
  const router = Router()
  const settingOf = async (row: InnovationRow) => ({
    parts: partNames(await instruments.inUse()),
    agents: await innovations.agents(row.satkerId),
    today: registerUnits.today(row),
  })

  router.get(paths.innovation.pattern, allow('read-registers'), async (req, res) => {
    const row = await innovations.get(req.actor, param(req, 'innovation'))
    const keeps = keepsRegisters(req.actor, row)
    const trail = keeps ? await audit.trailOf([row.id], TRAIL) : []
    const assessment = await showRegisterNav(services, req, res, row)
    const setting = await settingOf(row)
    const around = entryPanels(await services.around.of(req.actor, row.id), { ...setting, assessment })
    view(res, 'innovations/innovation', innovationPage(row, { ...setting, keeps, trail, around }))
  })

  router.get(paths.innovationSheet.pattern, allow('read-registers'), async (req, res) => {
    const row = await innovations.get(req.actor, param(req, 'innovation'))
    const unit = await registerUnits.toRead(req.actor, row.satkerId)
    await showRegisterNav(services, req, res, unit)
    view(res, 'innovations/sheet', innovationSheetPage(row, { ...(await settingOf(row)), unit }))
  })

  async function showForm(
    req: Request,
    res: Response,
    row: InnovationRow,
    state: { readonly form?: FormState; readonly clash?: boolean } = {},
    status = 200,
  ): Promise<void> {
    await showRegisterNav(services, req, res, row)
    view(res, 'innovations/innovation-form', editInnovationPage(row, await settingOf(row), state), status)
  }

  router.get(paths.editInnovation.pattern, allow('keep-registers'), async (req, res) => {
    await showForm(req, res, await innovations.toKeep(req.actor, param(req, 'innovation')))
  })

  router.post(paths.editInnovation.pattern, allow('keep-registers'), async (req, res) => {
    const row = await innovations.toKeep(req.actor, param(req, 'innovation'))
    const form = parseForm(innovationForm(partNames(await instruments.inUse())), req.body)
    if (!form.ok) return showForm(req, res, row, { form }, 422)
    const { version, ...draft } = form.value
    try {
      const saved = await attempt(innovations.change(req.actor, row.id, version, draft))
      if (!saved.ok) return await showForm(req, res, row, { form: refuseForm(req.body, saved.errors) }, 422)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      const typed = refuseForm(req.body, {})
      return showForm(req, res, error.current as InnovationRow, { form: typed, clash: true }, 409)
    }
    req.session.notice = { tone: 'ok', lead: 'Perubahan tersimpan.', text: draft.name }
    res.redirect(303, paths.innovation(row.id))
  })

  router.post(paths.innovationRemoval.pattern, allow('keep-registers'), async (req, res) => {
    const { satkerId, name } = await innovations.remove(req.actor, param(req, 'innovation'))
    req.session.notice = { tone: 'ok', lead: 'Inovasi dihapus.', text: name }
    res.redirect(303, paths.innovations(satkerId))
  })

  router.get(paths.innovationNeed.pattern, allow('keep-registers'), async (req, res) => {
    const row = await innovations.toKeep(req.actor, param(req, 'innovation'))
    const search = typeof req.query['cari'] === 'string' ? req.query['cari'].trim().slice(0, 100) : ''
    const entries = await innovations.candidates(row, search)
    await showRegisterNav(services, req, res, row)
    view(res, 'innovations/need', innovationNeedPage(row, entries, search))
  })

  router.post(paths.innovationNeed.pattern, allow('keep-registers'), async (req, res) => {
    const id = param(req, 'innovation')
    await innovations.showNeed(req.actor, id, entryIn(req))
    req.session.notice = {
      tone: 'ok',
      lead: 'Kebutuhan terbukti.',
      text: 'Entri register ditautkan ke inovasi ini.',
    }
    res.redirect(303, paths.innovation(id))
  })

  router.post(paths.innovationNeedRemoval.pattern, allow('keep-registers'), async (req, res) => {
    const id = param(req, 'innovation')
    await innovations.unshowNeed(req.actor, id, entryIn(req))
    req.session.notice = { tone: 'ok', lead: 'Tautan bukti kebutuhan dilepas.', text: '' }
    res.redirect(303, paths.innovation(id))
  })

  return router
}

const entryIn = ({ body }: Request): string => {
  const { entry } = (body ?? {}) as { readonly entry?: unknown }
  return typeof entry === 'string' ? entry : ''
}
