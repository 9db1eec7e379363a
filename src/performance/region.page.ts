import { exact } from '../engine/exact'
import { achievementOf } from '../engine/performance/achievement'
import { quarterPhase, type Quarter } from '../engine/performance/quarters'
import { paths } from '../paths'
import type { Column } from '../web/components/columns'
import type { Field } from '../web/components/field'
import { selectField, textField } from '../web/components/fields'
import { pagination, type Pagination } from '../web/components/pagination'
import type { Empty } from '../web/components/panels'
import type { Pills } from '../web/components/pills'
import type { Status } from '../web/components/status'
import { freshForm } from '../web/form'
import { formatCount, formatPart } from '../web/format/number'
import type { IconName } from '../web/icons'
import { keptWords, listHref } from '../web/list-query'
import type { Link } from '../web/shell'
import type { PageModel } from '../web/view'
import type { QuarterState } from './commitment-facts'
import { ROMAN } from './performance-list'
import { figureWords, percentWords, QUARTER_WORDS } from './performance-words'
import {
  ON_SCREEN,
  quartersShown,
  REGION_PAGE,
  WHOLE_YEAR,
  type RegionQuery,
  type RegionShape,
  type RegionView,
} from './region-list'
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
  readonly notes: string
}

interface Tile {
  readonly href: string
  readonly tone: string
  readonly icon: IconName
  /** `98%`; realisation and target where the target is 0; empty before the report. */
  readonly share: string
  /** The state, for whoever sees no sign. */
  readonly word: string
  readonly indicator: string
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
  const { tahun, triwulan, wilayah, tampilan } = query.filters
  const base = paths.region()
  const onScreen = tampilan === ON_SCREEN
  const shown = quartersShown(query)
  const when = triwulan === WHOLE_YEAR ? tahun : `triwulan ${ROMAN[shown[0] ?? 1]} ${tahun}`
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
    screen: {
      label: onScreen ? 'Tampilan biasa' : 'Tampilan layar',
      href: listHref(base, shape, query, {
        filters: { tampilan: onScreen ? '' : ON_SCREEN },
        page: query.page,
      }),
    },
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
      pageSize: REGION_PAGE,
      total: part.total,
      hrefOf: page => listHref(base, shape, query, { page }),
    }),
  }
}

const KEY: readonly QuarterState[] = ['reached', 'near', 'missed', 'unreported', 'open', 'ahead']

const EMPTY: Empty = {
  title: 'Tidak ada satker yang cocok.',
  text: 'Ubah kata pencarian atau saringannya.',
  action: { label: 'Lihat semua satker', href: paths.region(), icon: '' },
}

function summaryOf({ sums }: RegionPart): string {
  const said = [
    `${formatCount(sums.units)} satker`,
    `${formatPart(sums.reached, sums.targeted)} target tercapai`,
    ...(sums.missed > 0 ? [`${formatCount(sums.missed)} tidak tercapai`] : []),
    ...(sums.missing > 0
      ? [`${formatCount(sums.missing)} belum dilaporkan di ${formatCount(sums.unreported)} satker`]
      : []),
  ]
  return `${said.join(', ')}.`
}

function viewPills(base: string, { query, shape }: RegionSetting, { sums }: RegionPart): Pills {
  const pill = (label: string, view: RegionView, count: string) => ({
    label,
    href: listHref(base, shape, query, { filters: { keadaan: view } }),
    icon: '' as const,
    count,
    current: query.filters.keadaan === view,
  })
  return {
    label: 'Saring satker',
    items: [
      pill('Semua', 'semua', formatCount(sums.units)),
      pill('Belum lapor', 'belum', formatCount(sums.unreported)),
      pill('Ada yang tidak tercapai', 'tidak', ''),
      pill('Tanpa perjanjian', 'tanpa', formatCount(sums.without)),
      pill('Tindak lanjut terbuka', 'tindak', ''),
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
  const shown = quartersShown(query)
  const [first = 1] = shown
  return {
    href: `${paths.performance(unit.id)}?tahun=${tahun}`,
    name: unit.name,
    troubles: troublesOf(unit),
    reached: unit.targeted > 0 ? `${formatPart(unit.reached, unit.targeted)} tercapai` : '',
    quarters: shown.map(quarter => ({
      title: `TW ${ROMAN[quarter]}`,
      tiles: cells.filter(cell => cell.quarter === quarter).map(cell => tileOf(cell, setting)),
    })),
    noteHref: follows ? `${paths.newFollowUp(unit.id)}?tahun=${tahun}&triwulan=${first}` : '',
    notes: unit.openFollowUps > 0 ? `${formatCount(unit.openFollowUps)} terbuka` : '',
  }
}

function troublesOf({ targeted, missed, missing, near }: RegionUnitRow): Status[] {
  if (targeted === 0) return [{ tone: 'warn', icon: 'dashring', text: 'Tanpa perjanjian' }]
  const counted = (count: number, state: QuarterState): Status[] =>
    count > 0
      ? [
          {
            ...QUARTER_WORDS[state],
            text: `${formatCount(count)} ${QUARTER_WORDS[state].text.toLowerCase()}`,
          },
        ]
      : []
  return [...counted(missed, 'missed'), ...counted(missing, 'unreported'), ...counted(near, 'near')]
}

function tileOf(cell: RegionCell, { query, today }: RegionSetting): Tile {
  const state = stateOfCell(cell, Number(query.filters.tahun), today)
  const { tone, icon, text } = QUARTER_WORDS[state]
  const { direction, target, realisation } = cell
  const share =
    realisation === null ? null : achievementOf(direction, exact(target), exact(realisation)).share
  return {
    href: paths.quarter(cell.commitmentId, String(cell.quarter)),
    tone,
    icon,
    share: share
      ? percentWords(share, 0)
      : realisation === null
        ? ''
        : `${figureWords(realisation)}/${figureWords(target)}`,
    word: text,
    indicator: `${cell.number}. ${cell.indicator}`,
  }
}

function stateOfCell({ state, quarter }: RegionCell, year: number, today: string): QuarterState {
  if (state !== '') return state
  const phase = quarterPhase(year, quarter, today)
  return phase === 'ahead' ? 'ahead' : phase === 'running' ? 'open' : 'unreported'
}
