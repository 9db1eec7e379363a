import { quarterDays, quarterPhase, type Quarter } from '../engine/performance/quarters'
import { paths } from '../paths'
import { differences, type Difference } from '../web/components/differences'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Field } from '../web/components/field'
import { dateField, numberField, textAreaField } from '../web/components/fields'
import type { EntryPanels } from '../registers/entry-panels.page'
import type { Confirm, Crumbs } from '../web/components/panels'
import type { Status } from '../web/components/status'
import { formatDate, formatDateRange } from '../web/format/date'
import { freshForm, type FormState, type FormValues } from '../web/form'
import type { PageModel } from '../web/view'
import { typedNumber } from '../web/number-facts'
import { isReported, quarterState, type KeptCommitment, type QuarterRow } from './commitment-facts'
import { listLink } from './commitment-form.page'
import { commitmentFacts } from './commitment.page'
import { quarterName } from './performance-entries'
import { ROMAN } from './performance-list'
import { figureWords, QUARTER_WORDS, shareWords } from './performance-words'
import { registerCrumbs } from './performance.page'

declare module '../web/view' {
  interface Views {
    'performance/quarter': QuarterPage
    'performance/report-form': ReportFormPage
  }
}

export interface QuarterPage extends PageModel {
  readonly crumbs: Crumbs
  readonly over: string
  readonly state: Status
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly obstacle: string
  readonly strategy: string
  /** Why there is nothing to report yet; empty once the quarter has begun. */
  readonly wait: string
  /** Empty for those who only read. */
  readonly report: { readonly href: string; readonly label: string } | null
  /** Null before the report: only what was reported is proven. */
  readonly panels: EntryPanels | null
}

export interface ReportFormPage extends PageModel {
  readonly crumbs: Crumbs
  readonly over: string
  readonly action: string
  readonly version: number
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly fields: readonly Field[]
  readonly summary: ErrorSummary | null
  readonly clashes: readonly Difference[]
  readonly backHref: string
  /** Null before the first report. */
  readonly withdrawal: Confirm | null
}

interface QuarterSetting {
  readonly today: string
  readonly keeps: boolean
  readonly panels: EntryPanels | null
}

/** What was reported of a quarter. */
export function quarterPage(
  one: KeptCommitment,
  row: QuarterRow,
  { today, keeps, panels }: QuarterSetting,
): QuarterPage {
  const begun = quarterPhase(one.year, row.quarter, today) !== 'ahead'
  const { from } = quarterDays(one.year, row.quarter)
  return {
    title: quarterName(one.year, row.quarter),
    current: 'register',
    sheet: 'registers',
    crumbs: registerCrumbs(one.satkerId, listLink(one), {
      label: one.indicator,
      href: paths.commitment(one.id),
    }),
    over: `${one.indicator} · ${one.satkerName}`,
    state: QUARTER_WORDS[quarterState(one.year, row, today)],
    facts: quarterFacts(one, row),
    obstacle: row.obstacle,
    strategy: row.strategy,
    wait: begun ? '' : `Dapat dilaporkan mulai ${formatDate(from)}.`,
    report:
      keeps && begun
        ? {
            href: paths.quarterReport(one.id, String(row.quarter)),
            label: isReported(row) ? 'Perbaiki laporan' : 'Laporkan triwulan',
          }
        : null,
    panels,
  }
}

/** What stands of a quarter, in words. */
export function quarterFacts(one: KeptCommitment, row: QuarterRow) {
  const { from, until } = quarterDays(one.year, row.quarter)
  return [
    { label: 'Masa', value: formatDateRange(from, until) },
    { label: `Target TW ${ROMAN[row.quarter]}`, value: `${figureWords(row.target)} ${one.unit}` },
    {
      label: 'Realisasi',
      value: isReported(row) ? `${figureWords(row.realisation)} ${one.unit}` : 'Belum dilaporkan',
    },
    ...(isReported(row)
      ? [
          { label: 'Capaian', value: shareWords(one.direction, row) || 'Tanpa persentase: targetnya nol' },
          { label: 'Dilaporkan', value: formatDate(row.reportedOn) },
        ]
      : []),
  ]
}

interface ReportState {
  readonly form?: FormState
  readonly clash?: boolean
}

/** `clash`: somebody else reported meanwhile; both are shown, and the next save counts from what stands now. */
export function reportFormPage(
  one: KeptCommitment,
  row: QuarterRow,
  today: string,
  { form, clash = false }: ReportState = {},
): ReportFormPage {
  const standing = valuesOf(row, today)
  const shown = form ?? freshForm(standing)
  const fields = fieldsOf(shown, one, row.quarter)
  const own = { label: quarterName(one.year, row.quarter), href: paths.quarter(one.id, String(row.quarter)) }
  return {
    title: `Laporkan triwulan ${ROMAN[row.quarter]} ${one.year}`,
    current: 'register',
    sheet: 'registers',
    crumbs: registerCrumbs(
      one.satkerId,
      listLink(one),
      { label: one.indicator, href: paths.commitment(one.id) },
      own,
    ),
    over: `${one.indicator} · ${one.satkerName}`,
    action: paths.quarterReport(one.id, String(row.quarter)),
    version: clash || !form ? row.version : Number(form.values['version'] ?? row.version),
    facts: [
      ...commitmentFacts(one),
      { label: `Target TW ${ROMAN[row.quarter]}`, value: `${figureWords(row.target)} ${one.unit}` },
    ],
    fields,
    summary: errorSummary(shown, fields),
    clashes: clash ? differences(fields, shown, standing) : [],
    backHref: own.href,
    withdrawal: isReported(row) ? withdrawalOf(one, row) : null,
  }
}

const valuesOf = (row: QuarterRow, today: string): FormValues => ({
  realisation: typedNumber(row.realisation),
  obstacle: row.obstacle,
  strategy: row.strategy,
  reportedOn: row.reportedOn ?? today,
})

const fieldsOf = (form: FormState, one: KeptCommitment, quarter: Quarter): Field[] => [
  numberField(form, 'realisation', {
    label: 'Realisasi',
    decimals: true,
    hint: `Dalam ${one.unit}. Koma sebagai tanda desimal.`,
  }),
  textAreaField(form, 'obstacle', {
    label: 'Kendala',
    required: false,
    maxlength: 2000,
    hint: 'Wajib bila target tidak tercapai.',
  }),
  textAreaField(form, 'strategy', {
    label: quarter === 4 ? 'Strategi tahun berikutnya' : 'Strategi triwulan berikutnya',
    required: false,
    maxlength: 2000,
  }),
  dateField(form, 'reportedOn', { label: 'Tanggal lapor' }),
]

const withdrawalOf = (one: KeptCommitment, row: QuarterRow): Confirm => ({
  tone: 'warn',
  lead: 'Salah melaporkan triwulan ini?',
  text: 'Penarikan mengosongkan laporan; triwulan ini kembali belum lapor. Isinya tetap ada di riwayat.',
  action: paths.quarterWithdrawal(one.id, String(row.quarter)),
  submit: 'Tarik laporan',
  destructive: true,
  hidden: [],
  fields: [],
  cancel: { label: 'Batal', href: paths.quarter(one.id, String(row.quarter)) },
})
