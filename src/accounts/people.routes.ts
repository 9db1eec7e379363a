import { Router, type Request } from 'express'
import { paths } from '../paths'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { freshForm, parseForm, refuseForm } from '../web/form'
import { param } from '../web/param'
import { view } from '../web/view'
import { membershipChoices, SATKER_CHOICES } from './membership.page'
import { partNames } from './part-names'
import { PEOPLE_PAGE_SIZE, peopleListPage } from './people-list.page'
import { newPersonForm, peopleQuery, personForm } from './people.form'
import { editPersonPage, linkIssuedPage, newPersonPage, personPage } from './person.page'

export function peopleRoutes({ people, satker, instruments, clock }: Services): Router {
  const router = Router()
  const parts = async () => partNames(await instruments.inUse())
  const choicesFor = async (req: Request) => {
    const reached = satker.reached(req.actor, 'manage-accounts', SATKER_CHOICES + 1)
    return membershipChoices(req.actor, await reached, await parts())
  }

  router.get(paths.accounts.pattern, allow('manage-accounts'), async (req, res) => {
    const query = peopleQuery.parse(req.query)
    const list = await people.list(req.actor, {
      search: query.cari,
      role: query.peran,
      satker: query.satker,
      state: query.status,
      limit: PEOPLE_PAGE_SIZE,
      offset: (query.hal - 1) * PEOPLE_PAGE_SIZE,
    })
    view(res, 'accounts/list', peopleListPage(query, list, clock()))
  })

  router.get(paths.newAccount.pattern, allow('manage-accounts'), async (req, res) => {
    const { satker: wanted } = req.query
    const form = freshForm(typeof wanted === 'string' ? { satker: wanted.slice(0, 200) } : {})
    view(res, 'accounts/new', newPersonPage(await choicesFor(req), form))
  })

  /** Answers with the link itself: it is kept nowhere, so there is no page to go to. */
  router.post(paths.newAccount.pattern, allow('manage-accounts'), async (req, res) => {
    const form = parseForm(newPersonForm(await parts()), req.body)
    if (!form.ok) return view(res, 'accounts/new', newPersonPage(await choicesFor(req), form), 422)
    const { name, nip, email, ...first } = form.value
    const made = await attempt(people.create(req.actor, { name, nip, email }, first))
    if (made.ok)
      return view(
        res,
        'accounts/link-issued',
        linkIssuedPage({ id: made.value.id, name }, made.value.link),
        201,
      )
    const refused = refuseForm(req.body, made.errors)
    view(res, 'accounts/new', newPersonPage(await choicesFor(req), refused), 422)
  })

  router.get(paths.account.pattern, allow('manage-accounts'), async (req, res) => {
    const person = await people.get(req.actor, param(req, 'user'))
    view(res, 'accounts/person', personPage(req.actor, person, await choicesFor(req), clock()))
  })

  router.get(paths.editAccount.pattern, allow('manage-accounts'), async (req, res) => {
    const person = await people.changeable(req.actor, param(req, 'user'))
    view(res, 'accounts/edit', editPersonPage(req.actor, person))
  })

  router.post(paths.editAccount.pattern, allow('manage-accounts'), async (req, res) => {
    const person = await people.changeable(req.actor, param(req, 'user'))
    const form = parseForm(personForm, req.body)
    if (!form.ok) return view(res, 'accounts/edit', editPersonPage(req.actor, person, form), 422)
    const saved = await attempt(people.edit(req.actor, person.id, form.value))
    if (!saved.ok)
      return view(
        res,
        'accounts/edit',
        editPersonPage(req.actor, person, refuseForm(req.body, saved.errors)),
        422,
      )
    req.session.notice = { tone: 'ok', lead: 'Data tersimpan.', text: form.value.name }
    res.redirect(303, paths.account(person.id))
  })

  /** As above, the answer is the link itself. */
  router.post(paths.accountLink.pattern, allow('manage-accounts'), async (req, res) => {
    const person = await people.get(req.actor, param(req, 'user'))
    const link = await people.giveLink(req.actor, person.id)
    view(res, 'accounts/link-issued', linkIssuedPage(person, link), 201)
  })

  router.post(paths.accountClosure.pattern, allow('manage-accounts'), async (req, res) => {
    const id = param(req, 'user')
    await people.disable(req.actor, id)
    req.session.notice = { tone: 'ok', lead: 'Akun dinonaktifkan.', text: 'Semua sesinya berakhir.' }
    res.redirect(303, paths.account(id))
  })

  router.post(paths.accountReopening.pattern, allow('manage-accounts'), async (req, res) => {
    const id = param(req, 'user')
    await people.enable(req.actor, id)
    req.session.notice = { tone: 'ok', lead: 'Akun diaktifkan kembali.', text: '' }
    res.redirect(303, paths.account(id))
  })

  return router
}
