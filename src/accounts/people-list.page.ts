import { ROLE_NAMES, ROLES } from '../access/roles'
import { paths } from '../paths'
import type { Field } from '../web/components/field'
import { selectField, textField } from '../web/components/fields'
import { pagination, type Pagination } from '../web/components/pagination'
import type { Empty } from '../web/components/panels'
import type { Status } from '../web/components/status'
import { freshForm } from '../web/form'
import { formatCount } from '../web/format/number'
import { formatNip } from '../web/format/person'
import type { PageModel } from '../web/view'
import type { z } from 'zod'
import { isLasting, type MembershipRow } from './membership-facts'
import { roleWords } from './membership.page'
import type { peopleQuery } from './people.form'
import type { Person } from './people.service'

declare module '../web/view' {
  interface Views {
    'accounts/list': PeopleListPage
  }
}

export const PEOPLE_PAGE_SIZE = 50
const ROLES_SHOWN = 3

export type PeopleQuery = z.output<typeof peopleQuery>

export interface PeopleListPage extends PageModel {
  readonly action: string
  readonly fields: readonly Field[]
  readonly clearHref: string
  readonly caption: string
  readonly rows: readonly {
    readonly href: string
    readonly name: string
    readonly nip: string
    readonly email: string
    readonly roles: readonly { readonly role: string; readonly satker: string }[]
    readonly more: string
    readonly status: Status
  }[]
  readonly empty: Empty | null
  readonly pagination: Pagination | null
  readonly newHref: string
  readonly importHref: string
}

const STATES = [
  { value: 'berlaku', label: 'Aktif' },
  { value: 'berakhir', label: 'Berakhir atau nonaktif' },
  { value: 'semua', label: 'Semua' },
]

/** The state of an account, in words. */
export function accountStatus(person: Pick<Person, 'disabledAt' | 'canSignIn'>): Status {
  if (person.disabledAt) return { tone: 'mut', icon: 'lock', text: 'Nonaktif' }
  if (!person.canSignIn) return { tone: 'warn', icon: 'clock', text: 'Belum membuat sandi' }
  return { tone: 'ok', icon: 'check', text: 'Aktif' }
}

/** Only administrators open this list, so NIPs stand whole. */
export function peopleListPage(
  query: PeopleQuery,
  list: { readonly people: readonly Person[]; readonly total: number },
  now: Date,
): PeopleListPage {
  const filtered = Boolean(query.cari || query.peran || query.satker || query.status !== 'berlaku')
  return {
    title: 'Pengguna',
    current: 'pengguna',
    action: paths.accounts(),
    fields: filterFields(query),
    clearHref: filtered ? paths.accounts() : '',
    caption: `${formatCount(list.total)} pengguna${filtered ? ' cocok' : ' aktif'}`,
    rows: list.people.map(person => printRow(person, now)),
    empty: list.people.length === 0 ? emptyList(filtered) : null,
    pagination: pagination({
      page: query.hal,
      pageSize: PEOPLE_PAGE_SIZE,
      total: list.total,
      hrefOf: page => listHref(query, page),
    }),
    newHref: paths.newAccount(),
    importHref: paths.importAccounts(),
  }
}

function filterFields(query: PeopleQuery): Field[] {
  const form = freshForm({ cari: query.cari, peran: query.peran, satker: query.satker, status: query.status })
  const option = { required: true, idPrefix: 'saring-' }
  return [
    textField(form, 'cari', { ...option, label: 'Nama, NIP, atau surel', type: 'search' }),
    selectField(form, 'peran', {
      ...option,
      label: 'Peran',
      prompt: 'Semua peran',
      choices: ROLES.map(value => ({ value, label: ROLE_NAMES[value] })),
    }),
    textField(form, 'satker', { ...option, label: 'Kode atau nama satker' }),
    selectField(form, 'status', { ...option, label: 'Status', choices: STATES }),
  ]
}

function printRow(person: Person, now: Date) {
  const lasting = person.memberships.filter(membership => isLasting(membership, now))
  const shown: readonly MembershipRow[] = lasting.length > 0 ? lasting : person.memberships.slice(0, 1)
  return {
    href: paths.account(person.id),
    name: person.name,
    nip: person.nip ? formatNip(person.nip) : '–',
    email: person.email ?? '–',
    roles: shown.slice(0, ROLES_SHOWN).map(membership => ({
      role: lasting.length > 0 ? roleWords(membership) : `${roleWords(membership)} (berakhir)`,
      satker: membership.satkerName,
    })),
    more: shown.length > ROLES_SHOWN ? `dan ${shown.length - ROLES_SHOWN} peran lain` : '',
    status: accountStatus(person),
  }
}

function emptyList(filtered: boolean): Empty {
  return filtered
    ? {
        title: 'Tidak ada pengguna yang cocok',
        text: 'Ubah kata pencarian atau saringannya.',
        action: { label: 'Hapus saringan', href: paths.accounts(), icon: '' },
      }
    : {
        title: 'Belum ada pengguna',
        text: 'Tambahkan satu per satu atau impor dari berkas.',
        action: { label: 'Tambah pengguna', href: paths.newAccount(), icon: 'plus' },
      }
}

function listHref(query: PeopleQuery, page: number): string {
  const given = Object.entries({ ...query, hal: String(page) }).filter(([, value]) => value !== '')
  return `${paths.accounts()}?${new URLSearchParams(given).toString()}`
}
