import { Router, type Request, type Response } from 'express'
import { paths } from '../paths'
import { NotFound } from '../refusals'
import type { Services } from '../services'
import { allow, wantsJson } from '../web/allow'
import { attempt } from '../web/attempt'
import { parseForm, refuseForm, type FormState } from '../web/form'
import { param } from '../web/param'
import { view } from '../web/view'
import { openingProgress, openingProgressPage } from './opening-progress.page'
import { OPENING_PAGE_SIZE, openingPage } from './opening.page'
import { openingForm, openingQuery, type OpeningQuery } from './openings.form'

const REFRESH_SECONDS = 2

export function openingsRoutes({ cycles, openings }: Services): Router {
  const router = Router()

  router.get(paths.cycleOpening.pattern, allow('manage-cycles'), async (req, res) => {
    await showChoice(req, res, openingQuery.parse(req.query))
  })

  router.post(paths.cycleOpening.pattern, allow('manage-cycles'), async (req, res) => {
    const cycle = await cycles.get(param(req, 'cycle'))
    const filter = parseForm(openingQuery, req.body)
    const query = filter.ok ? filter.value : openingQuery.parse({})
    const form = parseForm(openingForm, req.body)
    if (!form.ok) return showChoice(req, res, query, form)
    const { choice, satker, predicate } = form.value
    const chosen = choice === 'found' ? { found: filterOf(query) } : { ids: satker }
    const started = await attempt(openings.start(req.actor, cycle, chosen, predicate))
    if (!started.ok) return showChoice(req, res, query, refuseForm(req.body, started.errors))
    res.redirect(303, paths.cycleOpeningProgress(cycle.id, started.value))
  })

  router.get(paths.cycleOpeningProgress.pattern, allow('manage-cycles'), async (req, res) => {
    const cycle = await cycles.get(param(req, 'cycle'))
    try {
      const opening = openings.find(req.actor, cycle.id, param(req, 'opening'))
      if (wantsJson(req)) return void res.json(openingProgress(opening))
      if (opening.state === 'running' && req.query['segar'] === 'ya')
        res.setHeader('Refresh', String(REFRESH_SECONDS))
      view(res, 'cycles/opening-progress', openingProgressPage(cycle, opening))
    } catch (error) {
      if (!(error instanceof NotFound) || wantsJson(req)) throw error
      req.session.notice = {
        tone: 'info',
        lead: 'Pembukaan itu tidak lagi berjalan.',
        text: 'Satker yang belum dibuka ada di bawah; buka lagi untuk melanjutkan.',
      }
      res.redirect(303, paths.cycleOpening(cycle.id))
    }
  })

  router.post(paths.cycleOpeningProgress.pattern, allow('manage-cycles'), async (req, res) => {
    const cycle = await cycles.get(param(req, 'cycle'))
    const opening = param(req, 'opening')
    openings.resume(req.actor, cycle.id, opening)
    res.redirect(303, paths.cycleOpeningProgress(cycle.id, opening))
  })

  return router

  async function showChoice(req: Request, res: Response, query: OpeningQuery, refused?: FormState) {
    const cycle = await cycles.get(param(req, 'cycle'))
    const page = { limit: OPENING_PAGE_SIZE, offset: (query.hal - 1) * OPENING_PAGE_SIZE }
    const [rows, branches, predicates] = await Promise.all([
      openings.candidates(req.actor, cycle, filterOf(query), page),
      openings.branches(req.actor),
      openings.predicates(cycle),
    ])
    const facts = { cycle, query, rows, branches, predicates }
    view(res, 'cycles/opening', openingPage(facts, refused), refused ? 422 : 200)
  }
}

const filterOf = (query: OpeningQuery) => ({
  search: query.cari,
  level: query.tingkat,
  under: query.induk,
  all: query.tampil === 'semua',
})
