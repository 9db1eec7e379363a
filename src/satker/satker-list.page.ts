import { paths } from '../paths'
import type { Field } from '../web/components/field'
import { selectField, textField } from '../web/components/fields'
import { pagination, type Pagination } from '../web/components/pagination'
import type { Empty } from '../web/components/panels'
import { freshForm } from '../web/form'
import { formatCount } from '../web/format/number'
import type { Link } from '../web/shell'
import type { PageModel } from '../web/view'
import { depthOf, LEVEL_NAMES } from './satker-facts'
import type { SatkerLevel } from './satker.entity'
import { SATKER_LEVELS } from './satker-levels'
import type { SatkerListRow } from './satker.repository'

declare module '../web/view' {
  interface Views {
    'satker/list': SatkerListPage
  }
}

export const SATKER_PAGE_SIZE = 50

/** What the address of the list says. */
export interface SatkerQuery {
  readonly search: string
  readonly level: SatkerLevel | ''
  readonly region: string
  /** Only this unit and what is below it. */
  readonly under: { readonly id: string; readonly name: string } | null
  readonly page: number
}

export interface SatkerListPage extends PageModel {
  readonly action: string
  readonly fields: readonly Field[]
  /** Kept in the address while filtering: the unit below which is looked. */
  readonly under: string
  readonly clearHref: string
  readonly caption: string
  readonly rows: readonly {
    readonly href: string
    readonly code: string
    readonly name: string
    /** Class of the indent: the place in the tree. */
    readonly indent: string
    readonly level: string
    readonly parent: string
    readonly region: string
    readonly employees: string
    readonly closed: boolean
  }[]
  readonly empty: Empty | null
  readonly pagination: Pagination | null
  readonly newHref: string
  readonly importHref: string
}

const DEEPEST_INDENT = 5

export function satkerListPage(
  query: SatkerQuery,
  list: { readonly rows: readonly SatkerListRow[]; readonly total: number },
  regions: readonly string[],
): SatkerListPage {
  const form = freshForm({ cari: query.search, tingkat: query.level, wilayah: query.region })
  const filtered = Boolean(query.search || query.level || query.region || query.under)
  const choose = (choices: readonly string[]) => choices.map(value => ({ value, label: value }))
  const option = { required: true, idPrefix: 'saring-' }
  return {
    title: 'Satker',
    current: 'satker',
    action: paths.satkerList(),
    fields: [
      textField(form, 'cari', { ...option, label: 'Nama atau kode', type: 'search' }),
      selectField(form, 'tingkat', {
        ...option,
        label: 'Tingkat',
        prompt: 'Semua tingkat',
        choices: SATKER_LEVELS.map(value => ({ value, label: LEVEL_NAMES[value] })),
      }),
      selectField(form, 'wilayah', {
        ...option,
        label: 'Wilayah',
        prompt: 'Semua wilayah',
        choices: choose(regions),
      }),
    ],
    under: query.under?.id ?? '',
    clearHref: filtered ? paths.satkerList() : '',
    caption: captionOf(query, filtered, list.total),
    rows: list.rows.map(row => ({
      href: paths.satker(row.id),
      code: row.code,
      name: row.name,
      indent: `in-${Math.min(DEEPEST_INDENT, depthOf(row.path) - 1)}`,
      level: row.kind ? `${LEVEL_NAMES[row.level]} · ${row.kind}` : LEVEL_NAMES[row.level],
      parent: row.parentName ?? '–',
      region: row.region || '–',
      employees: formatCount(row.employees),
      closed: row.closedAt !== null,
    })),
    empty: list.rows.length === 0 ? emptyList(filtered) : null,
    pagination: pagination({
      page: query.page,
      pageSize: SATKER_PAGE_SIZE,
      total: list.total,
      hrefOf: page => listHref({ ...query, page }),
    }),
    newHref: paths.newSatker(),
    importHref: paths.importSatker(),
  }
}

function captionOf({ under }: SatkerQuery, filtered: boolean, total: number): string {
  const where = under ? ` pada ${under.name} dan di bawahnya` : ''
  return `${formatCount(total)} unit ${filtered && !under ? 'cocok' : 'menurut pohon'}${where}`
}

function emptyList(filtered: boolean): Empty {
  const action: Link & { icon: '' } = filtered
    ? { label: 'Hapus saringan', href: paths.satkerList(), icon: '' }
    : { label: 'Impor satker', href: paths.importSatker(), icon: '' }
  return filtered
    ? { title: 'Tidak ada satker yang cocok', text: 'Ubah kata pencarian atau saringannya.', action }
    : { title: 'Belum ada satker', text: 'Tambahkan satu per satu atau impor dari berkas.', action }
}

function listHref(query: SatkerQuery): string {
  const named = {
    cari: query.search,
    tingkat: query.level,
    wilayah: query.region,
    induk: query.under?.id ?? '',
    hal: String(query.page),
  }
  const given = Object.entries(named).filter(([, value]) => value !== '')
  return `${paths.satkerList()}?${new URLSearchParams(given).toString()}`
}
