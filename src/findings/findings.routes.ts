import { Router, type Request, type Response } from 'express'
import { mayAt } from '../access/scope'
import type { AssessmentContext } from '../assessments/assessment-context'
import { showAssessmentNav } from '../assessments/assessment-nav'
import { ALL_RULES } from '../engine/rules/findings'
import { isSearch, searchedFor, tickedIn } from '../evidence/evidence-picker.page'
import { paths } from '../paths'
import { Conflict, NotFound } from '../refusals'
import type { Services } from '../services'
import { allow } from '../web/allow'
import { attempt } from '../web/attempt'
import { freshForm, parseForm, refuseForm, type FormState } from '../web/form'
import { param } from '../web/param'
import { view } from '../web/view'
import { findingPage } from './finding.page'
import { recommendationForm, rulingForm } from './finding.form'
import { keptFindings } from './finding-document'
import { ABOUT, findingHref, NOW, numberOf } from './finding-words'
import type { ShownFindings } from './findings.service'
import { overviewPage, unreadPage } from './overview.page'
import { paperPage } from './paper.page'
import { recommendationPanel, type RecommendationPanel } from './recommendation-panel.page'
import { rulingPanel } from './ruling-panel.page'

/** A form of the page of a finding that came back. */
interface Refusal {
  readonly form: FormState
  /** Why it was not kept; empty where its fields say so. */
  readonly clash: string
}

/** What the rules say of a satker, and what people say of that. */
export function findingsRoutes(services: Services): Router {
  const { assessments, findings, findingRecords, findingRulings, recommendations, registerUnits } = services
  const router = Router()
  const load = (req: Request) => assessments.visibleTo(req.actor).get(param(req, 'assessment'))
  const isNow = (req: Request): boolean => req.query['keadaan'] === NOW

  router.get(paths.findings.pattern, allow('read-assessment'), async (req, res) => {
    const assessment = await load(req)
    const [seen, said] = await Promise.all([
      findings.seenBy(req.actor, assessment, isNow(req)),
      recommendations.of(req.actor, assessment),
    ])
    showAssessmentNav(res, assessment, req.actor)
    if (!seen) return view(res, 'findings/unread', unreadPage(assessment))
    view(res, 'findings/overview', overviewPage(assessment, { seen, said }))
  })

  router.get(paths.findingsPaper.pattern, allow('read-assessment'), async (req, res) => {
    const assessment = await load(req)
    const [seen, said, unit] = await Promise.all([
      findings.seenBy(req.actor, assessment, isNow(req)),
      recommendations.of(req.actor, assessment),
      registerUnits.toRead(req.actor, assessment.satkerId),
    ])
    if (!seen) throw new NotFound('Kesiapan')
    showAssessmentNav(res, assessment, req.actor)
    view(res, 'findings/paper', paperPage(assessment, { seen, said, letterhead: unit.letterhead }))
  })

  router.get(paths.finding.pattern, allow('read-assessment'), async (req, res) => {
    const assessment = await load(req)
    await show(req, res, assessment, param(req, 'rule'))
  })

  router.post(paths.finding.pattern, allow('keep-notes'), async (req, res) => {
    const assessment = await load(req)
    const place = { rule: param(req, 'rule'), about: aboutOf(req) }
    const form = parseForm(rulingForm, req.body)
    if (!form.ok) return show(req, res, assessment, place.rule, { ruling: { form, clash: '' } }, 422)
    const { shown, ...ruling } = form.value
    try {
      await findingRulings.rule(req.actor, assessment, place, { ...ruling, grounds: shown })
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      const refused = { form: refuseForm(req.body, {}), clash: error.message }
      return show(req, res, assessment, place.rule, { ruling: refused }, 409)
    }
    const lead = ruling.outcome === 'confirmed' ? 'Temuan dibenarkan.' : 'Temuan diabaikan.'
    req.session.notice = { tone: 'ok', lead, text: 'Alasannya tercatat bersama temuan.' }
    res.redirect(303, findingHref(assessment.id, place, isNow(req)))
  })

  router.post(paths.recommendation.pattern, allow('keep-recommendations'), async (req, res) => {
    const assessment = await load(req)
    const number = Number(param(req, 'number'))
    const rule = `recommendation-${number}`
    if (!ALL_RULES.some(({ id }) => id === rule)) throw new NotFound('Rekomendasi')
    const back = (form: FormState, clash: string, status: number) =>
      show(req, res, assessment, rule, { recommendation: { form, clash } }, status)
    if (isSearch(req.body)) return back(refuseForm(req.body, {}), '', 200)
    const form = parseForm(recommendationForm, req.body)
    if (!form.ok) return back(form, '', 422)
    try {
      const kept = await attempt(recommendations.change(req.actor, assessment, number, form.value))
      if (!kept.ok) return await back(refuseForm(req.body, kept.errors), '', 422)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      return back(refuseForm(req.body, {}), error.message, 409)
    }
    req.session.notice = { tone: 'ok', lead: 'Status rekomendasi tersimpan.', text: '' }
    res.redirect(303, findingHref(assessment.id, { rule, about: '' }, false))
  })

  return router

  async function show(
    req: Request,
    res: Response,
    assessment: AssessmentContext,
    rule: string,
    refused: { readonly ruling?: Refusal; readonly recommendation?: Refusal } = {},
    status = 200,
  ) {
    const about = aboutOf(req)
    const [seen, history] = await Promise.all([
      findings.seenBy(req.actor, assessment, isNow(req)),
      findings.history(req.actor, assessment, rule),
    ])
    if (!seen) throw new NotFound('Temuan')
    const finding =
      keptFindings(seen.document.findings).find(one => one.rule === rule && one.about === about) ?? null
    const changes = history.filter(one => one.about === about)
    const rulings = seen.rulings.filter(one => one.rule === rule && one.about === about)
    if (!finding && changes.length + rulings.length === 0) throw new NotFound('Temuan')
    const isOfToday = !seen.isFrozen && seen.hasOther
    const [records, recommendation, mayRule] = await Promise.all([
      findingRecords.named(req.actor, assessment, finding?.records ?? []),
      panelOf(req, assessment, seen, rule, refused.recommendation),
      findingRulings.mayRule(req.actor, assessment),
    ])
    showAssessmentNav(res, assessment, req.actor)
    view(
      res,
      'findings/finding',
      findingPage(assessment, {
        seen,
        finding,
        rule,
        about,
        records,
        changes,
        rulings,
        ruling:
          finding && mayRule
            ? rulingPanel(assessment.id, {
                finding,
                rulings,
                now: isOfToday,
                form: refused.ruling?.form ?? freshForm(),
                clash: refused.ruling?.clash ?? '',
              })
            : null,
        recommendation,
      }),
      status,
    )
  }

  async function panelOf(
    req: Request,
    assessment: AssessmentContext,
    { document }: ShownFindings,
    rule: string,
    refused: Refusal | undefined,
  ): Promise<RecommendationPanel | null> {
    const reading = document.findings.recommendations.find(one => one.rule === rule)
    if (!reading) return null
    const said = await recommendations.of(req.actor, assessment)
    const state = said.find(({ number }) => number === numberOf(rule))
    if (!state) return null
    const choices = await recommendations.choices(req.actor, assessment, state.status)
    const keeps = choices.length > 0 && mayAt(req.actor, 'keep-registers', assessment)
    const ticked = refused ? tickedIn(refused.form) : state.pieces.map(({ id }) => id)
    const [candidates, pieces] = keeps
      ? await Promise.all([
          services.evidenceShelf.candidates(
            req.actor,
            assessment,
            null,
            refused ? searchedFor(refused.form) : '',
          ),
          services.evidenceShelf.among(req.actor, assessment, ticked),
        ])
      : [[], []]
    return recommendationPanel(assessment, {
      state,
      reading: reading.level,
      choices,
      picker: keeps ? { candidates, ticked: pieces } : null,
      refused: refused ?? null,
    })
  }
}

const aboutOf = (req: Request): string =>
  typeof req.query[ABOUT] === 'string' ? req.query[ABOUT].slice(0, 500) : ''
