import { z } from 'zod'
import type { ImportColumn } from '../imports/import.page'
import { dateCell, unsaid } from '../spreadsheets/cell-facts'
import { mapColumns } from '../spreadsheets/map-columns'
import type { Table } from '../spreadsheets/table'
import type { TableToWrite } from '../spreadsheets/write-table'
import type { HeldPredicateRow } from './held-predicate-facts'
import { heldTexts, MISSING_SINCE, withinReason } from './profile.form'
import { UNREASONABLE } from '../web/day-facts'

/** The titles of the columns of a file of predicates. */
export const PREDICATE_HEADERS = {
  predicate: 'Predikat',
  heldSince: 'Diperoleh',
  lostOn: 'Dicabut',
  decree: 'Keputusan',
} as const

/** Predicates by their ids, with the names that people read. */
export type PredicateNames = ReadonlyMap<string, string>

/** By its id, `WBK`, or by its name, whatever their capitals. */
const predicateCell = (names: PredicateNames) =>
  z.string().transform((text, context): string => {
    const wanted = text.toLowerCase()
    const found = [...names].find(both => both.some(word => word.toLowerCase() === wanted))
    if (found) return found[0]
    context.addIssue({ code: 'custom', message: `Tulis salah satu: ${[...names.keys()].join(', ')}.` })
    return z.NEVER
  })

const dayCell = dateCell.refine(withinReason, UNREASONABLE)

/** The rows of a file of predicates, each with what it says, and every fault by row and column. */
export const readPredicateRows = (table: Table, names: PredicateNames) =>
  mapColumns(table, {
    predicate: { header: PREDICATE_HEADERS.predicate, cell: predicateCell(names) },
    heldSince: {
      header: PREDICATE_HEADERS.heldSince,
      cell: dayCell.refine(day => day !== null, MISSING_SINCE).transform(day => day ?? ''),
    },
    lostOn: { header: PREDICATE_HEADERS.lostOn, optional: true, cell: dayCell },
    decree: { header: PREDICATE_HEADERS.decree, optional: true, cell: unsaid(heldTexts.decree) },
  })

export type PredicateValues = ReturnType<typeof readPredicateRows>['rows'][number]['values']

export const PREDICATE_COLUMNS: readonly ImportColumn[] = [
  {
    title: PREDICATE_HEADERS.predicate,
    required: true,
    content: 'WBK atau WBBM, atau namanya yang lengkap.',
  },
  {
    title: PREDICATE_HEADERS.heldSince,
    required: true,
    content: 'Tanggal penetapan, seperti 2024-12-10; bersama predikatnya mencari yang tercatat.',
  },
  {
    title: PREDICATE_HEADERS.lostOn,
    required: false,
    content: 'Tanggal pencabutan; kosong bila masih dipegang.',
  },
  {
    title: PREDICATE_HEADERS.decree,
    required: true,
    content: 'Keputusan yang menetapkannya; kosong hanya bila memperbarui.',
  },
]

const HEADER = PREDICATE_COLUMNS.map(column => column.title)

export const PREDICATES_TEMPLATE: TableToWrite = {
  sheet: 'predikat',
  header: HEADER,
  rows: [
    ['WBK', '2020-12-10', '03/05/2022', 'Keputusan Menteri Nomor 12 Tahun 2020'],
    ['WBK', '10/12/2024', '', 'Keputusan Menteri Nomor 21 Tahun 2024'],
  ],
}

/** The predicates of a satker, the oldest first, as a file that an import reads again. */
export const predicatesTable = (rows: readonly HeldPredicateRow[]): TableToWrite => ({
  sheet: 'predikat',
  header: HEADER,
  rows: [...rows]
    .reverse()
    .map(({ predicate, heldSince, lostOn, decree }) => [predicate, heldSince, lostOn ?? '', decree]),
})
