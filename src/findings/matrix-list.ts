import { ASSESSMENT_STAGES } from '../engine/stages/stages'
import { READINESS_VERDICTS } from '../engine/rules/readiness'
import { readListQuery, type ListQuery, type ListShape } from '../web/list-query'

/** What of the units is shown; words of the address. */
export const MATRIX_VIEWS = ['semua', 'bahaya', 'lewat', 'beda', 'kurang', ...READINESS_VERDICTS] as const
export type MatrixView = (typeof MATRIX_VIEWS)[number]
export type MatrixFilter = 'siklus' | 'wilayah' | 'tahap' | 'keadaan' | 'tampilan'
export type MatrixSort = 'masalah' | 'nama' | 'terbukti'

const MATRIX_PAGE = 50
/** The wall turns no pages: most regions are shown whole. */
const WALL_PAGE = 200
/** Large letters and no controls, for the wall. */
export const ON_SCREEN = 'layar'

export type MatrixShape = ListShape<MatrixFilter, MatrixSort>
export type MatrixQuery = ListQuery<MatrixFilter, MatrixSort>

export interface MatrixChoices {
  /** Years of the cycles; the one to show first comes first. None before any cycle was opened. */
  readonly years: readonly number[]
  readonly regions: readonly string[]
}

export const matrixShape = ({ years, regions }: MatrixChoices): MatrixShape => {
  const [first = '', ...others] = years.map(String)
  return {
    filters: {
      siklus: [first, ...others],
      wilayah: ['', ...regions],
      tahap: ['', ...ASSESSMENT_STAGES],
      keadaan: MATRIX_VIEWS,
      tampilan: ['', ON_SCREEN],
    },
    sorts: ['masalah', 'nama', 'terbukti'],
  }
}

export const matrixQuery = (shape: MatrixShape, query: Readonly<Record<string, unknown>>): MatrixQuery =>
  readListQuery(shape, query)

/** How many units a page shows. */
export const matrixPageSize = (tampilan: string): number => (tampilan === ON_SCREEN ? WALL_PAGE : MATRIX_PAGE)
