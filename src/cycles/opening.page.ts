import { paths } from '../paths'
import { LEVEL_NAMES } from '../satker/satker-facts'
import { SATKER_LEVELS } from '../satker/satker-levels'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Field } from '../web/components/field'
import { radioField, selectField, textField } from '../web/components/fields'
import { pagination, type Pagination } from '../web/components/pagination'
import type { Crumbs, Empty } from '../web/components/panels'
import { freshForm, type FormState } from '../web/form'
import { formatCount } from '../web/format/number'
import type { PageModel } from '../web/view'
import { cycleCrumbs } from './cycle-crumbs'
import type { CycleFacts } from './cycle-facts'
import type { OpeningQuery } from './openings.form'
import type { CandidateRow, ParentRow } from './openings.repository'

declare module '../web/view' {
  interface Views {
    'cycles/opening': OpeningPage
  }
}

export const OPENING_PAGE_SIZE = 50

export interface OpeningPage extends PageModel {
  readonly crumbs: Crumbs
  readonly action: string
  readonly filters: readonly Field[]
  readonly clearHref: string
  /** The filter again, for the posted choice. */
  readonly hidden: readonly { readonly name: string; readonly value: string }[]
  readonly summary: ErrorSummary | null
  readonly caption: string
  readonly rows: readonly {
    readonly id: string
    readonly name: string
    readonly code: string
    readonly parent: string
    readonly ticked: boolean
    /** Where it is open already; `''` when it can be chosen. */
    readonly assessmentHref: string
  }[]
  readonly empty: Empty | null
  readonly pagination: Pagination | null
  readonly predicate: Field
  /** `Buka semua 1.003 yang cocok`; `''` when all that is found is open already. */
  readonly openAll: string
}

export interface OpeningFacts {
  readonly cycle: CycleFacts
  readonly query: OpeningQuery
  readonly rows: readonly CandidateRow[]
  readonly branches: readonly ParentRow[]
  readonly predicates: readonly string[]
}

export function openingPage(
  { cycle, query, rows, branches, predicates }: OpeningFacts,
  form: FormState = freshForm({ predicate: predicates[0] ?? '' }),
): OpeningPage {
  const action = paths.cycleOpening(cycle.id)
  const total = Number(rows[0]?.total ?? 0)
  const unopened = Number(rows[0]?.unopened ?? 0)
  const ticked = new Set([form.values['satker'] ?? []].flat())
  const predicate = radioField(form, 'predicate', {
    label: 'Target predikat',
    choices: predicates.map(value => ({ value, label: value })),
  })
  const { hal: _page, ...kept } = query
  return {
    title: 'Buka penilaian satker',
    current: 'siklus',
    crumbs: cycleCrumbs(cycle),
    action,
    filters: filterFields(query, branches),
    clearHref: action,
    hidden: Object.entries(kept).map(([name, value]) => ({ name, value })),
    summary: errorSummary(form, [predicate]),
    caption: `${formatCount(total)} satker cocok, ${formatCount(unopened)} belum dibuka`,
    rows: rows.map(row => ({
      id: row.id,
      name: row.name,
      code: row.code,
      parent: row.parentName ?? '–',
      ticked: ticked.has(row.id),
      assessmentHref: row.assessmentId ? paths.assessment(row.assessmentId) : '',
    })),
    empty: rows.length === 0 ? nothingFound(action) : null,
    pagination: pagination({
      page: query.hal,
      pageSize: OPENING_PAGE_SIZE,
      total,
      hrefOf: page => `${action}?${new URLSearchParams({ ...kept, hal: String(page) }).toString()}`,
    }),
    predicate,
    openAll: unopened > 0 ? `Buka semua ${formatCount(unopened)} yang cocok` : '',
  }
}

function filterFields(query: OpeningQuery, branches: readonly ParentRow[]): Field[] {
  const form = freshForm({
    cari: query.cari,
    tingkat: query.tingkat,
    induk: query.induk,
    tampil: query.tampil,
  })
  const option = { idPrefix: 'saring-' }
  return [
    textField(form, 'cari', { ...option, label: 'Nama atau kode', type: 'search' }),
    selectField(form, 'induk', {
      ...option,
      label: 'Di bawah',
      prompt: 'Semua unit',
      choices: branches.map(({ id, name }) => ({ value: id, label: name })),
    }),
    selectField(form, 'tingkat', {
      ...option,
      label: 'Tingkat',
      prompt: 'Semua tingkat',
      choices: SATKER_LEVELS.map(value => ({ value, label: LEVEL_NAMES[value] })),
    }),
    selectField(form, 'tampil', {
      ...option,
      label: 'Tampilkan',
      choices: [
        { value: 'belum', label: 'Belum dibuka' },
        { value: 'semua', label: 'Semua satker' },
      ],
    }),
  ]
}

const nothingFound = (action: string): Empty => ({
  title: 'Tidak ada satker yang perlu dibuka',
  text: 'Semua yang cocok sudah dibuka, atau saringannya terlalu sempit.',
  action: { label: 'Tampilkan semua satker', href: `${action}?tampil=semua`, icon: '' },
})
