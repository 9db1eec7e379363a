import type { RuleBook } from '../engine/rules/rule-book'
import { paths } from '../paths'
import { differences, type Difference } from '../web/components/differences'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Field } from '../web/components/field'
import { fileField, selectField, textAreaField, textField } from '../web/components/fields'
import type { Crumbs } from '../web/components/panels'
import { freshForm, type FormState, type FormValues } from '../web/form'
import type { PageModel } from '../web/view'
import { KNOWN_RULES } from './known-rules'
import type { BookInUse } from './rule-books.service'
import { isShare } from './setting-units'
import { thresholdFields, thresholdGroups, unitHint, type ThresholdField } from './threshold-fields'
import { thresholdLines } from './threshold-words'

declare module '../web/view' {
  interface Views {
    'rule-books/new': NewRuleBookPage
  }
}

export interface NewRuleBookPage extends PageModel {
  readonly crumbs: Crumbs
  readonly action: string
  readonly summary: ErrorSummary | null
  /** Null before any book was loaded. */
  readonly picker: { readonly action: string; readonly field: Field } | null
  readonly thresholds: ThresholdsForm | null
  readonly file: Field
  readonly paste: Field
}

interface ThresholdsForm {
  readonly title: string
  readonly basis: string
  readonly hidden: readonly { readonly name: string; readonly value: string }[]
  readonly groups: readonly { readonly legend: string; readonly fields: readonly Field[] }[]
  /** What stands in words, for rules of which only the words of the YAML can be changed too. */
  readonly words: readonly { readonly label: string; readonly text: string }[]
  readonly what: string
  readonly clashes: readonly Difference[]
}

/** The rule whose numbers are changed, and what was typed. */
export interface TypedThresholds {
  readonly rule: string
  readonly form: FormState
  /** The same numbers were changed by somebody else meanwhile. */
  readonly isClash?: boolean
}

const crumbs = { links: [{ label: 'Aturan', href: paths.ruleBooks() }] }

/** The rules that have a number to change. */
export const changeableRules = (book: RuleBook) =>
  KNOWN_RULES.filter(({ id }) => thresholdGroups(book, id).length > 0)

/** The present numbers of a rule as they are typed. */
export const presentValues = (book: RuleBook, rule: string): FormValues =>
  Object.fromEntries(thresholdFields(book, rule).map(({ name, value }) => [name, value]))

export function newRuleBookPage(
  inUse: BookInUse | null,
  typed: TypedThresholds | null = null,
  form: FormState = freshForm(),
): NewRuleBookPage {
  const file = fileField(form, 'file', {
    label: 'Berkas YAML',
    accept: '.yaml,.yml',
    hint: 'Paling besar 1 MB.',
  })
  const paste = textAreaField(form, 'source', { label: 'Isi berkas', rows: 10 })
  const thresholds = inUse && typed ? thresholdsForm(inUse, typed) : null
  return {
    title: 'Ubah ambang',
    current: 'aturan',
    sheet: 'findings',
    crumbs,
    action: paths.newRuleBook(),
    summary:
      typed && thresholds
        ? errorSummary(typed.form, fieldsOf(thresholds), 'Ambang belum diperiksa')
        : errorSummary(form, [file, paste]),
    picker: inUse && {
      action: paths.newRuleBook(),
      field: selectField(freshForm({ aturan: typed?.rule ?? '' }), 'aturan', {
        label: 'Aturan',
        prompt: 'Pilih aturan',
        choices: changeableRules(inUse.book).map(({ id, title }) => ({ value: id, label: title })),
      }),
    },
    thresholds,
    file,
    paste,
  }
}

/** Named with what they bound, as they stand in a list of their own. */
const fieldsOf = ({ groups }: Pick<ThresholdsForm, 'groups'>): Field[] =>
  groups.flatMap(({ legend, fields }) =>
    fields.map(field => ({
      ...field,
      label: legend ? `${legend}, ${field.label.toLowerCase()}` : field.label,
    })),
  )

function thresholdsForm(inUse: BookInUse, { rule, form, isClash }: TypedThresholds): ThresholdsForm | null {
  const known = changeableRules(inUse.book).find(({ id }) => id === rule)
  if (!known) return null
  const groups = thresholdGroups(inUse.book, rule).map(({ label, fields }) => ({
    legend: fields.length > 1 ? label : '',
    fields: fields.map(one => numberOf(form, one)),
  }))
  const named = new Set(thresholdGroups(inUse.book, rule).map(({ label }) => label))
  return {
    title: known.title,
    basis: known.basis,
    hidden: [
      { name: 'aturan', value: rule },
      { name: 'dasar', value: inUse.id },
    ],
    groups,
    words: thresholdLines(inUse.book, rule).filter(({ label }) => !named.has(label)),
    what: 'Ambang',
    clashes: isClash ? differences(fieldsOf({ groups }), form, presentValues(inUse.book, rule)) : [],
  }
}

function numberOf(form: FormState, { name, lead, unit, mayBeEmpty }: ThresholdField): Field {
  const field = textField(form, name, {
    label: lead.charAt(0).toUpperCase() + lead.slice(1),
    hint: unitHint(unit),
    inputmode: isShare(unit) ? 'text' : 'decimal',
    oneOfSeveral: mayBeEmpty,
    maxlength: 60,
  })
  return { ...field, sizeClass: 'control-count' }
}
