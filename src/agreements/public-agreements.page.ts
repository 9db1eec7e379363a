import { daysAfter } from '../engine/civil-days'
import { EXPIRING_DAYS } from '../engine/agreements/agreement-state'
import { paths } from '../paths'
import type { Field } from '../web/components/field'
import { selectField, textField } from '../web/components/fields'
import { pagination, type Pagination } from '../web/components/pagination'
import type { Empty } from '../web/components/panels'
import type { Status } from '../web/components/status'
import { freshForm } from '../web/form'
import { formatDate } from '../web/format/date'
import { formatCount } from '../web/format/number'
import { keptWords, listHref } from '../web/list-query'
import { sortedColumns, type Column } from '../web/components/columns'
import type { PageModel } from '../web/view'
import { AGREEMENT_KINDS, REALMS } from './agreement-facts'
import { KIND_WORDS, REALM_WORDS, termWords } from './agreement-words'
import {
  PUBLIC_PAGE,
  PUBLIC_SHAPE,
  type PublicAgreement,
  type PublicPart,
  type PublicQuery,
} from './public-list'

declare module '../web/view' {
  interface Views {
    'agreements/public': PublicAgreementsPage
  }
}

export interface PublicAgreementsPage extends PageModel {
  readonly intro: string
  readonly search: {
    readonly action: string
    readonly hidden: readonly { readonly name: string; readonly value: string }[]
    readonly fields: readonly Field[]
    readonly clearHref: string
  }
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly {
    readonly title: string
    readonly about: string
    readonly scope: string
    readonly unit: string
    readonly partner: string
    readonly term: string
    readonly state: Status
  }[]
  readonly empty: Empty | null
  readonly pages: Pagination | null
}

/** What the public reads of the agreements. */
export function publicAgreementsPage(
  { rows, total }: PublicPart,
  query: PublicQuery,
  today: string,
): PublicAgreementsPage {
  const base = paths.publicAgreements()
  return {
    title: 'Kerja sama yang dipublikasikan',
    sheet: 'registers',
    intro: `Kerja sama unit kerja dengan mitranya, keadaan ${formatDate(today)}.`,
    search: searchOf(query),
    caption: `${formatCount(total)} kerja sama`,
    columns: sortedColumns(base, PUBLIC_SHAPE, query, [
      ['Kerja sama', 'judul'],
      ['Unit', 'unit'],
      ['Mitra', null],
      ['Masa berlaku', 'berakhir'],
      ['Keadaan', null],
    ]),
    rows: rows.map(row => ({
      title: row.title,
      about: `${KIND_WORDS[row.kind]} · ${row.number}`,
      scope: row.scope,
      unit: row.satkerName,
      partner: row.partner,
      term: termWords(row),
      state: termStatus(row, today),
    })),
    empty:
      rows.length > 0
        ? null
        : {
            title: 'Tidak ada kerja sama yang cocok.',
            text: 'Ubah kata pencarian atau saringannya.',
            action: { label: 'Lihat semua kerja sama', href: base, icon: '' },
          },
    pages: pagination({
      page: query.page,
      pageSize: PUBLIC_PAGE,
      total,
      hrefOf: page => listHref(base, PUBLIC_SHAPE, query, { page }),
    }),
  }
}

function termStatus({ validFrom, validUntil }: PublicAgreement, today: string): Status {
  if (validUntil < today) return { tone: 'mut', icon: 'ring', text: 'Berakhir' }
  if (validFrom > today) return { tone: 'info', icon: 'clock', text: 'Belum berlaku' }
  return validUntil <= daysAfter(today, EXPIRING_DAYS)
    ? { tone: 'warn', icon: 'clock', text: 'Akan berakhir' }
    : { tone: 'ok', icon: 'check', text: 'Berlaku' }
}

function searchOf(query: PublicQuery): PublicAgreementsPage['search'] {
  const base = paths.publicAgreements()
  const { masa, lingkup, jenis } = query.filters
  const form = freshForm({ cari: query.search, masa, lingkup, jenis })
  return {
    action: base,
    hidden: keptWords(PUBLIC_SHAPE, query, ['cari', 'masa', 'lingkup', 'jenis']),
    fields: [
      textField(form, 'cari', { label: 'Judul, mitra, atau unit', type: 'search', maxlength: 100 }),
      selectField(form, 'masa', {
        label: 'Masa berlaku',
        prompt: 'Semua',
        choices: [
          { value: 'berlaku', label: 'Masih berlaku' },
          { value: 'berakhir', label: 'Sudah berakhir' },
        ],
      }),
      selectField(form, 'lingkup', {
        label: 'Lingkup',
        prompt: 'Semua',
        choices: REALMS.map(value => ({ value, label: REALM_WORDS[value] })),
      }),
      selectField(form, 'jenis', {
        label: 'Jenis',
        prompt: 'Semua',
        choices: AGREEMENT_KINDS.map(value => ({ value, label: KIND_WORDS[value] })),
      }),
    ],
    clearHref: query.search || masa || lingkup || jenis ? base : '',
  }
}
