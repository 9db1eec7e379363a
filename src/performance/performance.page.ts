import type { PartNames } from '../accounts/part-names'
import { QUARTERS, type Quarter } from '../engine/performance/quarters'
import { yearStanding } from '../engine/performance/standing'
import { paths } from '../paths'
import { registersLink } from '../registers/register-nav'
import { sortedColumns, type Column } from '../web/components/columns'
import type { Field } from '../web/components/field'
import { selectField, textField } from '../web/components/fields'
import { pagination, type Pagination } from '../web/components/pagination'
import type { Crumbs, Empty } from '../web/components/panels'
import type { Pills } from '../web/components/pills'
import { freshForm } from '../web/form'
import { formatCount } from '../web/format/number'
import { keptWords, listHref } from '../web/list-query'
import type { Link } from '../web/shell'
import type { PageModel } from '../web/view'
import type { RegisterUnit } from '../registers/register-unit'
import { yearOf } from './commitment-facts'
import { commitmentLine, type CommitmentLine } from './commitment-line'
import { followUpLines, type FollowUpLine } from './follow-up-words'
import type { FollowUpRow } from './follow-ups.repository'
import {
  PERFORMANCE_PAGE,
  ROMAN,
  type PerformanceQuery,
  type PerformanceShape,
  type PerformanceView,
} from './performance-list'
import type { PerformancePart } from './performance.service'

declare module '../web/view' {
  interface Views {
    'performance/performance': PerformancePage
  }
}

export interface PerformancePage extends PageModel {
  readonly crumbs: Crumbs
  readonly over: string
  readonly summary: string
  /** Empty for those who only read. */
  readonly newHref: string
  readonly importHref: string
  readonly files: readonly Link[]
  /** The report to sign of each quarter. */
  readonly papers: readonly Link[]
  readonly pills: Pills
  readonly search: {
    readonly action: string
    readonly hidden: readonly { readonly name: string; readonly value: string }[]
    readonly fields: readonly Field[]
    readonly clearHref: string
  }
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly CommitmentLine[]
  readonly empty: Empty | null
  readonly pages: Pagination | null
  /** Null where there is nothing to copy, and for those who only read. */
  readonly carryOver: { readonly action: string; readonly year: string; readonly label: string } | null
  readonly followUps: readonly FollowUpLine[]
}

export interface PerformanceSetting {
  readonly unit: RegisterUnit
  readonly years: readonly number[]
  readonly shape: PerformanceShape
  readonly query: PerformanceQuery
  readonly parts: PartNames
  readonly today: string
  readonly keeps: boolean
  readonly followUps: readonly FollowUpRow[]
}

/** The year of one satker: its commitments and their four quarters. */
export function performancePage(part: PerformancePart, setting: PerformanceSetting): PerformancePage {
  const { unit, query, shape, keeps, today } = setting
  const { counts, total, rows } = part
  const { tahun } = query.filters
  const year = Number(tahun)
  const base = paths.performance(unit.satkerId)
  const table = listHref(paths.performanceTable(unit.satkerId), shape, query)
  return {
    title: `Kinerja ${tahun}`,
    current: 'register',
    sheet: 'registers',
    wide: true,
    crumbs: registerCrumbs(unit.satkerId),
    over: unit.satkerName,
    summary: summaryOf(part, setting),
    newHref: keeps ? `${paths.newCommitment(unit.satkerId)}?tahun=${tahun}` : '',
    importHref: keeps ? paths.importPerformance(unit.satkerId) : '',
    files:
      total > 0
        ? ['xlsx', 'csv'].map(format => ({
            label: `Unduh ${format.toUpperCase()}`,
            href: `${table}${table.includes('?') ? '&' : '?'}format=${format}`,
          }))
        : [],
    papers: counts.semua > 0 ? QUARTERS.map(quarter => paperLink(unit.satkerId, year, quarter)) : [],
    pills: pillsOf(base, setting, part),
    search: searchOf(base, setting),
    caption: `${formatCount(total)} indikator ${VIEW_WORDS[query.filters.keadaan as PerformanceView]}, ${tahun}`,
    columns: sortedColumns(base, shape, query, [
      ['No.', 'nomor'],
      ['Indikator', 'indikator'],
      ['Target', null],
      ...QUARTERS.map(quarter => [`TW ${ROMAN[quarter]}`, null] as [string, null]),
      ['Tren', null],
    ]),
    rows: rows.map(row => commitmentLine(row, today)),
    empty: rows.length > 0 ? null : emptyOf(counts.semua, setting),
    pages: pagination({
      page: query.page,
      pageSize: PERFORMANCE_PAGE,
      total,
      hrefOf: page => listHref(base, shape, query, { page }),
    }),
    carryOver:
      keeps && counts.semua > 0
        ? {
            action: paths.commitmentsCarryOver(unit.satkerId),
            year: tahun,
            label: `Bawa indikator ke ${year + 1}`,
          }
        : null,
    followUps: followUpLines(setting.followUps, today),
  }
}

/** Every page of a register stands below the hub of its satker. */
export const registerCrumbs = (satkerId: string, ...links: readonly Link[]): Crumbs => ({
  links: [registersLink(satkerId), ...links],
})

const paperLink = (satkerId: string, year: number, quarter: Quarter): Link => ({
  label: `TW ${ROMAN[quarter]}`,
  href: `${paths.performancePaper(satkerId)}?tahun=${year}&triwulan=${quarter}`,
})

const VIEW_WORDS: Readonly<Record<PerformanceView, string>> = {
  semua: 'dalam perjanjian kinerja',
  belum: 'dengan triwulan yang belum dilaporkan',
  tidak: 'yang terakhir tidak tercapai',
  hampir: 'yang terakhir hampir tercapai',
  tercapai: 'yang terakhir tercapai',
}

/** The page shows every commitment of most satker, so the year is summed up where it is whole. */
function summaryOf({ counts, rows, total }: PerformancePart, { query }: PerformanceSetting): string {
  const { tahun } = query.filters
  if (counts.semua === 0) return `Belum ada perjanjian kinerja ${tahun}.`
  const whole = total === counts.semua && rows.length === total ? yearStanding(rows.map(yearOf)) : null
  const said = [
    `${formatCount(counts.semua)} indikator`,
    ...(counts.belum > 0 ? [`${formatCount(counts.belum)} belum lengkap laporannya`] : []),
    ...(whole?.complete ? [`${formatCount(whole.reached)} mencapai target tahun`] : []),
  ]
  return `${said.join(', ')}.`
}

function pillsOf(base: string, { query, shape }: PerformanceSetting, { counts }: PerformancePart): Pills {
  const pill = (label: string, view: PerformanceView) => ({
    label,
    href: listHref(base, shape, query, { filters: { keadaan: view } }),
    icon: '' as const,
    count: formatCount(counts[view]),
    current: query.filters.keadaan === view,
  })
  return {
    label: 'Saring indikator',
    items: [
      pill('Semua', 'semua'),
      pill('Belum lapor', 'belum'),
      pill('Tidak tercapai', 'tidak'),
      pill('Hampir', 'hampir'),
      pill('Tercapai', 'tercapai'),
    ],
  }
}

function searchOf(
  base: string,
  { query, shape, years, parts }: PerformanceSetting,
): PerformancePage['search'] {
  const form = freshForm({ cari: query.search, ...query.filters })
  const narrowed = query.search !== '' || query.filters.area !== ''
  return {
    action: base,
    hidden: keptWords(shape, query, ['cari', 'tahun', 'area']),
    fields: [
      textField(form, 'cari', { label: 'Indikator atau satuan', type: 'search', maxlength: 100 }),
      selectField(form, 'tahun', {
        label: 'Tahun',
        choices: [...years]
          .sort((one, other) => other - one)
          .map(year => ({ value: String(year), label: String(year) })),
      }),
      selectField(form, 'area', {
        label: 'Area',
        prompt: 'Semua area',
        choices: [...parts].map(([value, label]) => ({ value, label })),
      }),
    ],
    clearHref: narrowed ? listHref(base, shape, { ...query, search: '' }, { filters: { area: '' } }) : '',
  }
}

function emptyOf(all: number, { unit, keeps, query }: PerformanceSetting): Empty {
  const { tahun } = query.filters
  if (all > 0)
    return {
      title: 'Tidak ada indikator yang cocok.',
      text: 'Ubah kata pencarian atau saringannya.',
      action: {
        label: 'Lihat semua indikator',
        href: `${paths.performance(unit.satkerId)}?tahun=${tahun}`,
        icon: '',
      },
    }
  return {
    title: `Perjanjian kinerja ${tahun} belum dicatat.`,
    text: keeps
      ? 'Tambahkan indikator beserta targetnya, impor dari berkas, atau bawa dari tahun lalu.'
      : 'Diisi oleh kepala satker, ketua tim ZI, atau anggota pokja.',
    action: keeps
      ? { label: 'Impor perjanjian kinerja', href: paths.importPerformance(unit.satkerId), icon: 'upload' }
      : null,
  }
}
