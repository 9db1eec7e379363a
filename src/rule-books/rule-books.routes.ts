import { readFile } from 'node:fs/promises'
import { Router } from 'express'
import { paths } from '../paths'
import { NotFound } from '../refusals'
import type { Services } from '../services'
import { fileKinds } from '../storage/file-kinds'
import { contentDisposition } from '../storage/safe-name'
import { allow } from '../web/allow'
import { freshForm, parseForm, refuseForm } from '../web/form'
import { param } from '../web/param'
import { formReceiver } from '../web/receive-form'
import { view } from '../web/view'
import { changeableRules, newRuleBookPage, presentValues } from './new-rule-book.page'
import { ruleBookPage } from './rule-book.page'
import { pasteForm } from './rule-books.form'
import { rulesPage } from './rules.page'
import { isOfOneRule, thresholdTrials } from './try-thresholds'
import { textTrials } from './try-text'

const LIMITS = { yaml: 1024 * 1024 }
const PASTED = 'teks yang ditempel'

/** The rules over the facts: how often they are right, and the versions of their thresholds. */
export function ruleBookRoutes(services: Services): Router {
  const { ruleBooks, findingRulings, findings, audit } = services
  const router = Router()
  const receive = formReceiver(services, 'manage-rules', { limits: LIMITS, maxFiles: 1 })
  const texts = textTrials(services)
  const thresholds = thresholdTrials(services)

  router.get(paths.ruleBooks.pattern, allow('manage-rules'), async (req, res) => {
    const [versions, inUse, precision, levels] = await Promise.all([
      ruleBooks.versions(),
      ruleBooks.inUse(),
      findingRulings.precision(),
      findings.levelCounts(),
    ])
    const family = typeof req.query['keluarga'] === 'string' ? req.query['keluarga'] : ''
    view(res, 'rule-books/rules', rulesPage({ versions, inUse, precision, levels }, family))
  })

  /** Loads what a dry run showed: a text, or the numbers of one rule. */
  router.post(paths.ruleBooks.pattern, allow('manage-rules'), async (req, res) => {
    if (isOfOneRule(req)) await thresholds.load(req, res)
    else await texts.load(req, res)
  })

  router.get(paths.newRuleBook.pattern, allow('manage-rules'), async (req, res) => {
    const inUse = await ruleBooks.inUse()
    const rule = req.query['aturan']
    if (typeof rule !== 'string' || rule === '') return view(res, 'rule-books/new', newRuleBookPage(inUse))
    if (!inUse || !changeableRules(inUse.book).some(({ id }) => id === rule)) throw new NotFound('Aturan')
    const form = freshForm(presentValues(inUse.book, rule))
    view(res, 'rule-books/new', newRuleBookPage(inUse, { rule, form }))
  })

  /** The dry run of an uploaded file, a pasted text, or typed numbers; nothing is kept. */
  router.post(paths.newRuleBook.pattern, allow('manage-rules', { upload: true }), async (req, res) => {
    await receive(req, res)
    if (isOfOneRule(req)) return thresholds.check(req, res)
    const staged = req.staged[0]
    if (staged) return texts.check(res, staged.name, await readFile(staged.path, 'utf8'))
    if (req.is('multipart/form-data')) {
      const refused = refuseForm(req.body, { file: req.refusedFiles[0]?.message ?? 'Pilih berkas dahulu.' })
      return view(res, 'rule-books/new', newRuleBookPage(await ruleBooks.inUse(), null, refused), 422)
    }
    const form = parseForm(pasteForm, req.body)
    if (!form.ok)
      return view(res, 'rule-books/new', newRuleBookPage(await ruleBooks.inUse(), null, form), 422)
    await texts.check(res, PASTED, form.value.source)
  })

  router.get(paths.ruleBook.pattern, allow('manage-rules'), async (req, res) => {
    const row = await ruleBooks.sourceOf(param(req, 'book'))
    const [book, before, inUse, acts] = await Promise.all([
      ruleBooks.byId(row.id),
      ruleBooks.before(row),
      ruleBooks.inUse(),
      audit.actsOn('rules', row.id),
    ])
    view(res, 'rule-books/book', ruleBookPage({ row, book, before, inUse, acts }))
  })

  router.get(paths.ruleBookSource.pattern, allow('manage-rules'), async (req, res) => {
    const { source, code, version } = await ruleBooks.sourceOf(param(req, 'book'))
    res.setHeader('Content-Type', `${fileKinds.yaml.mime}; charset=utf-8`)
    res.setHeader('Content-Disposition', contentDisposition('attachment', `${code}-v${version}.yaml`))
    res.send(source)
  })

  return router
}
