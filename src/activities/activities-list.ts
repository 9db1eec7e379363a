import type { PartNames } from '../accounts/part-names'
import { ACTIVITY_KINDS } from '../engine/activities/activity-kinds'
import { readListQuery, type ListQuery, type ListShape } from '../web/list-query'

/** What a list shows by state; words of the address. */
export const ACTIVITY_VIEWS = ['semua', 'akan', 'terbuka', 'lewat'] as const
export type ActivityView = (typeof ACTIVITY_VIEWS)[number]
export type ActivityFilter = 'keadaan' | 'jenis' | 'tahun' | 'triwulan' | 'area' | 'peserta'
export type ActivitySort = 'terbaru' | 'judul' | 'jenis' | 'peserta' | 'butir'

export const ACTIVITY_PAGE = 50

export type ActivityShape = ListShape<ActivityFilter, ActivitySort>
export type ActivityQuery = ListQuery<ActivityFilter, ActivitySort>

/** What the values of a list depend on beside the list itself. */
export interface ActivityRange {
  readonly parts: PartNames
  /** Years in which something was held, the newest first. */
  readonly years: readonly string[]
  /** People of the roster who are named at some activity, by their rows: addresses say neither names nor NIPs. */
  readonly people: ReadonlyMap<string, string>
}

export const activityShape = ({ parts, years, people }: ActivityRange): ActivityShape => ({
  filters: {
    keadaan: ACTIVITY_VIEWS,
    jenis: ['', ...ACTIVITY_KINDS],
    tahun: ['', ...years],
    triwulan: ['', '1', '2', '3', '4'],
    area: ['', ...parts.keys()],
    peserta: ['', ...people.keys()],
  },
  sorts: ['terbaru', 'judul', 'jenis', 'peserta', 'butir'],
})

export const activityQuery = (
  range: ActivityRange,
  query: Readonly<Record<string, unknown>>,
): ActivityQuery => readListQuery(activityShape(range), query)

/** The years from the first to the last, the newest first; a slip of a year does not make a list of thousands. */
export function yearsBetween(first: string | null, last: string | null): string[] {
  const [from, until] = [Number(first?.slice(0, 4)), Number(last?.slice(0, 4))]
  if (!from || !until) return []
  return Array.from({ length: Math.min(until - from + 1, 60) }, (_, place) => String(until - place))
}
