import { AGREEMENT_STATES } from '../engine/agreements/agreement-state'
import { readListQuery, type ListQuery, type ListShape } from '../web/list-query'
import { AGREEMENT_KINDS, REALMS } from './agreement-facts'

export type AgreementFilter = 'keadaan' | 'lingkup' | 'jenis'
export type AgreementSort = 'keadaan' | 'judul' | 'mitra' | 'tandatangan' | 'berakhir'

export const AGREEMENTS_PAGE = 50

export type AgreementQuery = ListQuery<AgreementFilter, AgreementSort>

export const AGREEMENT_SHAPE: ListShape<AgreementFilter, AgreementSort> = {
  filters: {
    keadaan: ['', ...AGREEMENT_STATES],
    lingkup: ['', ...REALMS],
    jenis: ['', ...AGREEMENT_KINDS],
  },
  sorts: ['keadaan', 'judul', 'mitra', 'tandatangan', 'berakhir'],
}

export const agreementQuery = (query: Readonly<Record<string, unknown>>): AgreementQuery =>
  readListQuery(AGREEMENT_SHAPE, query)
