import type { Question } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import type { Score } from '../engine/scoring/score'
import { paths } from '../paths'
import { sectionTitle } from '../reports/section-titles'
import { proofBar } from '../web/charts/proof-bar'
import type { Field } from '../web/components/field'
import { checkField, numberField, radioField, selectField, textField } from '../web/components/fields'
import type { Status } from '../web/components/status'
import { STATUS } from '../web/components/status'
import { formatCount, formatGain, formatScore } from '../web/format/number'
import type { FormState } from '../web/form'
import type { SafeHtml } from '../web/html'
import type { MissingFacts } from './missing.page'
import { INDEX_FIELD } from './missing.form'
import { enumerate, questionPlace } from './step-words'

/** The panel in which answers are tried without being saved. */
export interface WhatIfPanel {
  readonly action: string
  readonly predicate: string
  readonly steps: readonly Ticked[]
  /** Steps beyond the first ones, folded. */
  readonly moreSteps: readonly Ticked[]
  readonly moreOpen: boolean
  readonly moreTitle: string
  readonly indexes: readonly Field[]
  readonly otherOpen: boolean
  /** Other answers that are tried already. */
  readonly assumed: readonly Ticked[]
  readonly other: readonly Field[]
  /** Whether the question stands to be chosen, and its answers come next. */
  readonly mayGoOn: boolean
  readonly refused: readonly string[]
  readonly result: WhatIfResult | null
}

export interface Ticked {
  readonly id: string
  readonly value: string
  readonly label: string
  /** What the question asks, shortened. */
  readonly about: string
  readonly detail: string
  readonly checked: boolean
}

export interface WhatIfResult {
  readonly bar: SafeHtml
  readonly rows: readonly { readonly label: string; readonly before: string; readonly after: string }[]
  readonly status: Status
  readonly text: string
}

export function whatIfPanel(facts: MissingFacts): WhatIfPanel {
  const { assessment, query, missing } = facts
  const { instrument } = assessment
  const form = formOf(facts)
  const questions = [...lookup(instrument).questions.values()].map(place => place.question)
  const indexes = questions.filter(question => question.kind === 'index')
  const isIndex = (code: string) => indexes.some(question => question.code === code)
  const assumed = query.assumptions.filter(assumption => !isIndex(assumption.question))
  const steps = missing.steps.map((step, index) => ({
    id: `langkah-${index + 1}`,
    value: step.question,
    label: `${index + 1}. ${questionPlace(instrument, step.question)}`,
    about: shortened(lookup(instrument).questions.get(step.question)?.question.text ?? ''),
    detail: formatGain(step.gain),
    checked: query.steps.has(step.question),
  }))
  return {
    action: paths.missing(assessment.id),
    predicate: query.predicate,
    steps: steps.slice(0, SHOWN_STEPS),
    moreSteps: steps.slice(SHOWN_STEPS),
    moreOpen: steps.slice(SHOWN_STEPS).some(step => step.checked),
    moreTitle: `${formatCount(steps.length - SHOWN_STEPS)} langkah lain`,
    indexes: indexes.map(question =>
      numberField(form, `${INDEX_FIELD}${question.code}`, {
        label: question.inputs[0].label,
        decimals: true,
        hint: question.criterion,
      }),
    ),
    otherOpen: query.adding !== null || query.refused.length > 0 || assumed.length > 0,
    assumed: assumed.map((assumption, index) => ({
      id: `andaikan-${index + 1}`,
      value: `${assumption.question}:${assumption.text}`,
      label: questionPlace(instrument, assumption.question),
      about: shortened(lookup(instrument).questions.get(assumption.question)?.question.text ?? ''),
      detail: assumption.text,
      checked: true,
    })),
    other: otherFields(facts, form),
    mayGoOn: !query.adding?.question,
    refused: query.refused.map(
      ({ question, text, message }) => `${question || 'Pertanyaan'} "${text}": ${message}`,
    ),
    result: facts.tried ? resultOf(facts, facts.tried) : null,
  }
}

/** The question first; its answers once it is chosen, as they are given on the worksheet. */
function otherFields({ assessment, query }: MissingFacts, form: FormState): Field[] {
  const { questions } = lookup(assessment.instrument)
  const chosen = questions.get(query.adding?.question ?? '')?.question
  return [
    selectField(form, 'pertanyaan', {
      label: 'Pertanyaan lain',
      required: false,
      prompt: 'Pilih pertanyaan',
      choices: [...questions.values()]
        .filter(({ question }) => question.kind !== 'index')
        .map(({ question }) => ({
          value: question.code,
          label: `${question.code} ${shortened(question.text)}`,
        })),
    }),
    ...((chosen ?? query.adding?.text) ? [answerField(form, chosen)] : []),
    checkField(form, 'lengkap', { label: 'Anggap buktinya lengkap' }),
  ]
}

const answerField = (form: FormState, question: Question | undefined): Field =>
  question?.kind === 'choice'
    ? radioField(form, 'jawaban', {
        label: 'Jawaban andaian',
        choices: question.options.map(({ key, criterion }) => ({
          value: key,
          label: `${key}. ${criterion}`,
        })),
      })
    : textField(form, 'jawaban', {
        label: 'Jawaban andaian',
        hint: question ? 'Nilai 0 sampai 1, misalnya 0,8, atau persen.' : '',
        maxlength: 12,
      })

function formOf({ query, indexes }: MissingFacts): FormState {
  const typed = [...indexes, ...query.indexes].map(([code, text]) => [`${INDEX_FIELD}${code}`, text] as const)
  return {
    values: {
      ...Object.fromEntries(typed),
      lengkap: query.proven ? 'ya' : '',
      pertanyaan: query.adding?.question ?? '',
      jawaban: query.adding?.text ?? '',
    },
    errors: { ...query.adding?.errors },
  }
}

const SHOWN_STEPS = 10
const MAX_TITLE = 60
const shortened = (text: string): string =>
  text.length <= MAX_TITLE ? text : `${text.slice(0, text.lastIndexOf(' ', MAX_TITLE))} …`

const NAMED_GATES = 3

/** Many names say less than their number: the table of the gates stands beside it. */
const fewOf = (names: readonly string[]): string[] =>
  names.length <= NAMED_GATES + 1
    ? [...names]
    : [...names.slice(0, NAMED_GATES), `${formatCount(names.length - NAMED_GATES)} ambang lain`]

function resultOf({ assessment, query, score }: MissingFacts, tried: Score): WhatIfResult {
  const gatesOf = (of: Score) => of.substantiated.gates.get(query.predicate) ?? []
  const failing = (of: Score) => gatesOf(of).filter(gate => !gate.passes)
  const minimum = gatesOf(tried).find(gate => gate.section === 'total')?.minimum ?? null
  const below = minimum ? { below: minimum } : {}
  const left = failing(tried)
  const total = tried.sections.get('total')!
  const move = (label: string, of: (from: Score) => string) => ({
    label,
    before: of(score),
    after: of(tried),
  })
  return {
    bar: proofBar({ ...total, minimum }, { size: 'large' }),
    rows: [
      move('Terbukti', of => formatScore(of.substantiated.total, below)),
      move('Diklaim', of => formatScore(of.claimed.total, below)),
      ...assessment.instrument.sections.map(section =>
        move(section.name, of => formatScore(of.sections.get(section.code)!.substantiated)),
      ),
      move('Ambang gagal', of => formatCount(failing(of).length)),
    ],
    status:
      left.length === 0
        ? { ...STATUS.met, text: 'Lulus semua ambang' }
        : { tone: 'bad', icon: 'cross', text: 'Belum lulus' },
    text:
      left.length === 0
        ? 'Prasyarat di luar nilai tetap berlaku.'
        : `Masih gagal: ${enumerate(fewOf(left.map(gate => sectionTitle(assessment.instrument, gate.section))))}.`,
  }
}
