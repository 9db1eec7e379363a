import { Router, type Request, type Response } from 'express'
import { paths } from '../paths'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { parseForm, refuseForm, type FormState } from '../web/form'
import { formatCount } from '../web/format/number'
import { param } from '../web/param'
import { view } from '../web/view'
import { drawForm, samplesQuery } from './samples.form'
import { samplesPage } from './samples.page'

/** The centre draws samples and follows them. */
export function samplesRoutes({ cycles, samples }: Services): Router {
  const router = Router()

  router.get(paths.samples.pattern, allow('manage-teams'), (req, res) => show(req, res))

  router.post(paths.samples.pattern, allow('manage-teams'), async (req, res) => {
    const cycle = await cycles.get(param(req, 'cycle'))
    const form = parseForm(drawForm, req.body)
    if (!form.ok) return show(req, res, form)
    const done = await attempt(samples.draw(req.actor, cycle, form.value))
    if (!done.ok) return show(req, res, refuseForm(req.body, done.errors))
    const { number, drawn, wanted } = done.value
    req.session.notice =
      drawn < wanted
        ? {
            tone: 'warn',
            lead: `Uji petik ${number}: ${formatCount(drawn)} dari ${formatCount(wanted)} satker.`,
            text: 'Untuk yang lain tidak ada evaluator di luar timnya.',
          }
        : { tone: 'ok', lead: `Uji petik ${number} ditarik.`, text: `${formatCount(drawn)} satker.` }
    res.redirect(303, `${paths.samples(cycle.id)}?sampel=${number}`)
  })

  router.post(paths.sampleClosing.pattern, allow('manage-teams'), async (req, res) => {
    const cycle = await cycles.get(param(req, 'cycle'))
    await samples.close(req.actor, cycle.id, param(req, 'sample'))
    req.session.notice = { tone: 'ok', lead: 'Uji petik ditutup.', text: '' }
    res.redirect(303, paths.samples(cycle.id))
  })

  return router

  async function show(req: Request, res: Response, refused: FormState | null = null) {
    const cycle = await cycles.get(param(req, 'cycle'))
    const query = samplesQuery.parse(req.query)
    const [all, drawable] = await Promise.all([samples.ofCycle(cycle.id), samples.drawable(cycle.id)])
    const chosen = all.find(sample => sample.number === query.sampel) ?? all[0] ?? null
    const units = chosen ? await samples.units(chosen) : []
    const facts = { cycle, query, samples: all, chosen, units, drawable }
    view(res, 'calibration/samples', samplesPage(facts, refused), refused ? 422 : 200)
  }
}
