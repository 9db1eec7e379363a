import { Router } from 'express'
import type { Services } from '../services'
import { paths } from '../paths'
import { allow } from '../web/allow'
import { parseForm, refuseForm } from '../web/form'
import { param } from '../web/param'
import { signIn, signOut } from '../web/passport'
import { view } from '../web/view'
import { forgottenPasswordForm, oneTimeLinkForm, signInForm } from './sign-in.form'
import { resetLimit, signInLimits } from './sign-in-limits'
import { forgottenPasswordPage, oneTimeLinkPage, signInPage } from './sign-in.page'

const WRONG = 'NIP atau kata sandi tidak cocok.'

/** Only an address of this site: a path with one slash in front. */
const localPath = (given: unknown): string =>
  typeof given === 'string' && /^\/(?![/\\])/.test(given) ? given : ''

export function signInRoutes({ accounts, errands, clock }: Services): Router {
  const router = Router()

  router.get(paths.signIn.pattern, allow('public'), (req, res) => {
    if (req.actor.userId) return res.redirect(303, paths.home())
    view(res, 'accounts/sign-in', signInPage(localPath(req.query['kembali'])))
  })

  router.post(paths.signIn.pattern, allow('public'), ...signInLimits(), async (req, res) => {
    const back = localPath((req.body as Record<string, unknown> | undefined)?.['kembali'])
    const form = parseForm(signInForm, req.body)
    if (!form.ok) return view(res, 'accounts/sign-in', signInPage(back, form), 422)
    const user = await accounts.authenticate(form.value.login, form.value.password)
    if (!user)
      return view(res, 'accounts/sign-in', signInPage(back, refuseForm(req.body, { '': WRONG })), 422)
    const startedAt = clock().toISOString()
    await signIn(req, user.id, startedAt)
    await accounts.recordSignIn(user.id, { startedAt }, req.requestId)
    res.redirect(303, back || paths.home())
  })

  router.post(paths.signOut.pattern, allow('signed-in'), async (req, res) => {
    await accounts.recordSignOut(req.actor)
    await signOut(req)
    res.clearCookie('zi.sid')
    res.redirect(303, paths.signIn())
  })

  router.get(paths.forgottenPassword.pattern, allow('public'), (_req, res) => {
    view(res, 'accounts/forgotten-password', forgottenPasswordPage())
  })

  router.post(paths.forgottenPassword.pattern, allow('public'), resetLimit(), (req, res) => {
    const form = parseForm(forgottenPasswordForm, req.body)
    if (!form.ok) return view(res, 'accounts/forgotten-password', forgottenPasswordPage(form), 422)
    // Not awaited: how long it takes would tell whether the account exists.
    errands.start(() => accounts.mailLink(form.value.login, req.requestId))
    req.session.notice = {
      tone: 'info',
      lead: 'Permintaan diterima.',
      text: 'Bila akun itu ada dan bersurel, tautannya sudah dikirim. Tanpa surel, minta tautan kepada administrator satker.',
    }
    res.redirect(303, paths.signIn())
  })

  router.get(paths.oneTimeLink.pattern, allow('public'), async (req, res) => {
    const token = param(req, 'token')
    const user = await accounts.userOfLink(token)
    view(res, 'accounts/one-time-link', oneTimeLinkPage(token, user.name))
  })

  router.post(paths.oneTimeLink.pattern, allow('public'), async (req, res) => {
    const token = param(req, 'token')
    const user = await accounts.userOfLink(token)
    const form = parseForm(oneTimeLinkForm, req.body)
    if (!form.ok) return view(res, 'accounts/one-time-link', oneTimeLinkPage(token, user.name, form), 422)
    await accounts.useLink(token, form.value.password, req.requestId)
    req.session.notice = {
      tone: 'ok',
      lead: 'Kata sandi tersimpan.',
      text: 'Masuk dengan kata sandi yang baru.',
    }
    res.redirect(303, paths.signIn())
  })

  return router
}
