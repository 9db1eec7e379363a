import { fromText, sum, ZERO } from '../engine/exact'
import { paths } from '../paths'
import { sectionTitle } from '../reports/section-titles'
import { proofBar } from '../web/charts/proof-bar'
import type { Field } from '../web/components/field'
import { selectField, textField } from '../web/components/fields'
import { pagination, type Pagination } from '../web/components/pagination'
import type { Empty } from '../web/components/panels'
import { STATUS, type Status } from '../web/components/status'
import { formatCount, formatScore } from '../web/format/number'
import { freshForm } from '../web/form'
import type { SafeHtml } from '../web/html'
import type { PageModel } from '../web/view'
import { listQuery } from './assessment-list.form'
import { PAGE_SIZE, type CycleRow, type ListFilter, type ListSort } from './assessment-list.repository'
import type { AssessmentList, ListedAssessment } from './assessment-list.service'
import { daysLeft } from './days-left'
import { STAGE_NAMES } from './stage-names'

declare module '../web/view' {
  interface Views {
    'assessments/list': AssessmentListPage
  }
}

export interface AssessmentListPage extends PageModel {
  readonly over: string
  readonly action: string
  readonly fields: readonly Field[]
  readonly columns: readonly Column[]
  readonly caption: string
  readonly rows: readonly Row[]
  readonly empty: Empty | null
  readonly pages: Pagination | null
}

interface Column {
  readonly label: string
  readonly href: string
  /** `ascending`, `descending` or `none`; `''` for a column that does not sort. */
  readonly sorted: 'ascending' | 'descending' | 'none' | ''
  readonly number: boolean
}

interface Row {
  readonly href: string
  readonly satker: string
  readonly where: string
  readonly stage: string
  readonly days: string
  readonly bar: SafeHtml
  readonly substantiated: string
  readonly claimed: string
  readonly gates: Status
  readonly failing: string
  readonly answered: string
  readonly flagged: string
  readonly anyFlag: boolean
}

/** The list when no cycle was opened yet. */
export const NO_CYCLES: AssessmentListPage = {
  title: 'Penilaian',
  current: 'penilaian',
  over: '',
  action: paths.assessments(),
  fields: [],
  columns: [],
  caption: '',
  rows: [],
  pages: null,
  empty: {
    title: 'Belum ada siklus.',
    text: 'Penilaian satker muncul di sini setelah administrator pusat membuka siklus.',
    action: null,
  },
}

const NONE_FOR_YOU: Empty = {
  title: 'Belum ada penilaian untuk Anda pada siklus ini.',
  text: 'Penilaian muncul di sini setelah satkernya dibuka atau ditugaskan kepada Anda.',
  action: null,
}

const noneMatches = (cycle: CycleRow): Empty => ({
  title: 'Tidak ada penilaian yang cocok.',
  text: 'Ubah kata pencarian atau saringannya.',
  action: { label: 'Hapus saringan', href: `${paths.assessments()}?siklus=${cycle.year}`, icon: '' },
})

const isFiltered = ({ search, stage, region, gates }: ListFilter): boolean =>
  [search, stage, region, gates].some(said => said !== '')

export function assessmentListPage(
  list: AssessmentList,
  cycles: readonly CycleRow[],
  filter: ListFilter,
  now: Date,
): AssessmentListPage {
  const hrefOf = (change: Partial<ListFilter>) =>
    `${paths.assessments()}${listQuery(list.cycle.year, filter, change)}`
  return {
    title: 'Penilaian',
    current: 'penilaian',
    wide: true,
    over: `${list.cycle.title} · ${formatCount(list.total)} satker`,
    action: paths.assessments(),
    fields: filterFields(list, cycles, filter),
    columns: columnsOf(filter, hrefOf),
    caption:
      'Satu ambang yang gagal menggugurkan predikat. Ambang dibaca pada nilai terbukti, menurut predikat tujuan tiap satker.',
    rows: list.rows.map(row => rowOf(list, row, now)),
    empty: list.rows.length > 0 ? null : isFiltered(filter) ? noneMatches(list.cycle) : NONE_FOR_YOU,
    pages: pagination({
      page: filter.page,
      pageSize: PAGE_SIZE,
      total: list.total,
      hrefOf: page => hrefOf({ page }),
    }),
  }
}

function filterFields(list: AssessmentList, cycles: readonly CycleRow[], filter: ListFilter): Field[] {
  const form = freshForm({
    siklus: String(list.cycle.year),
    cari: filter.search,
    tahap: filter.stage,
    wilayah: filter.region,
    ambang: filter.gates === 'failing' ? 'belum' : filter.gates === 'passing' ? 'terpenuhi' : '',
  })
  const units = (key: 'stage' | 'region', value: string) =>
    list.facets.filter(facet => facet[key] === value).reduce((sum, facet) => sum + facet.units, 0)
  const regions = [...new Set(list.facets.map(facet => facet.region))].filter(Boolean)
  return [
    selectField(form, 'siklus', {
      label: 'Siklus',
      choices: cycles.map(cycle => ({ value: String(cycle.year), label: String(cycle.year) })),
    }),
    textField(form, 'cari', { label: 'Nama atau kode satker', type: 'search', maxlength: 200 }),
    selectField(form, 'tahap', {
      label: 'Tahap',
      prompt: 'Semua tahap',
      choices: Object.entries(STAGE_NAMES).map(([value, label]) => ({
        value,
        label: `${label} (${formatCount(units('stage', value))})`,
      })),
    }),
    ...(regions.length > 1 || filter.region
      ? [
          selectField(form, 'wilayah', {
            label: 'Wilayah',
            prompt: 'Semua wilayah',
            choices: regions.map(region => ({
              value: region,
              label: `${region} (${formatCount(units('region', region))})`,
            })),
          }),
        ]
      : []),
    selectField(form, 'ambang', {
      label: 'Ambang',
      prompt: 'Semua',
      choices: [
        { value: 'belum', label: 'Di bawah ambang' },
        { value: 'terpenuhi', label: 'Semua terpenuhi' },
      ],
    }),
  ]
}

function columnsOf(filter: ListFilter, hrefOf: (change: Partial<ListFilter>) => string): Column[] {
  const column = (label: string, sort: ListSort | null, number = false): Column => {
    if (!sort) return { label, href: '', sorted: '', number }
    const current = filter.sort === sort
    // Names begin with A; figures with the largest, unless already in that order.
    const descending = current ? !filter.descending : sort !== 'name'
    return {
      label,
      href: hrefOf({ sort, descending, page: 1 }),
      sorted: current ? (filter.descending ? 'descending' : 'ascending') : 'none',
      number,
    }
  }
  return [
    column('Satker', 'name'),
    column('Tahap', null),
    column('Selisih', 'gap'),
    column('Terbukti', 'substantiated', true),
    column('Diklaim', 'claimed', true),
    column('Ambang', null),
    column('Terjawab', 'answered', true),
    column('Bertanda', 'flagged', true),
  ]
}

function rowOf({ instrument }: AssessmentList, row: ListedAssessment, now: Date): Row {
  const failing = row.gates.filter(gate => !gate.substantiated.passes)
  const claimed = row.gates.filter(gate => !gate.claimed.passes).length
  const total = row.gates.find(gate => gate.section === 'total')
  const minimum = total?.substantiated.minimum ?? null
  const below = minimum ? { below: minimum } : {}
  const score = {
    claimed: row.claimed ? fromText(row.claimed) : ZERO,
    substantiated: row.substantiated ? fromText(row.substantiated) : ZERO,
  }
  const weight = instrument.sections.map(section => section.weight)
  return {
    href: paths.assessment(row.id),
    satker: row.satkerName,
    where: [row.satkerCode, row.region, `menuju ${row.targetPredicate}`].filter(Boolean).join(' · '),
    stage: row.round > 1 ? `${STAGE_NAMES[row.stage]}, putaran ${row.round}` : STAGE_NAMES[row.stage],
    days: daysLeft(row, now)?.days ?? '',
    bar: proofBar({ ...score, minimum, weight: sum(weight) }),
    substantiated: formatScore(score.substantiated, below),
    claimed: formatScore(score.claimed, below),
    gates:
      Number(row.answered ?? 0) === 0
        ? { ...STATUS.notStarted, text: 'Belum ada jawaban' }
        : failing.length === 0
          ? STATUS.met
          : { tone: 'bad', icon: 'cross', text: `${failing.length} dari ${row.gates.length} gagal` },
    failing:
      Number(row.answered ?? 0) === 0
        ? ''
        : failingWords(
            failing.map(gate => sectionTitle(instrument, gate.section)),
            claimed,
          ),
    answered: `${Number(row.answered ?? 0)}/${Number(row.questions ?? 0)}`,
    flagged: formatCount(Number(row.flagged ?? 0)),
    anyFlag: Number(row.flagged ?? 0) > 0,
  }
}

const MAX_NAMED = 2

function failingWords(titles: readonly string[], claimed: number): string {
  if (titles.length === 0) return ''
  const more = titles.length - MAX_NAMED
  const named = titles.slice(0, MAX_NAMED).join(', ') + (more > 0 ? `, dan ${more} lainnya` : '')
  return claimed === 0 ? `${named}; diklaim lulus` : `${named}; diklaim gagal ${claimed}`
}
