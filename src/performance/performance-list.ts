import type { Quarter } from '../engine/performance/quarters'
import { QUARTERS, quarterPhase } from '../engine/performance/quarters'
import { readListQuery, type ListQuery, type ListShape } from '../web/list-query'

/** What a list shows by state; words of the address. */
export const PERFORMANCE_VIEWS = ['semua', 'belum', 'tidak', 'hampir', 'tercapai'] as const
export type PerformanceView = (typeof PERFORMANCE_VIEWS)[number]
export type PerformanceFilter = 'tahun' | 'keadaan' | 'area'
export type PerformanceSort = 'nomor' | 'indikator'

export const PERFORMANCE_PAGE = 50

export type PerformanceShape = ListShape<PerformanceFilter, PerformanceSort>
export type PerformanceQuery = ListQuery<PerformanceFilter, PerformanceSort>

/** The first of `years` is shown where none is said. */
export const performanceShape = (years: readonly number[], areas: readonly string[]): PerformanceShape => {
  const [first = 0, ...others] = years
  return {
    filters: {
      tahun: [String(first), ...others.map(String)],
      keadaan: PERFORMANCE_VIEWS,
      area: ['', ...areas],
    },
    sorts: ['nomor', 'indikator'],
  }
}

export const performanceQuery = (
  shape: PerformanceShape,
  query: Readonly<Record<string, unknown>>,
): PerformanceQuery => readListQuery(shape, query)

/** The present year where it has commitments, else the newest that has, with the present and the next to choose from. */
export function yearsToChoose(kept: readonly number[], today: string): number[] {
  const present = Number(today.slice(0, 4))
  const all = [...new Set([...kept, present, present + 1])].sort((one, other) => other - one)
  const first = kept.includes(present) ? present : (kept.filter(year => year < present).at(0) ?? present)
  return [first, ...all.filter(year => year !== first)]
}

/** How many quarters of a year have ended, 0…4. */
export const endedQuarters = (year: number, today: string): number =>
  QUARTERS.filter(quarter => quarterPhase(year, quarter, today) === 'ended').length

export const ROMAN: Readonly<Record<Quarter, string>> = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' }
