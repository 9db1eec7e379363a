import { Router, type Request, type Response } from 'express'
import { partNames } from '../accounts/part-names'
import { placeOf, quarterOf, type Quarter } from '../engine/profile/quarter'
import { paths } from '../paths'
import { showRegisterNav } from '../registers/register-nav'
import { keepsRegisters, type RegisterUnit } from '../registers/register-unit'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { freshForm, parseForm, refuseForm, type FormState } from '../web/form'
import { param } from '../web/param'
import { sendTable, tableKind } from '../web/send-table'
import { view } from '../web/view'
import { profilesTable } from './profile-columns'
import type { Proposals } from './profile-fields'
import { filledValues, newProfilePage, proposedValues } from './profile-form.page'
import { FIRST_YEAR, newProfileForm, quarterFact } from './profile.form'
import { quarterName } from './profile-words'
import { profilesPaperPage } from './profiles-paper.page'
import { nextToFill, profilesPage, shownQuarters } from './profiles.page'

/** The quarters of a satker beside each other, the same as a file and on paper, and a new one. */
export function profilesRoutes(services: Services): Router {
  const { profiles, heldPredicates, registerUnits, instruments } = services
  const router = Router()

  const load = async (req: Request) => {
    const unit = await registerUnits.toRead(req.actor, param(req, 'satker'))
    const today = registerUnits.today(unit)
    const year = yearIn(req.query['tahun'], Number(today.slice(0, 4)))
    const instrument = await instruments.inUse()
    return {
      unit,
      today,
      year,
      keeps: keepsRegisters(req.actor, unit),
      known: await profiles.known(unit.satkerId),
      headcounts: await profiles.headcounts(unit, shownQuarters(year, today)),
      held: await heldPredicates.of(unit.satkerId),
      predicateNames: new Map(instrument?.predicates.map(({ id, label }) => [id, label] as const) ?? []),
    }
  }

  router.get(paths.profiles.pattern, allow('read-registers'), async (req, res) => {
    const { known, ...setting } = await load(req)
    await showRegisterNav(services, req, res, setting.unit)
    view(res, 'profile/profiles', profilesPage(known, setting))
  })

  router.get(paths.profilesPaper.pattern, allow('read-registers'), async (req, res) => {
    const { known, ...setting } = await load(req)
    await showRegisterNav(services, req, res, setting.unit)
    view(res, 'profile/paper', profilesPaperPage(known, setting))
  })

  router.get(paths.profilesTable.pattern, allow('read-registers'), async (req, res) => {
    const unit = await registerUnits.toRead(req.actor, param(req, 'satker'))
    const rows = await profiles.exported(req.actor, unit)
    const name = `profil-${unit.satkerCode}-${registerUnits.today(unit)}`
    await sendTable(res, profilesTable(rows), tableKind(req.query), name)
  })

  /** What is known of a quarter before it is typed. */
  async function proposalsFor(unit: RegisterUnit, quarter: Quarter): Promise<Proposals> {
    const known = await profiles.known(unit.satkerId)
    const [counted] = await profiles.headcounts(unit, [quarter])
    return {
      before: known.findLast(row => placeOf(row) < placeOf(quarter)) ?? null,
      counted: counted && counted.employees > 0 ? counted : null,
    }
  }

  async function showNew(
    req: Request,
    res: Response,
    unit: RegisterUnit,
    { form, proposals }: { readonly form: FormState; readonly proposals: Proposals },
    status = 200,
  ) {
    const setting = {
      parts: partNames(await instruments.inUse()),
      today: registerUnits.today(unit),
      proposals,
    }
    await showRegisterNav(services, req, res, unit)
    view(res, 'profile/profile-form', newProfilePage(unit, setting, form), status)
  }

  /** The quarter that a text names, else the next one to fill, else the present one. */
  async function quarterAsked(unit: RegisterUnit, asked: unknown): Promise<Quarter> {
    const read = quarterFact.safeParse(asked ?? '')
    if (read.success) return read.data
    const today = registerUnits.today(unit)
    return nextToFill(await profiles.known(unit.satkerId), today) ?? quarterOf(today)
  }

  router.get(paths.newProfile.pattern, allow('keep-registers'), async (req, res) => {
    const unit = await registerUnits.toKeep(req.actor, param(req, 'satker'))
    const quarter = await quarterAsked(unit, req.query['triwulan'])
    const proposals = await proposalsFor(unit, quarter)
    await showNew(req, res, unit, { form: freshForm(proposedValues(quarter, proposals)), proposals })
  })

  router.post(paths.newProfile.pattern, allow('keep-registers'), async (req, res) => {
    const unit = await registerUnits.toKeep(req.actor, param(req, 'satker'))
    const { fill, quarter: asked } = (req.body ?? {}) as { fill?: unknown; quarter?: unknown }
    const proposals = await proposalsFor(unit, await quarterAsked(unit, asked))
    if (typeof fill === 'string') {
      const { values } = refuseForm(req.body, {})
      const form = freshForm(filledValues(values, fill, proposals))
      return showNew(req, res, unit, { form, proposals })
    }
    const form = parseForm(newProfileForm(partNames(await instruments.inUse())), req.body)
    if (!form.ok) return showNew(req, res, unit, { form, proposals }, 422)
    const added = await attempt(profiles.add(req.actor, unit, form.value))
    if (!added.ok)
      return showNew(req, res, unit, { form: refuseForm(req.body, added.errors), proposals }, 422)
    req.session.notice = { tone: 'ok', lead: 'Profil tercatat.', text: `${quarterName(form.value)}.` }
    res.redirect(303, `${paths.profiles(unit.satkerId)}?tahun=${form.value.year}`)
  })

  return router
}

/** The year that an address asks for. */
function yearIn(asked: unknown, present: number): number {
  const year = typeof asked === 'string' && /^20\d\d$/.test(asked) ? Number(asked) : present
  return Math.min(Math.max(year, FIRST_YEAR), present)
}
