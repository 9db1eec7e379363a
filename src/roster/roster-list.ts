import type { PartNames } from '../accounts/part-names'
import { readListQuery, type ListQuery, type ListShape } from '../web/list-query'

/** What a list shows by state; words of the address. */
export const ROSTER_VIEWS = ['aktif', 'depan', 'agen', 'keluar', 'semua'] as const
export type RosterView = (typeof ROSTER_VIEWS)[number]
export type RosterFilter = 'keadaan' | 'pokja'
export type RosterSort = 'nama' | 'jabatan' | 'pokja' | 'agen' | 'masuk'

/** Everybody without a pokja. */
export const NO_POKJA = 'tanpa'

export const ROSTER_PAGE = 50

export type RosterShape = ListShape<RosterFilter, RosterSort>
export type RosterQuery = ListQuery<RosterFilter, RosterSort>

export const rosterShape = (parts: PartNames): RosterShape => ({
  filters: { keadaan: ROSTER_VIEWS, pokja: ['', ...parts.keys(), NO_POKJA] },
  sorts: ['nama', 'jabatan', 'pokja', 'agen', 'masuk'],
})

export const rosterQuery = (parts: PartNames, query: Readonly<Record<string, unknown>>): RosterQuery =>
  readListQuery(rosterShape(parts), query)
