import { QUARTERS, type Quarter } from '../engine/performance/quarters'
import { readListQuery, type ListQuery, type ListShape } from '../web/list-query'

/** What of a region is shown; words of the address. */
export const REGION_VIEWS = ['semua', 'belum', 'tidak', 'tanpa', 'tindak'] as const
export type RegionView = (typeof REGION_VIEWS)[number]
export type RegionFilter = 'tahun' | 'triwulan' | 'wilayah' | 'keadaan' | 'tampilan'
export type RegionSort = 'terburuk' | 'nama'

const REGION_PAGE = 50
/** The wall turns no pages: most regions are shown whole. */
const WALL_PAGE = 200
/** All four quarters side by side. */
export const WHOLE_YEAR = 'semua'
/** Large letters and no controls, for the wall. */
export const ON_SCREEN = 'layar'

export type RegionShape = ListShape<RegionFilter, RegionSort>
export type RegionQuery = ListQuery<RegionFilter, RegionSort>

export interface RegionChoices {
  /** The one to show first comes first, as does the quarter. */
  readonly years: readonly number[]
  readonly quarter: Quarter
  readonly regions: readonly string[]
}

export const regionShape = ({ years, quarter, regions }: RegionChoices): RegionShape => {
  const [first = 0, ...others] = years
  const quarters = QUARTERS.filter(one => one !== quarter).map(String)
  return {
    filters: {
      tahun: [String(first), ...others.map(String)],
      triwulan: [String(quarter), ...quarters, WHOLE_YEAR],
      wilayah: ['', ...regions],
      keadaan: REGION_VIEWS,
      tampilan: ['', ON_SCREEN],
    },
    sorts: ['terburuk', 'nama'],
  }
}

export const regionQuery = (shape: RegionShape, query: Readonly<Record<string, unknown>>): RegionQuery =>
  readListQuery(shape, query)

export const quartersShown = ({ filters }: RegionQuery): readonly Quarter[] =>
  QUARTERS.filter(quarter => filters.triwulan === WHOLE_YEAR || filters.triwulan === String(quarter))

/** How many units a page shows. */
export const regionPageSize = (tampilan: string): number => (tampilan === ON_SCREEN ? WALL_PAGE : REGION_PAGE)
