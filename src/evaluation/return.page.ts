import { lookup } from '../engine/instrument/lookup'
import { paths } from '../paths'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import { textAreaField } from '../web/components/fields'
import type { TextAreaField } from '../web/components/field'
import { freshForm, type FormState } from '../web/form'
import { formatCount } from '../web/format/number'
import type { PageModel } from '../web/view'
import { sendBacksLeft, type Evaluation } from './evaluation-context'
import { ticked } from './return.form'
import { NOTE_LENGTH, type ReturnedDraft } from './returns.service'

declare module '../web/view' {
  interface Views {
    'evaluation/return': ReturnPage
  }
}

export interface ReturnPage extends PageModel {
  readonly over: string
  readonly intro: string
  readonly summary: ErrorSummary | null
  readonly action: string
  readonly backHref: string
  /** Questions for which proof was asked, or which were ticked before a refusal. */
  readonly asked: readonly ReturnLine[]
  readonly parts: readonly {
    readonly name: string
    readonly count: string
    readonly lines: readonly ReturnLine[]
  }[]
}

interface ReturnLine {
  readonly code: string
  readonly text: string
  readonly ticked: boolean
  readonly id: string
  readonly note: TextAreaField
}

/** Form values that tick what evaluators asked proof for, each with the note that was written there. */
export const presetReturn = (asked: readonly ReturnedDraft[]): FormState =>
  freshForm({
    question: asked.map(({ question }) => question),
    ...Object.fromEntries(asked.map(({ question, note }) => [`note:${question}`, note])),
  })

export function returnPage(evaluation: Evaluation, form: FormState): ReturnPage {
  const { assessment } = evaluation
  const { questions, parts, partOfQuestion } = lookup(assessment.instrument)
  const chosen = new Set(ticked(form.values))
  const lines = [...questions.values()].map(({ question }) => lineOf(form, question, chosen))
  const first = lines.filter(line => line.ticked)
  const others = lines.filter(line => !line.ticked)
  const left = sendBacksLeft(evaluation)
  return {
    title: 'Kembalikan ke satker',
    current: 'evaluasi',
    over: `${assessment.satkerName} · siklus ${assessment.year}`,
    intro: `Satker memperbaiki hanya pertanyaan yang dicentang; yang lain terkunci. Penilaian dapat dikembalikan ${formatCount(left)} kali lagi.`,
    summary: summaryOf(form, lines),
    action: paths.evaluationReturn(assessment.id),
    backHref: paths.evaluation(assessment.id),
    asked: first,
    parts: [...parts.values()].map(part => {
      const own = others.filter(line => partOfQuestion.get(line.code) === part.id)
      return { name: `${part.id}. ${part.name}`, count: `${formatCount(own.length)} pertanyaan`, lines: own }
    }),
  }
}

function lineOf(
  form: FormState,
  { code, text }: { readonly code: string; readonly text: string },
  chosen: ReadonlySet<string>,
): ReturnLine {
  return {
    code,
    text,
    ticked: chosen.has(code),
    id: `q-${code.replaceAll('.', '-')}`,
    note: textAreaField(form, `note:${code}`, {
      label: `Yang harus diperbaiki pada ${code}`,
      rows: 2,
      maxlength: NOTE_LENGTH,
      required: chosen.has(code),
    }),
  }
}

function summaryOf(form: FormState, lines: readonly ReturnLine[]): ErrorSummary | null {
  const found = errorSummary(
    form,
    lines.map(line => line.note),
  )
  return found && { ...found, title: 'Penilaian belum dikembalikan' }
}
