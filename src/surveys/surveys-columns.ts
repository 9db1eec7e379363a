import { z } from 'zod'
import type { PartNames } from '../accounts/part-names'
import { INDEX_SCALES } from '../engine/surveys/index-scales'
import type { Instrument } from '../engine/instrument/instrument'
import type { ImportColumn } from '../imports/import.page'
import {
  AREA_HEADER,
  areasCell,
  QUESTIONS_HEADER,
  questionsCell,
  SUPPORT_COLUMNS,
  supportCells,
} from '../registers/support-facts'
import { dateCell } from '../spreadsheets/cell-facts'
import { mapColumns } from '../spreadsheets/map-columns'
import type { Table } from '../spreadsheets/table'
import type { TableToWrite } from '../spreadsheets/write-table'
import { typedNumber } from '../web/number-facts'
import { SURVEY_KINDS, SURVEY_METHODS, type SupportedSurvey } from './survey-facts'
import { surveyFactRules, withinReason } from './surveys.form'
import { UNREASONABLE } from '../web/day-facts'

const HEADERS = {
  kind: 'Survei',
  heldFrom: 'Dari',
  heldUntil: 'Sampai',
  method: 'Cara',
  population: 'Populasi',
  respondents: 'Responden',
  scale: 'Skala',
  index: 'Indeks',
  conductedBy: 'Pelaksana',
} as const

/** What an empty cell is: nothing is said, so nothing that stands is changed. */
const unsaid = <T>(cell: z.ZodType<T, string>) =>
  z.string().transform((text, context): T | undefined => {
    if (text === '') return undefined
    const read = cell.safeParse(text)
    if (read.success) return read.data
    for (const { message } of read.error.issues) context.addIssue({ code: 'custom', message })
    return z.NEVER
  })

/** One of some words, whatever its capitals and dashes. */
const oneOf = <Word extends string>(words: readonly Word[]) =>
  z.string().transform((text, context): Word => {
    const wanted = text.toLowerCase().replace('–', '-').replace(/\s+/g, ' ')
    const meant = words.find(word => word.toLowerCase() === wanted)
    if (meant) return meant
    context.addIssue({ code: 'custom', message: `Tulis salah satu: ${words.join(', ')}.` })
    return z.NEVER
  })

const day = dateCell
  .refine(withinReason, UNREASONABLE)
  .refine(text => text !== null, 'Isi tanggalnya.')
  .transform(text => text ?? '')

const columns = (parts: PartNames, instrument: Instrument | null) => ({
  kind: { header: HEADERS.kind, cell: oneOf(SURVEY_KINDS) },
  heldFrom: { header: HEADERS.heldFrom, cell: day },
  heldUntil: { header: HEADERS.heldUntil, cell: day },
  method: { header: HEADERS.method, optional: true, cell: unsaid(oneOf(SURVEY_METHODS)) },
  population: { header: HEADERS.population, optional: true, cell: surveyFactRules.population },
  respondents: { header: HEADERS.respondents, optional: true, cell: surveyFactRules.respondents },
  scale: { header: HEADERS.scale, optional: true, cell: unsaid(oneOf(INDEX_SCALES)) },
  index: { header: HEADERS.index, optional: true, cell: surveyFactRules.index },
  conductedBy: { header: HEADERS.conductedBy, optional: true, cell: unsaid(surveyFactRules.conductedBy) },
  areas: { header: AREA_HEADER, optional: true, cell: areasCell(parts) },
  questions: { header: QUESTIONS_HEADER, optional: true, cell: questionsCell(instrument) },
})

/** The rows of a file of rounds, each with what it says, and every fault by row and column. */
export const readSurveyRows = (table: Table, parts: PartNames, instrument: Instrument | null) =>
  mapColumns(table, columns(parts, instrument))

export type SurveyFileRow = ReturnType<typeof readSurveyRows>['rows'][number]

/** The title of the column in which a fact stands. */
export const headerOf = (fact: keyof typeof HEADERS): string => HEADERS[fact]

const column = (fact: keyof typeof HEADERS, content: string, required = true): ImportColumn => ({
  title: HEADERS[fact],
  required,
  content,
})

export const SURVEY_COLUMNS: readonly ImportColumn[] = [
  column('kind', `${SURVEY_KINDS.join(', ')}. Bersama periodenya mencari survei yang sudah tercatat.`),
  column('heldFrom', 'Hari pertama, seperti 2026-01-30 atau 30/01/2026.'),
  column('heldUntil', 'Hari terakhir.'),
  column('method', `${SURVEY_METHODS.join(', ')}.`),
  column('population', 'Berapa orang yang dapat ditanya; kosong bila tidak diketahui.', false),
  column('respondents', 'Berapa orang yang menjawab.'),
  column('scale', `Skala indeks, berformat teks: ${INDEX_SCALES.join(', ')}.`),
  column('index', 'Indeks pada skala itu, misalnya 87,65.'),
  column('conductedBy', 'Siapa yang menyelenggarakan.'),
  ...SUPPORT_COLUMNS,
]

const HEADER = SURVEY_COLUMNS.map(({ title }) => title)

export const SURVEYS_TEMPLATE: TableToWrite = {
  sheet: 'survei',
  header: HEADER,
  rows: [
    ['SKM', '2025-01-06', '2025-03-27', 'tatap muka', '1200', '312', '25-100', '87,65', 'Tim SKM', '6', ''],
    ['IPAK', '03/02/2025', '27/02/2025', 'daring', '', '400', '0-4', '3,62', 'Universitas Contoh', 'B', ''],
  ],
}

/** The register as a file that an import reads again. */
export const surveysTable = (rows: readonly SupportedSurvey[]): TableToWrite => ({
  sheet: 'survei',
  header: HEADER,
  rows: rows.map(row => [
    row.kind,
    row.heldFrom,
    row.heldUntil,
    row.method,
    row.population === null ? '' : String(row.population),
    String(row.respondents),
    row.scale,
    typedNumber(row.index),
    row.conductedBy,
    ...supportCells(row),
  ]),
})
