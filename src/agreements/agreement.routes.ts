import { Router, type Request, type Response } from 'express'
import { keepsAgreements } from '../access/agreement-keeping'
import { partNames } from '../accounts/part-names'
import { paths } from '../paths'
import { Conflict } from '../refusals'
import { entryPanels } from '../registers/entry-panels.page'
import { showRegisterNav } from '../registers/register-nav'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { parseForm, refuseForm, type FormState } from '../web/form'
import { param } from '../web/param'
import { view } from '../web/view'
import type { AgreementRow } from './agreement-facts'
import { editAgreementPage } from './agreement-form.page'
import { agreementForm } from './agreement.form'
import { agreementPage } from './agreement.page'

const TRAIL = 30

/** One agreement. */
export function agreementEntryRoutes(services: Services): Router {
  const { agreements, instruments, around, audit } = services
  const router = Router()
  const parts = async () => partNames(await instruments.inUse())

  router.get(paths.cooperation.pattern, allow('read-agreements'), async (req, res) => {
    const agreement = await agreements.get(req.actor, param(req, 'agreement'))
    const keeps = keepsAgreements(req.actor, agreement)
    const whole = await agreements.whole(agreement)
    const assessment = await showRegisterNav(services, req, res, agreement)
    const stands = await around.of(req.actor, agreement.id)
    const setting = {
      today: agreements.today(agreement),
      keeps,
      opensProofs: stands.opens,
      panels: entryPanels(stands, { parts: await parts(), assessment }),
      trail: keeps ? await audit.trailOf([agreement.id], TRAIL) : [],
    }
    view(res, 'agreements/agreement', agreementPage(whole, setting))
  })

  async function showForm(
    req: Request,
    res: Response,
    agreement: AgreementRow,
    state: { readonly form?: FormState; readonly clash?: boolean } = {},
    status = 200,
  ): Promise<void> {
    await showRegisterNav(services, req, res, agreement)
    const filed = { ...agreement, areas: await agreements.areasOf(agreement) }
    view(res, 'agreements/form', editAgreementPage(filed, await parts(), state), status)
  }

  router.get(paths.editAgreement.pattern, allow('keep-agreements'), async (req, res) => {
    await showForm(req, res, await agreements.toKeep(req.actor, param(req, 'agreement')))
  })

  router.post(paths.editAgreement.pattern, allow('keep-agreements'), async (req, res) => {
    const agreement = await agreements.toKeep(req.actor, param(req, 'agreement'))
    const form = parseForm(agreementForm(await parts()), req.body)
    if (!form.ok) return showForm(req, res, agreement, { form }, 422)
    const { version, ...draft } = form.value
    try {
      const saved = await attempt(agreements.change(req.actor, agreement.id, version, draft))
      if (!saved.ok)
        return await showForm(req, res, agreement, { form: refuseForm(req.body, saved.errors) }, 422)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      const typed = refuseForm(req.body, {})
      return showForm(req, res, error.current as AgreementRow, { form: typed, clash: true }, 409)
    }
    req.session.notice = { tone: 'ok', lead: 'Perubahan tersimpan.', text: draft.title }
    res.redirect(303, paths.cooperation(agreement.id))
  })

  router.post(paths.agreementRemoval.pattern, allow('keep-agreements'), async (req, res) => {
    const { satkerId, title } = await agreements.remove(req.actor, param(req, 'agreement'))
    req.session.notice = { tone: 'ok', lead: 'Kerja sama dihapus.', text: title }
    res.redirect(303, paths.agreements(satkerId))
  })

  return router
}
