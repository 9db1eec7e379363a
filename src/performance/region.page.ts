import type { Quarter } from '../engine/performance/quarters'
import { paths } from '../paths'
import type { Column } from '../web/components/columns'
import type { Field } from '../web/components/field'
import { selectField, textField } from '../web/components/fields'
import { pagination, type Pagination } from '../web/components/pagination'
import type { Empty } from '../web/components/panels'
import type { Pills } from '../web/components/pills'
import type { Status } from '../web/components/status'
import { freshForm } from '../web/form'
import { formatCount } from '../web/format/number'
import { keptWords, listHref } from '../web/list-query'
import type { Link } from '../web/shell'
import type { PageModel } from '../web/view'
import type { QuarterState } from './commitment-facts'
import { ROMAN } from './performance-list'
import { QUARTER_WORDS } from './performance-words'
import {
  ON_SCREEN,
  quartersShown,
  regionPageSize,
  WHOLE_YEAR,
  type RegionQuery,
  type RegionShape,
  type RegionView,
} from './region-list'
import {
  openWords,
  reachedWords,
  summaryOf,
  tileOf,
  troublesOf,
  VIEW_WORDS,
  whenWords,
  type Tile,
} from './region-words'
import type { RegionCell, RegionUnitRow } from './region.repository'
import type { RegionPart } from './region.service'

declare module '../web/view' {
  interface Views {
    'performance/region': RegionPage
  }
}

export interface RegionPage extends PageModel {
  readonly over: string
  readonly summary: string
  readonly pills: Pills
  readonly quarters: Pills
  readonly search: {
    readonly action: string
    readonly hidden: readonly { readonly name: string; readonly value: string }[]
    readonly fields: readonly Field[]
    readonly clearHref: string
  }
  readonly screen: Link
  readonly paperHref: string
  /** Without controls, for the wall. */
  readonly onScreen: boolean
  /** One quarter is shown, so each mark has room for its name. */
  readonly named: boolean
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly UnitLine[]
  readonly key: readonly Status[]
  readonly empty: Empty | null
  readonly pages: Pagination | null
}

interface UnitLine {
  readonly href: string
  readonly name: string
  /** What is wrong, the worst first. */
  readonly troubles: readonly Status[]
  readonly reached: string
  readonly quarters: readonly { readonly title: string; readonly tiles: readonly Tile[] }[]
  /** Where a note is left; empty for those who only read. */
  readonly noteHref: string
  /** Where those that are open stand, of whatever year. */
  readonly notesHref: string
  readonly notes: string
}

export interface RegionSetting {
  readonly shape: RegionShape
  readonly query: RegionQuery
  readonly years: readonly number[]
  /** Kanwil by id. */
  readonly regions: ReadonlyMap<string, string>
  readonly today: string
  readonly follows: boolean
}

/** The heat map: units × indicators × quarters, the worst unit first, each mark with its sign and number. */
export function regionPage(part: RegionPart, setting: RegionSetting): RegionPage {
  const { query, shape, regions } = setting
  const { wilayah, tampilan } = query.filters
  const base = paths.region()
  const onScreen = tampilan === ON_SCREEN
  const shown = quartersShown(query)
  const when = whenWords(query)
  const size = regionPageSize(tampilan)
  const sorted = (sort: 'terburuk' | 'nama', label: string): Column => {
    const isSort = query.sort === sort
    return {
      label,
      href: listHref(base, shape, query, { sort, descending: isSort && !query.descending }),
      sorted: isSort ? (query.descending ? 'descending' : 'ascending') : 'none',
    }
  }
  const plain = (label: string): Column => ({ label, href: '', sorted: '' })
  return {
    title: `Kinerja ${when}`,
    current: 'kinerja',
    sheet: 'registers',
    wide: true,
    bodyClass: onScreen ? 'pk-region pk-screen' : 'pk-region',
    over: regions.get(wilayah) ?? 'Semua satker dalam jangkauan Anda',
    summary: summaryOf(part),
    pills: viewPills(base, setting, part),
    quarters: quarterPills(base, setting),
    search: searchOf(base, setting),
    screen: screenLink(base, setting),
    paperHref: listHref(paths.regionPaper(), shape, query, { filters: { tampilan: '' } }),
    onScreen,
    named: shown.length === 1,
    caption: `Capaian ${formatCount(part.total)} satker, ${when}`,
    columns: [
      sorted('nama', 'Satker'),
      sorted('terburuk', 'Perlu perhatian'),
      ...shown.map(quarter => plain(`TW ${ROMAN[quarter]}`)),
      plain('Tindak lanjut'),
    ],
    rows: part.units.map(unit => lineOf(unit, part.cells.get(unit.id) ?? [], setting)),
    key: KEY.map(state => QUARTER_WORDS[state]),
    empty: part.units.length > 0 ? null : EMPTY,
    pages: pagination({
      page: query.page,
      pageSize: size,
      total: part.total,
      hrefOf: page => listHref(base, shape, query, { page }),
    }),
  }
}

/** The other view, at the page that has the first unit of this one. */
function screenLink(base: string, { shape, query }: RegionSetting): Link {
  const onScreen = query.filters.tampilan === ON_SCREEN
  const tampilan = onScreen ? '' : ON_SCREEN
  const before = (query.page - 1) * regionPageSize(query.filters.tampilan)
  const page = Math.floor(before / regionPageSize(tampilan)) + 1
  return {
    label: onScreen ? 'Tampilan biasa' : 'Tampilan layar',
    href: listHref(base, shape, query, { filters: { tampilan }, page }),
  }
}

const KEY: readonly QuarterState[] = ['reached', 'near', 'missed', 'unreported', 'open', 'ahead']

const EMPTY: Empty = {
  title: 'Tidak ada satker yang cocok.',
  text: 'Ubah kata pencarian atau saringannya.',
  action: { label: 'Lihat semua satker', href: paths.region(), icon: '' },
}

function viewPills(base: string, { query, shape }: RegionSetting, { sums }: RegionPart): Pills {
  const pill = (view: RegionView, count: string) => ({
    label: VIEW_WORDS[view],
    href: listHref(base, shape, query, { filters: { keadaan: view } }),
    icon: '' as const,
    count,
    current: query.filters.keadaan === view,
  })
  return {
    label: 'Saring satker',
    items: [
      pill('semua', formatCount(sums.units)),
      pill('belum', formatCount(sums.unreported)),
      pill('tidak', ''),
      pill('tanpa', formatCount(sums.without)),
      pill('tindak', ''),
    ],
  }
}

const quarterPills = (base: string, { query, shape }: RegionSetting): Pills => ({
  label: 'Pilih triwulan',
  items: ['1', '2', '3', '4', WHOLE_YEAR].map(value => ({
    label: value === WHOLE_YEAR ? 'Setahun' : `TW ${ROMAN[Number(value) as Quarter]}`,
    href: listHref(base, shape, query, { filters: { triwulan: value } }),
    icon: '' as const,
    count: '',
    current: query.filters.triwulan === value,
  })),
})

function searchOf(base: string, { query, shape, years, regions }: RegionSetting): RegionPage['search'] {
  const form = freshForm({ cari: query.search, ...query.filters })
  const narrowed = query.search !== '' || query.filters.wilayah !== ''
  return {
    action: base,
    hidden: keptWords(shape, query, ['cari', 'tahun', 'wilayah']),
    fields: [
      textField(form, 'cari', { label: 'Satker atau kode', type: 'search', maxlength: 100 }),
      selectField(form, 'tahun', {
        label: 'Tahun',
        choices: [...years]
          .sort((one, other) => other - one)
          .map(year => ({ value: String(year), label: String(year) })),
      }),
      selectField(form, 'wilayah', {
        label: 'Wilayah',
        prompt: 'Semua wilayah',
        choices: [...regions].map(([value, label]) => ({ value, label })),
      }),
    ],
    clearHref: narrowed ? listHref(base, shape, { ...query, search: '' }, { filters: { wilayah: '' } }) : '',
  }
}

function lineOf(unit: RegionUnitRow, cells: readonly RegionCell[], setting: RegionSetting): UnitLine {
  const { query, follows } = setting
  const { tahun } = query.filters
  const href = `${paths.performance(unit.id)}?tahun=${tahun}`
  const shown = quartersShown(query)
  const [first = 1] = shown
  return {
    href,
    name: unit.name,
    troubles: troublesOf(unit),
    reached: reachedWords(unit),
    quarters: shown.map(quarter => ({
      title: `TW ${ROMAN[quarter]}`,
      tiles: cells.filter(cell => cell.quarter === quarter).map(cell => tileOf(cell, setting)),
    })),
    noteHref: follows ? `${paths.newFollowUp(unit.id)}?tahun=${tahun}&triwulan=${first}` : '',
    notesHref: `${href}#tindak-lanjut`,
    notes: openWords(unit),
  }
}
