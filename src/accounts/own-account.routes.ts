import { Router } from 'express'
import { Invalid } from '../refusals'
import { paths } from '../paths'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { parseForm, refuseForm } from '../web/form'
import { signIn, signOut } from '../web/passport'
import { view } from '../web/view'
import { ownAccountPage } from './own-account.page'
import { ownPasswordForm } from './sign-in.form'
import { ownPasswordLimit } from './sign-in-limits'
import { ownPasswordPage } from './sign-in.page'

export function ownAccountRoutes({ accounts, memberships, clock }: Services): Router {
  const router = Router()

  router.get(paths.ownAccount.pattern, allow('signed-in'), async (req, res) => {
    const [user, own] = await Promise.all([accounts.ownUser(req.actor), memberships.own(req.actor)])
    view(res, 'accounts/own-account', ownAccountPage(req.actor, user, own, clock()))
  })

  router.get(paths.ownPassword.pattern, allow('signed-in'), (req, res) => {
    view(res, 'accounts/own-password', ownPasswordPage(req.actor.mustChangePassword))
  })

  router.post(paths.ownPassword.pattern, allow('signed-in'), ownPasswordLimit(), async (req, res) => {
    const first = req.actor.mustChangePassword
    const form = parseForm(ownPasswordForm, req.body)
    if (!form.ok) return view(res, 'accounts/own-password', ownPasswordPage(first, form), 422)
    const { current, password } = form.value
    const refused = await accounts.changePassword(req.actor, current, password).then(
      () => null,
      (error: unknown) => {
        if (error instanceof Invalid) return error.fields
        throw error
      },
    )
    if (refused)
      return view(res, 'accounts/own-password', ownPasswordPage(first, refuseForm(req.body, refused)), 422)
    await signIn(req, req.actor.userId ?? '', clock().toISOString())
    req.session.notice = {
      tone: 'ok',
      lead: 'Kata sandi tersimpan.',
      text: 'Sesi di peranti lain sudah berakhir.',
    }
    res.redirect(303, first ? paths.home() : paths.ownAccount())
  })

  router.post(paths.ownSessions.pattern, allow('signed-in'), async (req, res) => {
    await accounts.endSessions(req.actor)
    await signOut(req)
    res.redirect(303, paths.signIn())
  })

  return router
}
