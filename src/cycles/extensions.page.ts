import { isFilling, type AssessmentContext } from '../assessments/assessment-context'
import { paths } from '../paths'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Field } from '../web/components/field'
import { dateField, radioField, selectField, textAreaField } from '../web/components/fields'
import type { Crumbs } from '../web/components/panels'
import { freshForm, type FormState } from '../web/form'
import { formatDate, formatDateRange, formatInstant, formatZone } from '../web/format/date'
import type { PageModel } from '../web/view'
import { WINDOW_WORDS } from './cycle-facts'
import type { Deadlines, StageDeadline } from './extensions.service'

declare module '../web/view' {
  interface Views {
    'cycles/extensions': ExtensionsPage
  }
}

export interface ExtensionsPage extends PageModel {
  readonly crumbs: Crumbs
  readonly over: string
  readonly caption: string
  readonly stages: readonly {
    readonly stage: string
    readonly dates: string
    readonly closes: string
    readonly extended: boolean
    readonly current: boolean
  }[]
  readonly extensions: readonly {
    readonly stage: string
    readonly closes: string
    readonly reason: string
    readonly who: string
    readonly when: string
  }[]
  /** Null for those who only read. */
  readonly form: PrintedForm | null
  /** Null also once the assessment is submitted. */
  readonly target: (PrintedForm & { readonly shown: string }) | null
}

interface PrintedForm {
  readonly action: string
  readonly fields: readonly Field[]
  readonly summary: ErrorSummary | null
}

/** The forms of those who may change what the page shows. */
export interface DeadlineForms {
  readonly extension: FormState
  readonly target: FormState
}

/** The dates of every stage of an assessment; `forms` absent for those who may not change them. */
export function extensionsPage(
  assessment: AssessmentContext,
  { stages, extensions }: Deadlines,
  forms: DeadlineForms | null,
): ExtensionsPage {
  return {
    title: 'Batas waktu',
    current: 'beranda',
    over: `Siklus ${assessment.year}`,
    crumbs: { links: [{ label: assessment.satkerName, href: paths.assessment(assessment.id) }] },
    caption: `Hari terakhir berakhir pukul 23.59.59 ${formatZone(assessment.timeZone)}`,
    stages: stages.map(deadline => ({
      stage: WINDOW_WORDS[deadline.stage],
      dates: deadline.window
        ? formatDateRange(deadline.window.opensOn, deadline.window.closesOn)
        : 'Tanpa batas tanggal',
      closes: deadline.closesOn ? formatDate(deadline.closesOn) : '–',
      extended: isExtended(deadline),
      current: deadline.stage === assessment.stage,
    })),
    extensions: extensions.map(one => ({
      stage: WINDOW_WORDS[one.stage],
      closes: formatDate(one.closesOn),
      reason: one.reason,
      who: one.createdByName ?? 'Sistem',
      when: formatInstant(one.createdAt, assessment.timeZone),
    })),
    form: forms && extensionForm(assessment, stages, forms.extension),
    target: forms && isFilling(assessment) ? targetForm(assessment, forms.target) : null,
  }
}

const isExtended = ({ window, closesOn }: StageDeadline): boolean =>
  window !== null && closesOn !== window.closesOn

/** The stage an assessment stands at is what is most often extended. */
export const freshForms = ({ stage, targetPredicate }: AssessmentContext): DeadlineForms => ({
  extension: freshForm({ stage }),
  target: freshForm({ predicate: targetPredicate }),
})

function extensionForm(assessment: AssessmentContext, stages: Deadlines['stages'], form: FormState) {
  const fields = [
    selectField(form, 'stage', {
      label: 'Tahap',
      prompt: 'Pilih tahap',
      choices: stages
        .filter(({ window }) => window !== null)
        .map(({ stage }) => ({ value: stage, label: WINDOW_WORDS[stage] })),
    }),
    dateField(form, 'closesOn', { label: 'Hari terakhir yang baru' }),
    textAreaField(form, 'reason', {
      label: 'Alasan',
      maxlength: 500,
      hint: 'Terbaca oleh satker dan tercatat di jejak.',
    }),
  ]
  return { action: paths.extensions(assessment.id), fields, summary: errorSummary(form, fields) }
}

function targetForm({ id, instrument, targetPredicate }: AssessmentContext, form: FormState) {
  const fields = [
    radioField(form, 'predicate', {
      label: 'Target',
      hint: 'Dapat diubah sampai penilaian diajukan; tercatat di jejak.',
      choices: instrument.predicates.map(predicate => ({ value: predicate.id, label: predicate.id })),
    }),
  ]
  return { action: paths.target(id), fields, summary: errorSummary(form, fields), shown: targetPredicate }
}
