import { paths } from '../paths'
import type { Field } from '../web/components/field'
import { selectField, textField } from '../web/components/fields'
import { pagination, type Pagination } from '../web/components/pagination'
import type { Empty } from '../web/components/panels'
import type { Pills } from '../web/components/pills'
import type { Status } from '../web/components/status'
import { freshForm } from '../web/form'
import { formatCount } from '../web/format/number'
import { keptWords, listHref } from '../web/list-query'
import { ASSESSMENT_STAGES } from '../engine/stages/stages'
import { STAGE_NAMES } from '../assessments/stage-names'
import type { Link } from '../web/shell'
import type { PageModel } from '../web/view'
import { findingsHref } from './finding-words'
import { MATRIX_VIEWS, matrixPageSize, ON_SCREEN, type MatrixQuery, type MatrixShape } from './matrix-list'
import {
  cellsOf,
  headingOf,
  headlineOf,
  LEGEND,
  MATRIX_HEADS,
  overWords,
  restOf,
  standingWords,
  VIEW_WORDS,
  type MatrixCell,
  type MatrixHead,
} from './matrix-words'
import type { MatrixUnitRow } from './matrix.repository'
import type { MatrixPart, OfferedChoices } from './matrix.service'

declare module '../web/view' {
  interface Views {
    'findings/matrix': MatrixPage
  }
}

/** What both the page and the paper show. */
export interface MatrixTable {
  readonly caption: string
  readonly unit: SortedHead
  readonly score: SortedHead
  readonly trouble: SortedHead
  /** Of the unit's column, which is ordered by two things. */
  readonly unitSorted: SortedHead['sorted']
  readonly heads: readonly MatrixHead[]
  readonly rows: readonly MatrixLine[]
  /** False on paper. */
  readonly linked: boolean
}

/** An address is empty on paper. */
interface SortedHead {
  readonly href: string
  readonly sorted: 'ascending' | 'descending' | 'none'
}

interface MatrixLine {
  readonly href: string
  readonly name: string
  readonly standing: string
  readonly danger: string
  readonly late: string
  readonly cells: readonly MatrixCell[]
}

export interface MatrixPage extends PageModel {
  readonly over: string
  readonly heading: string
  readonly headline: string
  readonly rest: string
  readonly legend: readonly Status[]
  readonly pills: Pills
  readonly search: {
    readonly action: string
    readonly hidden: readonly { readonly name: string; readonly value: string }[]
    readonly fields: readonly Field[]
    readonly clearHref: string
  }
  /** The search stands open where it narrows the list. */
  readonly narrowed: boolean
  readonly screen: Link
  readonly paperHref: string
  readonly historyHref: string
  /** Without controls, for the wall. */
  readonly onScreen: boolean
  readonly table: MatrixTable
  readonly empty: Empty | null
  readonly pages: Pagination | null
}

export interface MatrixSetting {
  readonly shape: MatrixShape
  readonly query: MatrixQuery
  readonly choices: OfferedChoices
  readonly today: string
}

/** Units × recommendations and pitfalls, the most troubled first, each cell with its sign and word. */
export function matrixPage(part: MatrixPart, setting: MatrixSetting): MatrixPage {
  const { query, shape, choices, today } = setting
  const { tampilan } = query.filters
  const base = paths.matrix()
  return {
    title: 'Matriks',
    current: 'matriks',
    sheet: 'findings',
    wide: true,
    bodyClass: 'mx-page',
    over: overWords(query, choices.named, today),
    heading: headingOf(part.sums),
    headline: headlineOf(part.sums),
    rest: restOf(part.sums, query),
    legend: LEGEND,
    pills: viewPills(base, setting, part),
    search: searchOf(base, setting),
    narrowed: isNarrowed(query),
    screen: screenLink(base, setting),
    paperHref: listHref(paths.matrixPaper(), shape, query, { filters: { tampilan: '' } }),
    historyHref: listHref(paths.matrixHistory(), shape, query, {
      filters: { tampilan: '', keadaan: 'semua' },
      sort: 'masalah',
      descending: false,
    }),
    onScreen: tampilan === ON_SCREEN,
    table: matrixTable(part, setting, true),
    empty: part.units.length > 0 ? null : emptyOf(choices),
    pages: pagination({
      page: query.page,
      pageSize: matrixPageSize(tampilan),
      total: part.sums.kept,
      hrefOf: page => listHref(base, shape, query, { page }),
    }),
  }
}

export function matrixTable(
  { units, cells, sums }: MatrixPart,
  { query, shape, today }: MatrixSetting,
  linked: boolean,
): MatrixTable {
  const sorted = (sort: MatrixQuery['sort']): SortedHead => {
    const isSort = query.sort === sort
    return {
      href: linked
        ? listHref(paths.matrix(), shape, query, { sort, descending: isSort && !query.descending })
        : '',
      sorted: isSort && linked ? (query.descending ? 'descending' : 'ascending') : 'none',
    }
  }
  const [unit, score] = [sorted('nama'), sorted('terbukti')]
  return {
    caption: `Rekomendasi dan hal yang harus dihindari di ${formatCount(sums.kept)} satker`,
    unit,
    score,
    trouble: sorted('masalah'),
    unitSorted: unit.sorted === 'none' ? score.sorted : unit.sorted,
    heads: MATRIX_HEADS,
    rows: units.map(row => lineOf(row, cellsOf(row, cells.get(row.id) ?? [], today))),
    linked,
  }
}

const lineOf = (unit: MatrixUnitRow, cells: readonly MatrixCell[]): MatrixLine => ({
  href: findingsHref(unit.id, true),
  name: unit.name,
  standing: standingWords(unit),
  danger: formatCount(unit.danger),
  late: formatCount(unit.late),
  cells,
})

/** The other view, at the page that has the first unit of this one. */
function screenLink(base: string, { shape, query }: MatrixSetting): Link {
  const onScreen = query.filters.tampilan === ON_SCREEN
  const tampilan = onScreen ? '' : ON_SCREEN
  const before = (query.page - 1) * matrixPageSize(query.filters.tampilan)
  const page = Math.floor(before / matrixPageSize(tampilan)) + 1
  return {
    label: onScreen ? 'Tampilan biasa' : 'Tampilan layar',
    href: listHref(base, shape, query, { filters: { tampilan }, page }),
  }
}

const emptyOf = ({ years }: OfferedChoices): Empty =>
  years.length === 0
    ? {
        title: 'Belum ada penilaian untuk Anda.',
        text: 'Satker muncul di sini setelah penilaiannya dibuka atau ditugaskan kepada Anda.',
        action: null,
      }
    : {
        title: 'Tidak ada satker yang cocok.',
        text: 'Ubah kata pencarian atau saringannya.',
        action: { label: 'Lihat semua satker', href: paths.matrix(), icon: '' },
      }

const viewPills = (base: string, { query, shape }: MatrixSetting, { sums }: MatrixPart): Pills => ({
  label: 'Saring satker',
  items: MATRIX_VIEWS.map(view => ({
    label: VIEW_WORDS[view],
    href: listHref(base, shape, query, { filters: { keadaan: view } }),
    icon: '' as const,
    count: formatCount(sums.views[view]),
    current: query.filters.keadaan === view,
  })),
})

export const cycleField = (form: Parameters<typeof selectField>[0], { years }: OfferedChoices): Field =>
  selectField(form, 'siklus', {
    label: 'Siklus',
    choices: [...years]
      .sort((one, other) => other - one)
      .map(year => ({ value: String(year), label: String(year) })),
  })

/** Nothing to choose where all units stand under one kanwil. */
export const regionFields = (
  form: Parameters<typeof selectField>[0],
  { named }: OfferedChoices,
): readonly Field[] =>
  named.size > 1
    ? [
        selectField(form, 'wilayah', {
          label: 'Wilayah',
          prompt: 'Semua wilayah',
          choices: [...named].map(([value, label]) => ({ value, label })),
        }),
      ]
    : []

const isNarrowed = ({ search, filters }: MatrixQuery): boolean =>
  search !== '' || filters.wilayah !== '' || filters.tahap !== ''

function searchOf(base: string, { query, shape, choices }: MatrixSetting): MatrixPage['search'] {
  const form = freshForm({ cari: query.search, ...query.filters })
  return {
    action: base,
    hidden: keptWords(shape, query, ['cari', 'siklus', 'wilayah', 'tahap']),
    fields: [
      textField(form, 'cari', { label: 'Satker atau kode', type: 'search', maxlength: 100 }),
      cycleField(form, choices),
      ...regionFields(form, choices),
      selectField(form, 'tahap', {
        label: 'Tahap',
        prompt: 'Semua tahap',
        choices: ASSESSMENT_STAGES.map(value => ({ value, label: STAGE_NAMES[value] })),
      }),
    ],
    clearHref: isNarrowed(query)
      ? listHref(base, shape, { ...query, search: '' }, { filters: { wilayah: '', tahap: '' } })
      : '',
  }
}
