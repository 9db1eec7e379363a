import { Router, type Request, type Response } from 'express'
import { partNames } from '../accounts/part-names'
import { paths } from '../paths'
import type { RegisterUnit } from '../registers/register-unit'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { freshForm, parseForm, refuseForm, type FormState } from '../web/form'
import { formatCount } from '../web/format/number'
import { param } from '../web/param'
import { sendTable, tableKind } from '../web/send-table'
import { view } from '../web/view'
import { newCommitmentPage } from './commitment-form.page'
import { performanceTable } from './performance-columns'
import { performanceQuery, performanceShape } from './performance-list'
import { showRegisterNav } from '../registers/register-nav'
import { askedQuarter, performancePaperPage } from './performance-paper.page'
import { commitmentForm, FIRST_YEAR, LAST_YEAR } from './performance.form'
import { performancePage } from './performance.page'

/** The commitments of a satker: their year, the same as a file and on paper, a new one, and the way into the next year. */
export function performanceRoutes(services: Services): Router {
  const { registerUnits, performance, carriedCommitments, followUps, instruments } = services
  const router = Router()
  const parts = async () => partNames(await instruments.inUse())

  const load = async (req: Request) => {
    const unit = await registerUnits.toRead(req.actor, param(req, 'satker'))
    const [years, names] = await Promise.all([performance.years(unit), parts()])
    const asked = yearIn(req.query['tahun'])
    const shape = performanceShape(asked && !years.includes(asked) ? [...years, asked] : years, [
      ...names.keys(),
    ])
    return {
      unit,
      years,
      parts: names,
      shape,
      query: performanceQuery(shape, req.query),
      today: performance.today(unit),
    }
  }

  router.get(paths.performance.pattern, allow('read-registers'), async (req, res) => {
    const asked = await load(req)
    const { unit, query } = asked
    const [part, asking] = await Promise.all([
      performance.page(unit, query),
      followUps.of(unit.satkerId, Number(query.filters.tahun)),
    ])
    await showRegisterNav(services, req, res, unit)
    const keeps = performance.keeps(req.actor, unit)
    view(res, 'performance/performance', performancePage(part, { ...asked, keeps, followUps: asking }))
  })

  router.get(paths.performancePaper.pattern, allow('read-registers'), async (req, res) => {
    const { unit, shape, query, today } = await load(req)
    const year = Number(query.filters.tahun)
    const whole = performanceQuery(shape, { tahun: query.filters.tahun })
    const rows = await performance.all(unit, whole)
    await showRegisterNav(services, req, res, unit)
    const quarter = askedQuarter(req.query)
    view(res, 'performance/paper', performancePaperPage(rows, { unit, year, quarter, today }))
  })

  router.get(paths.performanceTable.pattern, allow('read-registers'), async (req, res) => {
    const { unit, query, today } = await load(req)
    const rows = await performance.exported(req.actor, unit, query)
    const supported = await performance.supportedBy(rows.map(({ id }) => id))
    const name = `kinerja-${unit.satkerCode}-${query.filters.tahun}-${today}`
    await sendTable(res, performanceTable(rows, supported), tableKind(req.query), name)
  })

  async function showNew(req: Request, res: Response, unit: RegisterUnit, form: FormState, status = 200) {
    await showRegisterNav(services, req, res, unit)
    view(res, 'performance/commitment-form', newCommitmentPage(unit, await parts(), form), status)
  }

  router.get(paths.newCommitment.pattern, allow('keep-registers'), async (req, res) => {
    const unit = await registerUnits.toKeep(req.actor, param(req, 'satker'))
    const year = yearIn(req.query['tahun']) ?? Number(performance.today(unit).slice(0, 4))
    await showNew(req, res, unit, freshForm({ year: String(year), direction: 'up', counting: 'running' }))
  })

  router.post(paths.newCommitment.pattern, allow('keep-registers'), async (req, res) => {
    const unit = await registerUnits.toKeep(req.actor, param(req, 'satker'))
    const form = parseForm(commitmentForm(await parts()), req.body)
    if (!form.ok) return showNew(req, res, unit, form, 422)
    const { version: _, areas, year, ...facts } = form.value
    if (year === undefined)
      return showNew(req, res, unit, refuseForm(req.body, { year: 'Isi tahun perjanjian kinerja.' }), 422)
    const added = await attempt(performance.add(req.actor, unit, { ...facts, year }, areas))
    if (!added.ok) return showNew(req, res, unit, refuseForm(req.body, added.errors), 422)
    req.session.notice = { tone: 'ok', lead: 'Indikator tercatat.', text: facts.indicator }
    res.redirect(303, `${paths.performance(unit.satkerId)}?tahun=${year}`)
  })

  router.post(paths.commitmentsCarryOver.pattern, allow('keep-registers'), async (req, res) => {
    const unit = await registerUnits.toKeep(req.actor, param(req, 'satker'))
    const year = yearIn((req.body as { tahun?: unknown } | undefined)?.tahun)
    const carried =
      year === undefined
        ? { ok: true as const, value: 0 }
        : await attempt(carriedCommitments.carryOver(req.actor, unit, year))
    const next = year === undefined ? '' : `?tahun=${year + 1}`
    req.session.notice = carried.ok
      ? carriedNotice(carried.value)
      : { tone: 'warn', lead: 'Tidak ada yang disalin.', text: Object.values(carried.errors).join(' ') }
    res.redirect(303, `${paths.performance(unit.satkerId)}${next}`)
  })

  return router
}

const carriedNotice = (copied: number) =>
  copied > 0
    ? ({
        tone: 'ok',
        lead: `${formatCount(copied)} indikator disalin.`,
        text: 'Periksa targetnya satu per satu.',
      } as const)
    : ({
        tone: 'info',
        lead: 'Tidak ada yang disalin.',
        text: 'Semua indikator sudah ada di tahun berikutnya.',
      } as const)

function yearIn(said: unknown): number | undefined {
  const year = typeof said === 'string' && /^\d{4}$/.test(said) ? Number(said) : 0
  return year >= FIRST_YEAR && year < LAST_YEAR ? year : undefined
}
