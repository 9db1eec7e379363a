import type { PartNames } from '../accounts/part-names'
import { areaValues } from '../registers/area-filter'
import { readListQuery, type ListQuery, type ListShape } from '../web/list-query'
import { SURVEY_KINDS } from './survey-facts'

export const SURVEY_VIEWS = ['semua', 'internal', 'eksternal'] as const
export type SurveyView = (typeof SURVEY_VIEWS)[number]
export type SurveyFilter = 'sumber' | 'jenis' | 'tahun' | 'area'
export type SurveySort = 'periode' | 'jenis' | 'responden'

export const SURVEYS_PAGE = 50
const YEARS = 10

export type SurveysShape = ListShape<SurveyFilter, SurveySort>
export type SurveysQuery = ListQuery<SurveyFilter, SurveySort>

/** This year and those before it, the newest first. */
export const yearsUntil = (today: string): string[] =>
  Array.from({ length: YEARS }, (_, before) => String(Number(today.slice(0, 4)) - before))

/** What the values of a list depend on beside the list itself. */
export interface SurveysRange {
  readonly parts: PartNames
  readonly today: string
}

export const surveysShape = ({ parts, today }: SurveysRange): SurveysShape => ({
  filters: {
    sumber: SURVEY_VIEWS,
    jenis: ['', ...SURVEY_KINDS],
    tahun: ['', ...yearsUntil(today)],
    area: areaValues(parts),
  },
  sorts: ['periode', 'jenis', 'responden'],
})

export const surveysQuery = (range: SurveysRange, query: Readonly<Record<string, unknown>>): SurveysQuery =>
  readListQuery(surveysShape(range), query)
