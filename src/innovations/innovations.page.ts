import type { PartNames } from '../accounts/part-names'
import { paths } from '../paths'
import { areaFilterField } from '../registers/area-filter'
import { registersLink } from '../registers/register-nav'
import type { RegisterUnit } from '../registers/register-unit'
import { sortedColumns, type Column } from '../web/components/columns'
import type { Field } from '../web/components/field'
import { selectField, textField } from '../web/components/fields'
import { pagination, type Pagination } from '../web/components/pagination'
import type { Crumbs, Empty } from '../web/components/panels'
import type { Pills } from '../web/components/pills'
import type { Status } from '../web/components/status'
import { freshForm } from '../web/form'
import { formatCount } from '../web/format/number'
import { keptWords, listHref } from '../web/list-query'
import type { Link } from '../web/shell'
import type { PageModel } from '../web/view'
import type { InnovationRow } from './innovation-facts'
import { INNOVATIONS_PAGE, innovationShape, type InnovationQuery, type RunView } from './innovation-list'
import {
  changeWords,
  measureStatus,
  proofStatus,
  runDates,
  runStatus,
  usersWords,
  valuesWords,
} from './innovation-words'
import type { InnovationsPart } from './innovations.service'

declare module '../web/view' {
  interface Views {
    'innovations/innovations': InnovationsPage
  }
}

export interface InnovationsPage extends PageModel {
  readonly crumbs: Crumbs
  readonly over: string
  readonly summary: string
  /** Empty for those who only read. */
  readonly newHref: string
  readonly importHref: string
  readonly files: readonly Link[]
  readonly paperHref: string
  readonly pills: Pills
  readonly search: {
    readonly action: string
    readonly hidden: readonly { readonly name: string; readonly value: string }[]
    readonly fields: readonly Field[]
    readonly clearHref: string
  }
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly InnovationLine[]
  readonly empty: Empty | null
  readonly pages: Pagination | null
}

export interface InnovationLine {
  readonly href: string
  readonly name: string
  readonly areas: string
  readonly proof: Status
  readonly measured: Status
  /** `40 → 12 menit, turun 28 menit (70%)`; empty before both are known. */
  readonly result: string
  readonly users: string
  readonly copies: string
  readonly state: Status
  readonly dates: string
}

export interface InnovationsSetting {
  readonly unit: RegisterUnit
  readonly query: InnovationQuery
  readonly parts: PartNames
  readonly today: string
  readonly keeps: boolean
}

const RUN_WORDS: Readonly<Record<RunView, string>> = {
  semua: 'tercatat',
  berjalan: 'yang berjalan',
  rencana: 'yang direncanakan',
  berhenti: 'yang berhenti',
}

/** Words of the filters. */
export const MEASURED_WORDS: Readonly<Record<string, string>> = {
  terukur: 'Terukur sebelum dan sesudah',
  sesudah: 'Belum terukur sesudahnya',
  menunggu: 'Baru terukur sebelum',
  belum: 'Belum diukur sama sekali',
}
export const PROVEN_WORDS: Readonly<Record<string, string>> = {
  terbukti: 'Terbukti',
  belum: 'Belum terbukti',
}

const choicesOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** The innovations of one satker. */
export function innovationsPage(part: InnovationsPart, setting: InnovationsSetting): InnovationsPage {
  const { unit, query, parts, keeps } = setting
  const { counts, total, rows } = part
  const base = paths.innovations(unit.satkerId)
  const shape = innovationShape(parts)
  const file = (format: string) => {
    const href = listHref(paths.innovationsTable(unit.satkerId), shape, query)
    return {
      label: `Unduh ${format.toUpperCase()}`,
      href: `${href}${href.includes('?') ? '&' : '?'}format=${format}`,
    }
  }
  return {
    title: 'Inovasi',
    current: 'register',
    sheet: 'registers',
    crumbs: { links: [registersLink(unit.satkerId)] },
    over: unit.satkerName,
    summary: summaryOf(part),
    newHref: keeps ? paths.newInnovation(unit.satkerId) : '',
    importHref: keeps ? paths.importInnovations(unit.satkerId) : '',
    files: total > 0 ? ['xlsx', 'csv'].map(file) : [],
    paperHref: total > 0 ? listHref(paths.innovationsPaper(unit.satkerId), shape, query) : '',
    pills: pillsOf(base, setting, part),
    search: searchOf(base, setting),
    caption: `${formatCount(total)} inovasi ${RUN_WORDS[query.filters.keadaan as RunView]}`,
    columns: sortedColumns(base, shape, query, [
      ['Inovasi', 'nama'],
      ['Kebutuhan', null],
      ['Sebelum dan sesudah', 'diukur'],
      ['Pengguna', 'pengguna'],
      ['Direplikasi', null],
      ['Masa', 'mulai'],
    ]),
    rows: rows.map(row => lineOf(row, setting)),
    empty: rows.length > 0 ? null : emptyOf(counts.semua, base, setting),
    pages: pagination({
      page: query.page,
      pageSize: INNOVATIONS_PAGE,
      total,
      hrefOf: page => listHref(base, shape, query, { page }),
    }),
  }
}

function summaryOf({ counts }: InnovationsPart): string {
  if (counts.semua === 0) return 'Belum ada inovasi yang tercatat.'
  return `${formatCount(counts.berjalan)} inovasi berjalan dari ${formatCount(counts.semua)} yang tercatat.`
}

function pillsOf(base: string, { query, parts }: InnovationsSetting, { counts }: InnovationsPart): Pills {
  const pill = (label: string, view: RunView) => ({
    label,
    href: listHref(base, innovationShape(parts), query, { filters: { keadaan: view } }),
    icon: '' as const,
    count: formatCount(counts[view]),
    current: query.filters.keadaan === view,
  })
  return {
    label: 'Saring inovasi',
    items: [
      pill('Semua', 'semua'),
      pill('Berjalan', 'berjalan'),
      pill('Direncanakan', 'rencana'),
      pill('Berhenti', 'berhenti'),
    ],
  }
}

function searchOf(base: string, { query, parts }: InnovationsSetting): InnovationsPage['search'] {
  const { area, ukur, bukti } = query.filters
  const form = freshForm({ cari: query.search, area, ukur, bukti })
  const shape = innovationShape(parts)
  const narrowed = [query.search, area, ukur, bukti].some(word => word !== '')
  return {
    action: base,
    hidden: keptWords(shape, query, ['cari', 'area', 'ukur', 'bukti']),
    fields: [
      textField(form, 'cari', { label: 'Nama atau kebutuhan', type: 'search', maxlength: 100 }),
      areaFilterField(form, parts),
      selectField(form, 'ukur', {
        label: 'Pengukuran',
        prompt: 'Semua',
        choices: choicesOf(MEASURED_WORDS),
      }),
      selectField(form, 'bukti', {
        label: 'Kebutuhan',
        prompt: 'Semua',
        choices: choicesOf(PROVEN_WORDS),
      }),
    ],
    clearHref: narrowed
      ? listHref(base, shape, { ...query, search: '' }, { filters: { area: '', ukur: '', bukti: '' } })
      : '',
  }
}

function lineOf(row: InnovationRow, { parts, today }: InnovationsSetting): InnovationLine {
  const copies = row.copies.length
  return {
    href: paths.innovation(row.id),
    name: row.name,
    areas: row.areas
      .map(id => (parts.has(id) && /^\d+$/.test(id) ? `Area ${id}` : (parts.get(id) ?? id)))
      .join(', '),
    proof: proofStatus(row),
    measured: measureStatus(row),
    result: [valuesWords(row), changeWords(row)].filter(Boolean).join(', '),
    users: usersWords(row) || '–',
    copies: copies === 0 ? '–' : `${formatCount(copies)} unit`,
    state: runStatus(row, today),
    dates: runDates(row),
  }
}

function emptyOf(all: number, base: string, { unit, keeps }: InnovationsSetting): Empty {
  if (all > 0)
    return {
      title: 'Tidak ada inovasi yang cocok.',
      text: 'Ubah kata pencarian atau saringannya.',
      action: { label: 'Lihat semua inovasi', href: base, icon: '' },
    }
  return {
    title: 'Register inovasi masih kosong.',
    text: keeps
      ? 'Catat kebutuhannya lebih dahulu, lalu ukur sebelum dan sesudahnya.'
      : 'Diisi oleh ketua tim ZI, anggota pokja, atau kepala satker.',
    action: keeps
      ? { label: 'Tambah inovasi', href: paths.newInnovation(unit.satkerId), icon: 'plus' }
      : null,
  }
}
