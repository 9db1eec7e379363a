import type { Request, Response } from 'express'
import { paths } from '../paths'
import { Conflict, Invalid } from '../refusals'
import type { Services } from '../services'
import { parseForm, type FormState } from '../web/form'
import type { Message } from '../web/shell'
import { view } from '../web/view'
import { checkRuleBookPage } from './check-rule-book.page'
import { loadForm } from './rule-books.form'
import { showLoaded, trialOf } from './show-loaded'

type Used = Pick<Services, 'ruleBooks' | 'ruleTrials'>

/** Trying and loading a whole rule book as YAML text. */
export function textTrials(services: Used) {
  const { ruleBooks } = services

  async function show(
    res: Response,
    { file, source }: { readonly file: string; readonly source: string },
    status: number,
    more: { readonly form?: FormState; readonly message?: Message } = {},
  ): Promise<void> {
    const check = await ruleBooks.check(source)
    const page = checkRuleBookPage(check, {
      what: file,
      againHref: paths.newRuleBook(),
      hidden: [
        { name: 'source', value: check.ok ? check.source : source },
        { name: 'file', value: file },
      ],
      trial: await trialOf(services, check),
      ...more,
    })
    view(res, 'rule-books/check', page, check.ok ? status : 422)
  }

  return {
    /** The dry run; nothing is kept. */
    check: (res: Response, file: string, source: string) => show(res, { file, source }, 200),

    async load(req: Request, res: Response): Promise<void> {
      const form = parseForm(loadForm, req.body)
      if (!form.ok) {
        const { source, file } = form.values
        if (Object.keys(form.errors).join() !== 'reason' || typeof source !== 'string')
          throw new Invalid('Hasil pemeriksaan ini tidak lengkap. Periksa berkasnya lagi.')
        return show(res, { source, file: String(file) }, 422, { form })
      }
      const { source, file, version, reason } = form.value
      try {
        const outcome = await ruleBooks.load(req.actor, source, { expected: version, reason })
        if (outcome.ok) showLoaded(req, res, outcome)
        else await show(res, { source, file }, 422)
      } catch (error) {
        if (!(error instanceof Conflict)) throw error
        const text = 'Yang diubahnya ada di kolom Sebelum dan kembali seperti dulu bila teks ini dimuat.'
        await show(res, { source, file }, 409, {
          form: { values: { reason }, errors: {} },
          message: { tone: 'clash', lead: error.message, text },
        })
      }
    },
  }
}
