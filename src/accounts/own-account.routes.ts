import { Router } from 'express'
import { paths } from '../paths'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { parseForm, refuseForm } from '../web/form'
import { signIn, signOut } from '../web/passport'
import { view } from '../web/view'
import { ownAccountPage } from './own-account.page'
import { partNames } from './part-names'
import { ownEmailForm, ownPasswordForm } from './sign-in.form'
import { ownPasswordLimit } from './sign-in-limits'
import { ownEmailPage, ownPasswordPage } from './sign-in.page'

export function ownAccountRoutes({
  accounts,
  memberships,
  instruments,
  deliveries,
  roster,
  leavers,
  participants,
  plan,
  innovations,
  clock,
}: Services): Router {
  const router = Router()

  router.get(paths.ownAccount.pattern, allow('signed-in'), async (req, res) => {
    const [user, own, instrument, delivery] = await Promise.all([
      accounts.ownUser(req.actor),
      memberships.own(req.actor),
      instruments.inUse(),
      deliveries.of(req.actor),
    ])
    const rows = await roster.keptAbout(user.nip)
    const ids = rows.map(row => row.id)
    const [activities, goals, made] = await Promise.all([
      participants.countsOf(ids),
      plan.ownedBy(ids),
      innovations.madeBy(ids),
    ])
    const kept = { rows, months: leavers.months, named: { activities, goals, innovations: made } }
    const facts = { user, memberships: own, delivery, kept }
    view(res, 'accounts/own-account', ownAccountPage(req.actor, facts, partNames(instrument), clock()))
  })

  const guessing = ownPasswordLimit()

  router.get(paths.ownPassword.pattern, allow('signed-in'), (req, res) => {
    view(res, 'accounts/own-password', ownPasswordPage(req.actor.mustChangePassword))
  })

  router.post(paths.ownPassword.pattern, allow('signed-in'), guessing, async (req, res) => {
    const first = req.actor.mustChangePassword
    const form = parseForm(ownPasswordForm, req.body)
    if (!form.ok) return view(res, 'accounts/own-password', ownPasswordPage(first, form), 422)
    const { current, password } = form.value
    const changed = await attempt(accounts.changePassword(req.actor, current, password))
    if (!changed.ok) {
      const refused = refuseForm(req.body, changed.errors)
      return view(res, 'accounts/own-password', ownPasswordPage(first, refused), 422)
    }
    await signIn(req, req.actor.userId ?? '', changed.value.startedAt)
    req.session.notice = {
      tone: 'ok',
      lead: 'Kata sandi tersimpan.',
      text: 'Sesi di peranti lain sudah berakhir.',
    }
    res.redirect(303, first ? paths.home() : paths.ownAccount())
  })

  router.get(paths.ownEmail.pattern, allow('signed-in'), (_req, res) => {
    view(res, 'accounts/own-email', ownEmailPage())
  })

  router.post(paths.ownEmail.pattern, allow('signed-in'), guessing, async (req, res) => {
    const form = parseForm(ownEmailForm, req.body)
    if (!form.ok) return view(res, 'accounts/own-email', ownEmailPage(form), 422)
    const { current, email } = form.value
    const changed = await attempt(accounts.changeEmail(req.actor, current, email))
    if (!changed.ok)
      return view(res, 'accounts/own-email', ownEmailPage(refuseForm(req.body, changed.errors)), 422)
    req.session.notice = { tone: 'ok', lead: 'Surel tersimpan.', text: email }
    res.redirect(303, paths.ownAccount())
  })

  router.post(paths.ownSessions.pattern, allow('signed-in'), async (req, res) => {
    await accounts.endSessions(req.actor)
    await signOut(req)
    res.redirect(303, paths.signIn())
  })

  return router
}
