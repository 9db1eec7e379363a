import { Router } from 'express'
import type { Services } from '../services'
import { paths } from '../paths'
import { allow } from '../web/allow'
import { parseForm, refuseForm } from '../web/form'
import { param } from '../web/param'
import { signIn, signOut } from '../web/passport'
import type { Message } from '../web/shell'
import { view } from '../web/view'
import { forgottenPasswordForm, oneTimeLinkForm, signInForm } from './sign-in.form'
import { resetLimit, signInLimits } from './sign-in-limits'
import { forgottenPasswordPage, oneTimeLinkPage, signInPage } from './sign-in.page'

const WRONG = 'NIP atau kata sandi tidak cocok.'

/** Only an address of this site: a path with one slash in front. */
const localPath = (given: unknown): string =>
  typeof given === 'string' && /^\/(?![/\\])/.test(given) ? given : ''

/** What the sign-in page says after another one, by a word of its address: nobody has a session to keep it in. */
const NEWS = {
  diminta: {
    tone: 'info',
    lead: 'Permintaan diterima.',
    text: 'Bila akun itu ada dan bersurel, tautannya sudah dikirim. Tanpa surel, minta tautan kepada administrator satker.',
  },
  tersimpan: { tone: 'ok', lead: 'Kata sandi tersimpan.', text: 'Masuk dengan kata sandi yang baru.' },
} as const satisfies Record<string, Message>

const newsOf = (word: unknown): Message | null =>
  typeof word === 'string' && Object.hasOwn(NEWS, word) ? NEWS[word as keyof typeof NEWS] : null

const signInWith = (news: keyof typeof NEWS) => `${paths.signIn()}?kabar=${news}`

export function signInRoutes({ accounts, links, errands, clock }: Services): Router {
  const router = Router()

  router.get(paths.signIn.pattern, allow('public'), (req, res) => {
    if (req.actor.userId) return res.redirect(303, paths.home())
    res.locals.shell = { ...res.locals.shell, notice: newsOf(req.query['kabar']) }
    view(res, 'accounts/sign-in', signInPage(localPath(req.query['kembali'])))
  })

  router.post(paths.signIn.pattern, allow('public'), ...signInLimits(), async (req, res) => {
    const back = localPath((req.body as Record<string, unknown> | undefined)?.['kembali'])
    const form = parseForm(signInForm, req.body)
    if (!form.ok) return view(res, 'accounts/sign-in', signInPage(back, form), 422)
    // Before the password is looked at: what ends sessions meanwhile must end this one.
    const startedAt = clock().toISOString()
    const user = await accounts.authenticate(form.value.login, form.value.password)
    if (!user || !(await accounts.admit(user, { startedAt }, req.requestId)))
      return view(res, 'accounts/sign-in', signInPage(back, refuseForm(req.body, { '': WRONG })), 422)
    await signIn(req, user.id, startedAt)
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
    res.redirect(303, signInWith('diminta'))
  })

  router.get(paths.oneTimeLink.pattern, allow('public'), async (req, res) => {
    const token = param(req, 'token')
    const user = await links.ownerOf(token)
    view(res, 'accounts/one-time-link', oneTimeLinkPage(token, user.name))
  })

  router.post(paths.oneTimeLink.pattern, allow('public'), async (req, res) => {
    const token = param(req, 'token')
    const user = await links.ownerOf(token)
    const form = parseForm(oneTimeLinkForm, req.body)
    if (!form.ok) return view(res, 'accounts/one-time-link', oneTimeLinkPage(token, user.name, form), 422)
    await accounts.useLink(token, form.value.password, req.requestId)
    res.redirect(303, signInWith('tersimpan'))
  })

  return router
}
