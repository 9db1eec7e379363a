import type { AssessmentContext } from '../assessments/assessment-context'
import type { Question } from '../engine/instrument/instrument'
import { paths } from '../paths'
import { textField } from '../web/components/fields'
import type { Field } from '../web/components/field'
import { pagination, type Pagination } from '../web/components/pagination'
import type { Crumbs } from '../web/components/panels'
import { freshForm } from '../web/form'
import { formatCount } from '../web/format/number'
import type { PageModel } from '../web/view'
import type { OfferRow } from './offers.repository'
import { OFFERS_PAGE } from './offers.service'
import { offerOf, type OfferedEntry } from './question-offers.page'

declare module '../web/view' {
  interface Views {
    'registers/offered-entries': OfferedEntriesPage
  }
}

export interface OfferedEntriesPage extends PageModel {
  readonly crumbs: Crumbs
  readonly over: string
  readonly search: {
    readonly action: string
    readonly hidden: readonly { readonly name: string; readonly value: string }[]
    readonly fields: readonly Field[]
    readonly clearHref: string
  }
  readonly caption: string
  readonly action: string
  readonly entries: readonly OfferedEntry[]
  readonly nothing: string
  readonly pages: Pagination | null
}

/** Every entry of the registers that can prove a question. */
export function offeredEntriesPage(
  assessment: AssessmentContext,
  question: Question,
  offers: readonly OfferRow[],
  { search, page }: { readonly search: string; readonly page: number },
): OfferedEntriesPage {
  const base = paths.offeredEntry(assessment.id, question.code)
  const total = Number(offers[0]?.total ?? 0)
  const hrefOf = (to: number): string =>
    `${base}?${new URLSearchParams({ ...(search ? { cari: search } : {}), hal: String(to) }).toString()}`
  return {
    title: 'Entri register untuk pertanyaan ini',
    current: 'lembar',
    crumbs: {
      links: [
        {
          label: `Kembali ke pertanyaan ${question.code}`,
          href: paths.question(assessment.id, question.code),
        },
      ],
    },
    over: `${question.code} ${question.text}`,
    search: {
      action: base,
      hidden: [],
      fields: [
        textField(freshForm({ cari: search }), 'cari', {
          label: 'Cari entri',
          type: 'search',
          maxlength: 100,
          oneOfSeveral: true,
        }),
      ],
      clearHref: search ? base : '',
    },
    caption: `${formatCount(total)} entri`,
    action: base,
    entries: offers.map(offerOf),
    nothing: search ? 'Tidak ada entri yang cocok.' : 'Belum ada entri yang mendukung pertanyaan ini.',
    pages: pagination({ page, pageSize: OFFERS_PAGE, total, hrefOf }),
  }
}
