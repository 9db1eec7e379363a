import type { PartNames } from '../accounts/part-names'
import { AGREEMENT_STATES } from '../engine/agreements/agreement-state'
import { areaValues } from '../registers/area-filter'
import { readListQuery, type ListQuery, type ListShape } from '../web/list-query'
import { AGREEMENT_KINDS, REALMS } from './agreement-facts'

export type AgreementFilter = 'keadaan' | 'lingkup' | 'jenis' | 'area'
export type AgreementSort = 'keadaan' | 'judul' | 'mitra' | 'tandatangan' | 'berakhir'

export const AGREEMENTS_PAGE = 50

export type AgreementShape = ListShape<AgreementFilter, AgreementSort>
export type AgreementQuery = ListQuery<AgreementFilter, AgreementSort>

export const agreementShape = (parts: PartNames): AgreementShape => ({
  filters: {
    keadaan: ['', ...AGREEMENT_STATES],
    lingkup: ['', ...REALMS],
    jenis: ['', ...AGREEMENT_KINDS],
    area: areaValues(parts),
  },
  sorts: ['keadaan', 'judul', 'mitra', 'tandatangan', 'berakhir'],
})

export const agreementQuery = (parts: PartNames, query: Readonly<Record<string, unknown>>): AgreementQuery =>
  readListQuery(agreementShape(parts), query)
