import type { CycleFacts } from '../cycles/cycle-facts'
import { paths } from '../paths'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Field } from '../web/components/field'
import { numberField, radioField } from '../web/components/fields'
import { pagination, type Pagination } from '../web/components/pagination'
import type { Crumbs, Empty } from '../web/components/panels'
import type { Status } from '../web/components/status'
import { freshForm, type FormState } from '../web/form'
import { civilDateIn, formatDate } from '../web/format/date'
import { formatCount, formatPart } from '../web/format/number'
import type { PageModel } from '../web/view'
import type { SamplesQuery } from './samples.form'
import type { SampledRow, SampleRow } from './samples.repository'

declare module '../web/view' {
  interface Views {
    'calibration/samples': SamplesPage
  }
}

const UNITS_PAGE = 50
const ZONE = 'Asia/Jakarta'

export interface SamplesPage extends PageModel {
  readonly crumbs: Crumbs
  readonly agreementHref: string
  readonly summary: ErrorSummary | null
  readonly samples: readonly {
    readonly name: string
    readonly href: string
    readonly current: boolean
    readonly drawn: string
    readonly handedIn: string
    readonly seed: string
    readonly status: Status
  }[]
  readonly empty: Empty | null
  readonly chosen: ChosenSample | null
  readonly draw: { readonly action: string; readonly drawable: string; readonly fields: readonly Field[] }
}

interface ChosenSample {
  readonly title: string
  readonly caption: string
  readonly rows: readonly {
    readonly satker: string
    readonly code: string
    readonly scorer: string
    readonly status: Status
  }[]
  readonly pages: Pagination | null
  /** Absent once it is closed. */
  readonly closing: { readonly action: string; readonly text: string } | null
}

export interface SamplesFacts {
  readonly cycle: CycleFacts
  readonly query: SamplesQuery
  readonly samples: readonly SampleRow[]
  readonly chosen: SampleRow | null
  /** Of the chosen one. */
  readonly units: readonly SampledRow[]
  /** Units that could be drawn now. */
  readonly drawable: number
}

export function samplesPage(facts: SamplesFacts, refused: FormState | null = null): SamplesPage {
  const { cycle, samples, chosen, drawable } = facts
  const fields = drawFields(refused ?? freshForm({ kind: 'units' }))
  return {
    title: 'Uji petik',
    current: 'siklus',
    crumbs: {
      links: [
        { label: 'Siklus', href: paths.cycles() },
        { label: cycle.title, href: paths.cycle(cycle.id) },
      ],
    },
    agreementHref: paths.agreement(cycle.id),
    summary: refused && errorSummary(refused, fields),
    samples: samples.map(sample => ({
      name: `Uji petik ${sample.number}`,
      href: `${paths.samples(cycle.id)}?sampel=${sample.number}`,
      current: sample === chosen,
      drawn: `${formatDate(civilDateIn(sample.createdAt, ZONE))}, ${sample.createdByName}`,
      handedIn: formatPart(sample.handedIn, sample.units),
      seed: sample.seed,
      status: statusOf(sample),
    })),
    empty:
      samples.length === 0
        ? {
            title: 'Belum ada uji petik.',
            text: 'Tarik sampel acak; tiap satker dinilai sekali lagi oleh evaluator yang tidak melihat penilaian timnya.',
            action: null,
          }
        : null,
    chosen: chosen && chosenSample(facts, chosen),
    draw: {
      action: paths.samples(cycle.id),
      drawable: `${formatCount(drawable)} satker sudah diajukan dan belum pernah ditarik.`,
      fields,
    },
  }
}

function statusOf({ closedAt, handedIn, units }: SampleRow): Status {
  if (closedAt !== null) return { tone: 'mut', icon: 'lock', text: 'Ditutup' }
  return handedIn === units
    ? { tone: 'ok', icon: 'check', text: 'Semua diserahkan' }
    : { tone: 'info', icon: 'half', text: 'Berjalan' }
}

function chosenSample({ cycle, query, units }: SamplesFacts, sample: SampleRow): ChosenSample {
  const unfinished = sample.units - sample.handedIn
  const fewer = sample.units < sample.wanted ? ` dari ${formatCount(sample.wanted)} yang diminta` : ''
  return {
    title: `Satker uji petik ${sample.number}`,
    caption: `${formatCount(sample.units)} satker${fewer}; penilai kedua tidak melihat kolom, catatan, dan putusan tim.`,
    rows: units.slice((query.hal - 1) * UNITS_PAGE, query.hal * UNITS_PAGE).map(unit => ({
      satker: unit.satkerName,
      code: unit.satkerCode,
      scorer: unit.scorerName,
      status: unitStatus(unit),
    })),
    pages: pagination({
      page: query.hal,
      pageSize: UNITS_PAGE,
      total: units.length,
      hrefOf: page => `${paths.samples(cycle.id)}?sampel=${sample.number}&hal=${page}`,
    }),
    closing:
      sample.closedAt === null
        ? {
            action: paths.sampleClosing(cycle.id, sample.id),
            text:
              unfinished > 0
                ? `${formatCount(unfinished)} lembar belum diserahkan dan tidak akan dihitung. Penilai kedua tidak dapat membukanya lagi.`
                : 'Semua lembar sudah diserahkan. Penilai kedua tidak dapat membukanya lagi.',
          }
        : null,
  }
}

function unitStatus({ begunAt, handedInAt }: SampledRow): Status {
  if (handedInAt !== null)
    return { tone: 'ok', icon: 'check', text: `Diserahkan ${formatDate(civilDateIn(handedInAt, ZONE))}` }
  return begunAt === null
    ? { tone: 'mut', icon: 'ring', text: 'Belum dimulai' }
    : { tone: 'info', icon: 'half', text: 'Dikerjakan' }
}

const drawFields = (form: FormState): Field[] => [
  numberField(form, 'amount', { label: 'Besar sampel', hint: 'Persen dibulatkan ke atas.' }),
  radioField(form, 'kind', {
    label: 'Satuan',
    choices: [
      { value: 'units', label: 'Satker' },
      { value: 'percent', label: 'Persen' },
    ],
  }),
]
