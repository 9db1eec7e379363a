import { Router, type Request, type Response } from 'express'
import type { FollowUpAct } from '../engine/performance/follow-up'
import { paths } from '../paths'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { freshForm, parseForm, refuseForm, type FormState } from '../web/form'
import { param } from '../web/param'
import { view } from '../web/view'
import { followUpFormPage, followUpPage, quarterIn } from './follow-up.page'
import type { FollowUpRow } from './follow-ups.repository'
import { showRegisterNav } from '../registers/register-nav'
import { followUpForm, FIRST_YEAR, LAST_YEAR, sayingForm } from './performance.form'

const TRAIL = 30

/** What a region asks of a satker, and what becomes of it. */
export function followUpsRoutes(services: Services): Router {
  const { registerUnits, followUps, audit } = services
  const router = Router()

  const load = async (req: Request) => {
    const unit = await registerUnits.toRead(req.actor, param(req, 'satker'))
    const said = Number(req.query['tahun'])
    const present = Number(followUps.today(unit).slice(0, 4))
    return { unit, year: said >= FIRST_YEAR && said <= LAST_YEAR && Number.isInteger(said) ? said : present }
  }

  router.get(paths.newFollowUp.pattern, allow('follow-performance'), async (req, res) => {
    const { unit, year } = await load(req)
    const form = freshForm({ quarter: String(quarterIn(req.query['triwulan']) ?? 1) })
    await showRegisterNav(services, req, res, unit)
    view(res, 'performance/follow-up-form', followUpFormPage(unit, year, form))
  })

  router.post(paths.newFollowUp.pattern, allow('follow-performance'), async (req, res) => {
    const { unit, year } = await load(req)
    const again = async (form: FormState) => {
      await showRegisterNav(services, req, res, unit)
      view(res, 'performance/follow-up-form', followUpFormPage(unit, year, form), 422)
    }
    const form = parseForm(followUpForm, req.body)
    if (!form.ok) return again(form)
    const quarter = quarterIn((req.body as { quarter?: unknown }).quarter)
    if (!quarter) return again(refuseForm(req.body, { quarter: 'Pilih salah satu yang tersedia.' }))
    const written = await attempt(followUps.write(req.actor, unit, { ...form.value, year, quarter }))
    if (!written.ok) return again(refuseForm(req.body, written.errors))
    req.session.notice = { tone: 'ok', lead: 'Tindak lanjut dikirim.', text: unit.satkerName }
    res.redirect(303, paths.followUp(written.value))
  })

  async function show(
    req: Request,
    res: Response,
    row: FollowUpRow,
    again?: { readonly act: FollowUpAct; readonly form: FormState },
  ) {
    const sides = followUps.sidesOf(req.actor, row)
    const trail = sides.length > 0 ? await audit.trailOf([row.id], TRAIL) : []
    await showRegisterNav(services, req, res, row)
    const setting = { sides, today: followUps.today(row), trail, ...(again ? { again } : {}) }
    view(res, 'performance/follow-up', followUpPage(row, setting), again ? 422 : 200)
  }

  router.get(paths.followUp.pattern, allow('read-registers'), async (req, res) => {
    await show(req, res, await followUps.get(req.actor, param(req, 'followUp')))
  })

  const acting = (act: FollowUpAct, needed: string, lead: string) => async (req: Request, res: Response) => {
    const row = await followUps.get(req.actor, param(req, 'followUp'))
    const form = parseForm(sayingForm(needed), req.body)
    if (!form.ok) return show(req, res, row, { act, form })
    await followUps.act(req.actor, row.id, act, form.value.version, form.value.text)
    req.session.notice = { tone: 'ok', lead, text: '' }
    res.redirect(303, paths.followUp(row.id))
  }

  router.post(
    paths.followUpReply.pattern,
    allow('keep-registers'),
    acting('reply', 'Tulis tanggapannya.', 'Tanggapan terkirim.'),
  )
  router.post(
    paths.followUpClosing.pattern,
    allow('follow-performance'),
    acting('close', '', 'Tindak lanjut selesai.'),
  )
  router.post(
    paths.followUpReturn.pattern,
    allow('follow-performance'),
    acting('return', 'Tulis alasannya.', 'Tanggapan dikembalikan.'),
  )

  return router
}
