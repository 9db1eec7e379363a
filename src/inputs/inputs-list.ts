import type { PartNames } from '../accounts/part-names'
import { areaValues } from '../registers/area-filter'
import { readListQuery, type ListQuery, type ListShape } from '../web/list-query'
import { INPUT_KINDS, STAKEHOLDERS } from './input-facts'

/** `belum`: what nothing has come of yet. */
export const INPUT_VIEWS = ['semua', ...INPUT_KINDS, 'belum'] as const
export type InputView = (typeof INPUT_VIEWS)[number]
export type InputFilter = 'jenis' | 'tahun' | 'pihak' | 'area'
export type InputSort = 'tanggal' | 'perihal' | 'orang'

export const ALL_YEARS = 'semua'
export const INPUTS_PAGE = 50
const YEARS = 10

export type InputsShape = ListShape<InputFilter, InputSort>
export type InputsQuery = ListQuery<InputFilter, InputSort>

/** This year and those before it, the newest first. */
export const yearsUntil = (today: string): [string, ...string[]] => {
  const year = Number(today.slice(0, 4))
  return [String(year), ...Array.from({ length: YEARS - 1 }, (_, before) => String(year - before - 1))]
}

/** What the values of a list depend on beside the list itself. */
export interface InputsRange {
  readonly parts: PartNames
  readonly today: string
}

export const inputsShape = ({ parts, today }: InputsRange): InputsShape => ({
  filters: {
    jenis: INPUT_VIEWS,
    tahun: [...yearsUntil(today), ALL_YEARS],
    pihak: ['', ...STAKEHOLDERS],
    area: areaValues(parts),
  },
  sorts: ['tanggal', 'perihal', 'orang'],
})

export const inputsQuery = (range: InputsRange, query: Readonly<Record<string, unknown>>): InputsQuery =>
  readListQuery(inputsShape(range), query)

/** The year whose complaints are drawn beside a list: its own, or this one where it shows all. */
export const drawnYear = ({ filters }: InputsQuery, today: string): string =>
  filters.tahun === ALL_YEARS ? today.slice(0, 4) : filters.tahun
