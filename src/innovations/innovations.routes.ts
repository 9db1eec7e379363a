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
import { innovationsTable } from './innovation-columns'
import { newInnovationPage } from './innovation-form.page'
import { innovationQuery } from './innovation-list'
import { innovationForm } from './innovation.form'
import { innovationsPaperPage } from './innovations-paper.page'
import { innovationsPage } from './innovations.page'

/** The innovations of a satker: their list, the same as a file and on paper, and a new one. */
export function innovationsRoutes(services: Services): Router {
  const { innovations, registerUnits, instruments } = services
  const router = Router()
  const parts = async () => partNames(await instruments.inUse())

  const load = async (req: Request) => {
    const unit = await registerUnits.toRead(req.actor, param(req, 'satker'))
    const names = await parts()
    return {
      unit,
      parts: names,
      query: innovationQuery(names, req.query),
      today: registerUnits.today(unit),
      keeps: keepsRegisters(req.actor, unit),
    }
  }

  router.get(paths.innovations.pattern, allow('read-registers'), async (req, res) => {
    const asked = await load(req)
    const part = await innovations.page(asked.unit, asked.query)
    await showRegisterNav(services, req, res, asked.unit)
    view(res, 'innovations/innovations', innovationsPage(part, asked))
  })

  router.get(paths.innovationsPaper.pattern, allow('read-registers'), async (req, res) => {
    const asked = await load(req)
    const rows = await innovations.all(asked.unit, asked.query)
    await showRegisterNav(services, req, res, asked.unit)
    view(res, 'innovations/paper', innovationsPaperPage(rows, asked))
  })

  router.get(paths.innovationsTable.pattern, allow('read-registers'), async (req, res) => {
    const { unit, query, today } = await load(req)
    const rows = await innovations.exported(req.actor, unit, query)
    const table = innovationsTable(rows, await innovations.agents(unit.satkerId))
    await sendTable(res, table, tableKind(req.query), `inovasi-${unit.satkerCode}-${today}`)
  })

  async function showNew(req: Request, res: Response, unit: RegisterUnit, form?: FormState, status = 200) {
    const setting = { parts: await parts(), agents: await innovations.agents(unit.satkerId) }
    await showRegisterNav(services, req, res, unit)
    view(res, 'innovations/innovation-form', newInnovationPage(unit, setting, form), status)
  }

  router.get(paths.newInnovation.pattern, allow('keep-registers'), async (req, res) => {
    await showNew(req, res, await registerUnits.toKeep(req.actor, param(req, 'satker')))
  })

  router.post(paths.newInnovation.pattern, allow('keep-registers'), async (req, res) => {
    const unit = await registerUnits.toKeep(req.actor, param(req, 'satker'))
    const form = parseForm(innovationForm(await parts()), req.body)
    if (!form.ok) return showNew(req, res, unit, form, 422)
    const { version: _version, ...draft } = form.value
    const added = await attempt(innovations.add(req.actor, unit, draft))
    if (!added.ok) return showNew(req, res, unit, refuseForm(req.body, added.errors), 422)
    req.session.notice = {
      tone: 'ok',
      lead: 'Inovasi tercatat.',
      text: 'Tunjukkan kebutuhannya dengan entri register, lalu lengkapi buktinya.',
    }
    res.redirect(303, paths.innovation(added.value))
  })

  return router
}
