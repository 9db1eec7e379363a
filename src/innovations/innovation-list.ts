import type { PartNames } from '../accounts/part-names'
import { readListQuery, type ListQuery, type ListShape } from '../web/list-query'

/** Words of the address. */
export const RUN_VIEWS = ['semua', 'berjalan', 'rencana', 'berhenti'] as const
export type RunView = (typeof RUN_VIEWS)[number]
export const MEASURED = ['', 'terukur', 'sesudah', 'menunggu', 'belum'] as const
export const PROVEN = ['', 'terbukti', 'belum'] as const

export type InnovationFilter = 'keadaan' | 'area' | 'ukur' | 'bukti'
export type InnovationSort = 'nama' | 'mulai' | 'pengguna' | 'diukur'

export const INNOVATIONS_PAGE = 50

type InnovationShape = ListShape<InnovationFilter, InnovationSort>
export type InnovationQuery = ListQuery<InnovationFilter, InnovationSort>

export const innovationShape = (parts: PartNames): InnovationShape => ({
  filters: { keadaan: RUN_VIEWS, area: ['', ...parts.keys()], ukur: MEASURED, bukti: PROVEN },
  sorts: ['nama', 'mulai', 'pengguna', 'diukur'],
})

export const innovationQuery = (
  parts: PartNames,
  query: Readonly<Record<string, unknown>>,
): InnovationQuery => readListQuery(innovationShape(parts), query)
