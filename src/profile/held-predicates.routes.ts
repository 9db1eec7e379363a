import { Router, type Request, type Response } from 'express'
import { paths } from '../paths'
import { Conflict } from '../refusals'
import { showRegisterNav } from '../registers/register-nav'
import type { RegisterUnit } from '../registers/register-unit'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { parseForm, refuseForm, type FormState } from '../web/form'
import { param } from '../web/param'
import { sendTable, tableKind } from '../web/send-table'
import { view } from '../web/view'
import type { HeldPredicateRow } from './held-predicate-facts'
import { predicatesTable } from './predicate-columns'
import { editPredicatePage, newPredicatePage } from './predicate-form.page'
import { heldPredicateForm } from './profile.form'

/** The predicates that a satker was given and lost. */
export function heldPredicatesRoutes(services: Services): Router {
  const { heldPredicates, registerUnits, instruments } = services
  const router = Router()
  const names = async () => {
    const instrument = await instruments.inUse()
    return new Map(instrument?.predicates.map(({ id, label }) => [id, label] as const) ?? [])
  }
  const read = async (body: unknown) => parseForm(heldPredicateForm([...(await names()).keys()]), body)

  async function showNew(req: Request, res: Response, unit: RegisterUnit, form?: FormState, status = 200) {
    await showRegisterNav(services, req, res, unit)
    view(res, 'profile/predicate-form', newPredicatePage(unit, await names(), form), status)
  }

  async function showForm(
    req: Request,
    res: Response,
    row: HeldPredicateRow,
    state: { readonly form?: FormState; readonly clash?: boolean } = {},
    status = 200,
  ): Promise<void> {
    await showRegisterNav(services, req, res, row)
    view(res, 'profile/predicate-form', editPredicatePage(row, await names(), state), status)
  }

  router.get(paths.predicatesTable.pattern, allow('read-registers'), async (req, res) => {
    const unit = await registerUnits.toRead(req.actor, param(req, 'satker'))
    const rows = await heldPredicates.exported(req.actor, unit)
    const name = `predikat-${unit.satkerCode}-${registerUnits.today(unit)}`
    await sendTable(res, predicatesTable(rows), tableKind(req.query), name)
  })

  router.get(paths.newPredicate.pattern, allow('keep-registers'), async (req, res) => {
    await showNew(req, res, await registerUnits.toKeep(req.actor, param(req, 'satker')))
  })

  router.post(paths.newPredicate.pattern, allow('keep-registers'), async (req, res) => {
    const unit = await registerUnits.toKeep(req.actor, param(req, 'satker'))
    const form = await read(req.body)
    if (!form.ok) return showNew(req, res, unit, form, 422)
    const { version: _version, ...draft } = form.value
    const added = await attempt(heldPredicates.add(req.actor, unit, draft))
    if (!added.ok) return showNew(req, res, unit, refuseForm(req.body, added.errors), 422)
    req.session.notice = { tone: 'ok', lead: 'Predikat tercatat.', text: '' }
    res.redirect(303, paths.profiles(unit.satkerId))
  })

  router.get(paths.editPredicate.pattern, allow('keep-registers'), async (req, res) => {
    await showForm(req, res, await heldPredicates.toKeep(req.actor, param(req, 'held')))
  })

  router.post(paths.editPredicate.pattern, allow('keep-registers'), async (req, res) => {
    const row = await heldPredicates.toKeep(req.actor, param(req, 'held'))
    const form = await read(req.body)
    if (!form.ok) return showForm(req, res, row, { form }, 422)
    const { version, ...draft } = form.value
    try {
      const saved = await attempt(heldPredicates.change(req.actor, row.id, version, draft))
      if (!saved.ok) return await showForm(req, res, row, { form: refuseForm(req.body, saved.errors) }, 422)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      const typed = refuseForm(req.body, {})
      return showForm(req, res, error.current as HeldPredicateRow, { form: typed, clash: true }, 409)
    }
    req.session.notice = { tone: 'ok', lead: 'Perubahan tersimpan.', text: '' }
    res.redirect(303, paths.profiles(row.satkerId))
  })

  router.post(paths.predicateRemoval.pattern, allow('keep-registers'), async (req, res) => {
    const row = await heldPredicates.remove(req.actor, param(req, 'held'))
    req.session.notice = { tone: 'ok', lead: 'Predikat dihapus.', text: '' }
    res.redirect(303, paths.profiles(row.satkerId))
  })

  return router
}
