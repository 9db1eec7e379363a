import { readListQuery, type ListQuery, type ListShape } from '../web/list-query'
import { AGREEMENT_KINDS, REALMS, type AgreementDraft } from './agreement-facts'

export type PublicFilter = 'masa' | 'lingkup' | 'jenis'
export type PublicSort = 'baru' | 'judul' | 'unit' | 'berakhir'
export type PublicQuery = ListQuery<PublicFilter, PublicSort>

export const PUBLIC_PAGE = 25

export const PUBLIC_SHAPE: ListShape<PublicFilter, PublicSort> = {
  filters: {
    masa: ['', 'berlaku', 'berakhir'],
    lingkup: ['', ...REALMS],
    jenis: ['', ...AGREEMENT_KINDS],
  },
  sorts: ['baru', 'judul', 'unit', 'berakhir'],
}

export const publicQuery = (query: Readonly<Record<string, unknown>>): PublicQuery =>
  readListQuery(PUBLIC_SHAPE, query)

/** What everybody may read about an agreement: no name of a person is among it, nor how it is carried out. */
export interface PublicAgreement extends Pick<
  AgreementDraft,
  'realm' | 'kind' | 'partner' | 'number' | 'title' | 'scope' | 'validFrom' | 'validUntil'
> {
  readonly id: string
  readonly satkerName: string
}

export interface PublicPart {
  readonly rows: readonly PublicAgreement[]
  readonly total: number
}
