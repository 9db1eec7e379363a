import type { Request, Response } from 'express'
import { paths } from '../paths'
import { Conflict, Invalid, NotFound } from '../refusals'
import type { Services } from '../services'
import { parseForm, refuseForm, type FormState, type FormValues } from '../web/form'
import { view } from '../web/view'
import { checkRuleBookPage } from './check-rule-book.page'
import { titleOf } from './known-rules'
import { changeableRules, newRuleBookPage, presentValues } from './new-rule-book.page'
import { confirmForm, ruleForm, thresholdsForm } from './rule-books.form'
import type { BookInUse, RuleBookCheck } from './rule-books.service'
import { showLoaded, trialOf } from './show-loaded'
import { faultsAtFields, thresholdEdits } from './threshold-edits'
import { thresholdFields } from './threshold-fields'

type Used = Pick<Services, 'ruleBooks' | 'ruleTrials'>

/** Whether a form holds the numbers of one rule, and no text. */
export const isOfOneRule = ({ body }: Request): boolean =>
  typeof body === 'object' && body !== null && 'aturan' in body

/** Numbers of one rule that make a book. */
interface Tried {
  readonly rule: string
  readonly inUse: BookInUse
  readonly values: FormValues
  readonly check: RuleBookCheck & { readonly ok: true }
}

/** Trying and loading the numbers of one rule, as they were typed over those of the version in use. */
export function thresholdTrials(services: Used) {
  const { ruleBooks } = services

  /** Null once the form was shown again, with its faults or with what somebody else changed. */
  async function tried(req: Request, res: Response): Promise<Tried | null> {
    const asked = parseForm(ruleForm, req.body)
    const inUse = await ruleBooks.inUse()
    if (!asked.ok || !inUse) throw new Invalid('Isian ini tidak lengkap. Pilih aturannya lagi.')
    const { aturan: rule, dasar } = asked.value
    if (!changeableRules(inUse.book).some(({ id }) => id === rule)) throw new NotFound('Aturan')
    const again = (form: FormState): null => {
      view(res, 'rule-books/new', newRuleBookPage(inUse, { rule, form }), 422)
      return null
    }
    if (dasar !== inUse.id) return clash(req, res, rule, dasar)
    const form = parseForm(thresholdsForm(thresholdFields(inUse.book, rule)), req.body)
    if (!form.ok) return again(form)
    const edits = thresholdEdits(inUse.book, rule, form.value)
    if (edits.length === 0) return again(refuseForm(req.body, { '': 'Belum ada angka yang diubah.' }))
    const check = await ruleBooks.check(await ruleBooks.edited(inUse, edits))
    if (!check.ok) return again(refuseForm(req.body, faultsAtFields(inUse.book, rule, check.faults)))
    return { rule, inUse, values: refuseForm(req.body, {}).values, check }
  }

  /** What was typed over another version stays; what was left alone is what stands now. */
  async function clash(req: Request, res: Response, rule: string, base: string): Promise<null> {
    const [inUse, shown] = await Promise.all([ruleBooks.inUse(), ruleBooks.byId(base)])
    if (!inUse) throw new NotFound('Aturan')
    const typed = refuseForm(req.body, {}).values
    const before = presentValues(shown, rule)
    const values = Object.fromEntries(
      Object.entries(presentValues(inUse.book, rule)).map(([name, stands]) => {
        const mine = typed[name]
        return [name, mine === undefined || mine === before[name] ? stands : mine]
      }),
    )
    const form = { values, errors: {} }
    view(res, 'rule-books/new', newRuleBookPage(inUse, { rule, form, isClash: true }), 409)
    return null
  }

  async function show(res: Response, one: Tried, status: number, form?: FormState): Promise<void> {
    const { rule, inUse, values, check } = one
    const page = checkRuleBookPage(check, {
      what: titleOf(rule),
      againHref: `${paths.newRuleBook()}?aturan=${rule}`,
      hidden: [
        { name: 'aturan', value: rule },
        { name: 'dasar', value: inUse.id },
        ...thresholdFields(inUse.book, rule).map(({ name }) => ({ name, value: String(values[name] ?? '') })),
      ],
      trial: await trialOf(services, check),
      ...(form && { form }),
    })
    view(res, 'rule-books/check', page, status)
  }

  return {
    /** The dry run; nothing is kept. */
    async check(req: Request, res: Response): Promise<void> {
      const one = await tried(req, res)
      if (one) await show(res, one, 200)
    },

    async load(req: Request, res: Response): Promise<void> {
      const one = await tried(req, res)
      if (!one) return
      const form = parseForm(confirmForm, req.body)
      if (!form.ok) return show(res, one, 422, form)
      const { version: expected, reason } = form.value
      try {
        const outcome = await ruleBooks.load(req.actor, one.check.source, { expected, reason })
        if (outcome.ok) showLoaded(req, res, outcome)
      } catch (error) {
        if (!(error instanceof Conflict)) throw error
        await clash(req, res, one.rule, one.inUse.id)
      }
    },
  }
}
