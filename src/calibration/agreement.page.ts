import type { CycleFacts } from '../cycles/cycle-facts'
import { compare, isZero, round, sub, ZERO, type Exact } from '../engine/exact'
import { lookup } from '../engine/instrument/lookup'
import { paths } from '../paths'
import type { Field } from '../web/components/field'
import { selectField } from '../web/components/fields'
import type { Crumbs, Empty } from '../web/components/panels'
import type { Status } from '../web/components/status'
import { freshForm } from '../web/form'
import { formatCount, formatDecimal, formatPercent, formatScore } from '../web/format/number'
import type { PageModel } from '../web/view'
import type { Agreement } from '../engine/calibration/agreement'
import type { AgreementQuery } from './agreement.form'
import type { CycleAgreement } from './agreement.service'
import { compareScorers, type EvaluatorAgreement, type ScoredTwice } from './compare-scorers'

declare module '../web/view' {
  interface Views {
    'calibration/agreement': AgreementPage
  }
}

/** Units below which the figures of a hand, or of a question, say little. */
const FEW_UNITS = 5

export interface AgreementPage extends PageModel {
  readonly crumbs: Crumbs
  readonly samplesHref: string
  readonly action: string
  readonly filters: readonly Field[]
  readonly clearHref: string
  readonly empty: Empty | null
  readonly scope: string
  readonly few: string
  readonly evaluators: readonly (AgreementFigures & {
    readonly name: string
    readonly units: string
    readonly hand: Status
  })[]
  readonly questions: readonly (AgreementFigures & {
    readonly code: string
    readonly text: string
  })[]
  readonly evaluatorsTable: string
  readonly questionsTable: string
}

interface AgreementFigures {
  readonly pairs: string
  readonly equal: string
  readonly difference: string
  readonly kappa: string
}

export interface AgreementFacts {
  readonly cycle: CycleFacts
  readonly agreement: CycleAgreement
  readonly query: AgreementQuery
}

/** The units that a filter lets through. */
export const unitsOf = (
  { units }: CycleAgreement,
  { sampel, evaluator }: AgreementQuery,
): readonly ScoredTwice[] =>
  units.filter(
    unit =>
      (sampel === '' || String(unit.sample) === sampel) &&
      (evaluator === '' || unit.evaluator.id === evaluator),
  )

export function agreementPage(facts: AgreementFacts): AgreementPage {
  const { cycle, agreement, query } = facts
  const units = unitsOf(agreement, query)
  const { questions, evaluators } = compareScorers(agreement.instrument, units, query.bagian)
  const { tabel: _table, ...kept } = query
  const tableOf = (tabel: AgreementQuery['tabel']) =>
    `${paths.agreementTable(cycle.id)}?${new URLSearchParams({ ...kept, tabel }).toString()}`
  return {
    title: 'Kesesuaian penilaian',
    current: 'siklus',
    crumbs: {
      links: [
        { label: 'Siklus', href: paths.cycles() },
        { label: cycle.title, href: paths.cycle(cycle.id) },
        { label: 'Uji petik', href: paths.samples(cycle.id) },
      ],
    },
    samplesHref: paths.samples(cycle.id),
    action: paths.agreement(cycle.id),
    filters: filterFields(facts),
    clearHref: paths.agreement(cycle.id),
    empty: questions.length === 0 ? nothing(facts) : null,
    scope: `${formatCount(units.length)} satker dinilai dua kali: lembar pertama anggota TPI dan lembar penilai kedua, dari lembar mandiri yang sama. Selisih = penilai kedua dikurangi anggota. Kappa = kesamaan di luar kebetulan: 1 selalu sama, 0 tidak lebih dari kebetulan.`,
    few:
      units.length < FEW_UNITS
        ? `Baru ${formatCount(units.length)} satker. Dengan n sekecil ini angka di bawah belum menunjukkan kebiasaan siapa pun.`
        : '',
    evaluators: evaluators.map(one => ({
      ...figuresOf(one),
      name: one.name,
      units: formatCount(one.units),
      hand: handOf(one),
    })),
    questions: questions.map(one => ({
      ...figuresOf(one),
      code: one.question.code,
      text: one.question.text,
    })),
    evaluatorsTable: tableOf('evaluator'),
    questionsTable: tableOf('pertanyaan'),
  }
}

const figuresOf = ({ pairs, equal, difference, kappa }: Agreement): AgreementFigures => ({
  pairs: formatCount(pairs),
  equal: formatPercent(equal ?? ZERO),
  difference: differenceText(difference ?? ZERO),
  kappa: kappa === null ? 'belum terukur' : formatScore(kappa),
})

/** As many places as it takes to show that there is a difference, at most four. */
function differenceText(value: Exact): string {
  if (isZero(value)) return '0,00'
  const places = [2, 3, 4].find(count => /[1-9]/.test(round(value, count))) ?? 4
  const text = formatDecimal(round(value, places))
  return compare(value, ZERO) > 0 ? `+${text}` : text
}

/** Whether the member's hand is the harder or the softer one; nothing as long as it was seen too seldom. */
export function handOf({ units, difference }: EvaluatorAgreement): Status {
  if (units < FEW_UNITS) return { tone: 'mut', icon: 'ring', text: 'n kecil, belum dapat disimpulkan' }
  const way = compare(difference ?? ZERO, ZERO)
  if (way === 0) return { tone: 'ok', icon: 'tick', text: 'Sama' }
  const by = formatScore(way < 0 ? sub(ZERO, difference!) : difference!)
  if (by === '0,00') return { tone: 'ok', icon: 'tick', text: 'Hampir sama' }
  return way > 0
    ? { tone: 'warn', icon: 'fall', text: `Lebih ketat ${by}` }
    : { tone: 'warn', icon: 'up', text: `Lebih longgar ${by}` }
}

function filterFields({ agreement, query }: AgreementFacts): Field[] {
  const { units, instrument } = agreement
  const form = freshForm({ sampel: query.sampel, bagian: query.bagian, evaluator: query.evaluator })
  const evaluators = new Map(units.map(({ evaluator }) => [evaluator.id, evaluator.name]))
  return [
    selectField(form, 'sampel', {
      label: 'Uji petik',
      prompt: 'Semua uji petik',
      choices: [...new Set(units.map(unit => unit.sample))].map(sample => ({
        value: String(sample),
        label: `Uji petik ${sample}`,
      })),
    }),
    selectField(form, 'bagian', {
      label: 'Bagian',
      prompt: 'Semua bagian',
      choices: [...lookup(instrument).parts.values()].map(({ id, name }) => ({
        value: id,
        label: `${id}. ${name}`,
      })),
    }),
    selectField(form, 'evaluator', {
      label: 'Evaluator',
      prompt: 'Semua evaluator',
      choices: [...evaluators].map(([value, label]) => ({ value, label })),
    }),
  ]
}

const nothing = ({ cycle, agreement }: AgreementFacts): Empty =>
  agreement.units.length === 0
    ? {
        title: 'Belum ada satker yang dinilai dua kali.',
        text: 'Kesesuaian dihitung setelah anggota TPI dan penilai kedua menyerahkan lembarnya.',
        action: { label: 'Uji petik', href: paths.samples(cycle.id), icon: '' },
      }
    : {
        title: 'Tidak ada yang cocok dengan saringan ini.',
        text: 'Ubah saringannya.',
        action: { label: 'Hapus saringan', href: paths.agreement(cycle.id), icon: '' },
      }
