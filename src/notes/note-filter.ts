import { NOTE_SEVERITIES, type NoteSeverity } from '../engine/stages/notes'

/** What a list shows by state; words of the address. */
export const NOTE_VIEWS = ['terbuka', 'lewat', 'ditanggapi', 'diverifikasi', 'ditarik', 'semua'] as const
export type NoteView = (typeof NOTE_VIEWS)[number]

export const NOTE_SORTS = ['tenggat', 'satker', 'area', 'tingkat'] as const
export type NoteSort = (typeof NOTE_SORTS)[number]

export interface NoteFilter {
  readonly view: NoteView
  readonly search: string
  /** Id of an area; empty for all. */
  readonly area: string
  readonly severity: NoteSeverity | ''
  /** Only those from a cycle before. */
  readonly carried: boolean
  readonly sort: NoteSort
  readonly descending: boolean
  /** From 1. */
  readonly page: number
  /** Everything that matches on one page, to print it. */
  readonly whole: boolean
}

export const NO_FILTER: NoteFilter = {
  view: 'terbuka',
  search: '',
  area: '',
  severity: '',
  carried: false,
  sort: 'tenggat',
  descending: false,
  page: 1,
  whole: false,
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, 100) : '')

/** Reads `keadaan`, `cari`, `area`, `tingkat`, `asal=lalu`, `urut` (`-satker` downwards) and `hal` (`semua` for the whole); the unknown is left out. */
export function noteFilter(query: Readonly<Record<string, unknown>>): NoteFilter {
  const order = text(query['urut'])
  const page = Number(text(query['hal']))
  return {
    view: NOTE_VIEWS.find(view => view === text(query['keadaan'])) ?? NO_FILTER.view,
    search: text(query['cari']),
    area: text(query['area']),
    severity: NOTE_SEVERITIES.find(severity => severity === text(query['tingkat'])) ?? '',
    carried: text(query['asal']) === 'lalu',
    sort: NOTE_SORTS.find(sort => sort === order.replace(/^-/, '')) ?? NO_FILTER.sort,
    descending: order.startsWith('-'),
    page: Number.isSafeInteger(page) && page > 0 ? Math.min(page, 100_000) : 1,
    whole: text(query['hal']) === 'semua',
  }
}

/** The address of a list with a filter, without what is at its default. */
export function noteListHref(base: string, filter: NoteFilter, change: Partial<NoteFilter> = {}): string {
  const asked = { ...filter, page: 1, whole: false, ...change }
  const { view, search, area, severity, carried, sort, descending, page, whole } = asked
  const order = `${descending ? '-' : ''}${sort}`
  const parts: [string, string][] = [
    ['keadaan', view === NO_FILTER.view ? '' : view],
    ['cari', search],
    ['area', area],
    ['tingkat', severity],
    ['asal', carried ? 'lalu' : ''],
    ['urut', order === NO_FILTER.sort ? '' : order],
    ['hal', whole ? 'semua' : page > 1 ? String(page) : ''],
  ]
  const said = new URLSearchParams(parts.filter(([, value]) => value !== '')).toString()
  return said ? `${base}?${said}` : base
}
