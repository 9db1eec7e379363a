import { Router } from 'express'
import { paths } from '../paths'
import { Invalid } from '../refusals'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { parseForm } from '../web/form'
import { param } from '../web/param'
import { view } from '../web/view'
import { DELIVERY_WORDS } from './deliveries'
import { deliveryPage } from './delivery.page'
import { deliveryForm, inboxQuery, readingForm } from './inbox.form'
import { INBOX_PAGE, inboxPage } from './inbox.page'

export function messagesRoutes({ messages, deliveries, clock }: Services): Router {
  const router = Router()

  router.get(paths.inbox.pattern, allow('signed-in'), async (req, res) => {
    const query = inboxQuery.parse(req.query)
    const found = await messages.inbox(req.actor, {
      unreadOnly: query.saring === 'belum',
      limit: INBOX_PAGE,
      offset: (query.hal - 1) * INBOX_PAGE,
    })
    view(res, 'messages/inbox', inboxPage(req.actor, found, query, clock()))
  })

  /** A message is opened by a form: a link would mark it as read when something only looks ahead. */
  router.post(paths.messageOpening.pattern, allow('signed-in'), async (req, res) => {
    res.redirect(303, await messages.open(req.actor, param(req, 'message')))
  })

  router.post(paths.inboxReading.pattern, allow('signed-in'), async (req, res) => {
    const form = parseForm(readingForm, req.body)
    if (!form.ok) throw new Invalid('Pesan belum ditandai. Buka lagi kotak masuk, lalu ulangi.')
    await messages.readAll(req.actor, form.value.sampai)
    res.redirect(303, paths.inbox())
  })

  router.get(paths.ownDelivery.pattern, allow('signed-in'), async (req, res) => {
    view(res, 'messages/delivery', deliveryPage(await deliveries.of(req.actor), deliveries.canMail))
  })

  router.post(paths.ownDelivery.pattern, allow('signed-in'), async (req, res) => {
    const form = parseForm(deliveryForm, req.body)
    if (!form.ok) {
      const standing = await deliveries.of(req.actor)
      return view(res, 'messages/delivery', deliveryPage(standing, deliveries.canMail, form), 422)
    }
    const { delivery } = form.value
    await deliveries.choose(req.actor, delivery)
    req.session.notice = {
      tone: 'ok',
      lead: 'Pemberitahuan surel tersimpan.',
      text: `${DELIVERY_WORDS[delivery].label}.`,
    }
    res.redirect(303, paths.ownAccount())
  })

  return router
}
