import { Router } from 'express'
import { paths } from '../paths'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { parseForm, refuseForm } from '../web/form'
import { param } from '../web/param'
import { view } from '../web/view'
import { endMembershipPage, membershipChoices, SATKER_CHOICES } from './membership.page'
import { partNames } from './part-names'
import { endMembershipForm, membershipForm } from './people.form'
import { linkIssuedPage, personPage, revokedWords } from './person.page'

const REVOKED = 'Kata sandi lama sudah diakhiri; buat tautan setelah akunnya diaktifkan.'

export function membershipRoutes({ people, memberships, satker, instruments, clock }: Services): Router {
  const router = Router()

  /** A link that is due with the role is kept nowhere, so the answer itself shows it. */
  router.post(paths.accountMemberships.pattern, allow('manage-accounts'), async (req, res) => {
    const person = await people.get(req.actor, param(req, 'user'))
    const parts = partNames(await instruments.inUse())
    const form = parseForm(membershipForm(parts), req.body)
    const given = form.ok ? await attempt(memberships.give(req.actor, person.id, form.value)) : undefined
    if (given?.ok) {
      const { isRevoked, link } = given.value
      if (link)
        return view(res, 'accounts/link-issued', linkIssuedPage(person, link, revokedWords(person)), 201)
      req.session.notice = { tone: 'ok', lead: 'Peran diberikan.', text: isRevoked ? REVOKED : person.name }
      return res.redirect(303, paths.account(person.id))
    }
    const refused = form.ok ? refuseForm(req.body, given?.errors ?? {}) : form
    const reached = await satker.reached(req.actor, 'manage-accounts', SATKER_CHOICES + 1)
    const choices = membershipChoices(req.actor, reached, parts)
    view(res, 'accounts/person', personPage(req.actor, person, choices, clock(), refused), 422)
  })

  router.get(paths.accountMembership.pattern, allow('manage-accounts'), async (req, res) => {
    const person = await people.get(req.actor, param(req, 'user'))
    const membership = await memberships.get(req.actor, person.id, param(req, 'membership'))
    view(res, 'accounts/end-membership', endMembershipPage(person, membership))
  })

  router.post(paths.accountMembership.pattern, allow('manage-accounts'), async (req, res) => {
    const person = await people.get(req.actor, param(req, 'user'))
    const membership = await memberships.get(req.actor, person.id, param(req, 'membership'))
    const form = parseForm(endMembershipForm, req.body)
    if (!form.ok)
      return view(res, 'accounts/end-membership', endMembershipPage(person, membership, form), 422)
    const ended = await attempt(memberships.end(req.actor, person.id, membership.id, form.value))
    if (!ended.ok) {
      const refused = refuseForm(req.body, ended.errors)
      return view(res, 'accounts/end-membership', endMembershipPage(person, membership, refused), 422)
    }
    req.session.notice = { tone: 'ok', lead: 'Peran diakhiri.', text: person.name }
    res.redirect(303, paths.account(person.id))
  })

  return router
}
