import { lookup } from '../engine/instrument/lookup'
import type { Score } from '../engine/scoring/score'
import { paths } from '../paths'
import { sectionTitle } from '../reports/section-titles'
import { proofBar } from '../web/charts/proof-bar'
import type { Field } from '../web/components/field'
import { checkField, numberField, selectField, textField } from '../web/components/fields'
import type { Status } from '../web/components/status'
import { STATUS } from '../web/components/status'
import { formatCount, formatGain, formatScore } from '../web/format/number'
import { freshForm, type FormState } from '../web/form'
import type { SafeHtml } from '../web/html'
import type { MissingFacts } from './missing.page'
import { INDEX_FIELD } from './missing.form'
import { enumerate, questionPlace } from './step-words'

/** The panel in which answers are tried without being saved. */
export interface WhatIfPanel {
  readonly action: string
  readonly predicate: string
  readonly steps: readonly Ticked[]
  readonly indexes: readonly Field[]
  /** Other answers that are tried already. */
  readonly assumed: readonly Ticked[]
  readonly other: readonly Field[]
  readonly refused: readonly string[]
  readonly result: WhatIfResult | null
}

export interface Ticked {
  readonly id: string
  readonly value: string
  readonly label: string
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
  return {
    action: paths.missing(assessment.id),
    predicate: query.predicate,
    steps: missing.steps.map((step, index) => ({
      id: `langkah-${index + 1}`,
      value: step.question,
      label: `${index + 1}. ${questionPlace(instrument, step.question)}`,
      detail: formatGain(step.gain),
      checked: query.steps.has(step.question),
    })),
    indexes: indexes.map(question =>
      numberField(form, `${INDEX_FIELD}${question.code}`, {
        label: question.inputs[0].label,
        decimals: true,
        hint: question.criterion,
      }),
    ),
    assumed: query.assumptions
      .filter(assumption => !isIndex(assumption.question))
      .map((assumption, index) => ({
        id: `andaikan-${index + 1}`,
        value: `${assumption.question}:${assumption.text}`,
        label: questionPlace(instrument, assumption.question),
        detail: assumption.text,
        checked: true,
      })),
    other: [
      selectField(form, 'pertanyaan', {
        label: 'Pertanyaan lain',
        required: false,
        prompt: 'Pilih pertanyaan',
        choices: questions
          .filter(question => question.kind !== 'index')
          .map(question => ({ value: question.code, label: `${question.code} ${shortened(question.text)}` })),
      }),
      textField(form, 'jawaban', {
        label: 'Jawaban andaian',
        required: false,
        hint: 'Ya, Tidak, atau huruf pilihan; untuk rasio nilai 0 sampai 1.',
        maxlength: 12,
      }),
      checkField(form, 'lengkap', { label: 'Anggap buktinya lengkap' }),
    ],
    refused: query.refused.map(
      ({ question, text, message }) => `${question || 'Pertanyaan'} "${text}": ${message}`,
    ),
    result: facts.tried ? resultOf(facts, facts.tried) : null,
  }
}

function formOf({ query, indexes }: MissingFacts): FormState {
  const typed = [...indexes, ...query.indexes].map(([code, text]) => [`${INDEX_FIELD}${code}`, text] as const)
  const kept = query.refused.some(reading => reading.question === query.added.question)
  return freshForm({
    ...Object.fromEntries(typed),
    lengkap: query.proven ? 'ya' : '',
    pertanyaan: kept ? query.added.question : '',
    jawaban: kept ? query.added.text : '',
  })
}

const MAX_TITLE = 60
const shortened = (text: string): string =>
  text.length <= MAX_TITLE ? text : `${text.slice(0, text.lastIndexOf(' ', MAX_TITLE))} …`

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
        : `Masih gagal: ${enumerate(left.map(gate => sectionTitle(assessment.instrument, gate.section)))}.`,
  }
}
