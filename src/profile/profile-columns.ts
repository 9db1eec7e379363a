import { z } from 'zod'
import type { PartNames } from '../accounts/part-names'
import type { Instrument } from '../engine/instrument/instrument'
import type { Figure, Figures } from '../engine/profile/figures'
import type { ImportColumn } from '../imports/import.page'
import {
  AREA_HEADER,
  areasCell,
  QUESTIONS_HEADER,
  questionsCell,
  SUPPORT_COLUMNS,
  supportCells,
} from '../registers/support-facts'
import { mapColumns } from '../spreadsheets/map-columns'
import type { Table } from '../spreadsheets/table'
import type { TableToWrite } from '../spreadsheets/write-table'
import { countFact } from '../web/number-facts'
import { FIRST_YEAR } from './profile.form'
import { FIGURE_NAMES, FIGURES, type ProfileRow } from './profile-facts'
import { roman } from './profile-words'

export const YEAR_HEADER = 'Tahun'
export const QUARTER_HEADER = 'Triwulan'

const year = z
  .string()
  .refine(
    text => /^20\d\d$/.test(text) && Number(text) >= FIRST_YEAR,
    `Tulis tahun seperti 2026, paling awal ${FIRST_YEAR}.`,
  )
  .transform(Number)

const QUARTERS = ['1', '2', '3', '4']

const quarter = z
  .string()
  .transform(text => {
    const place = ['i', 'ii', 'iii', 'iv'].indexOf(text.toLowerCase().replace(/^(triwulan|tw)\s*/, ''))
    return place >= 0 ? QUARTERS[place]! : text.replace(/^(triwulan|tw)\s*/i, '')
  })
  .refine(text => QUARTERS.includes(text), 'Tulis triwulan 1 sampai 4.')
  .transform(Number)

const figures = Object.fromEntries(
  FIGURE_NAMES.map(name => [name, { header: FIGURES[name].label, optional: true, cell: countFact }]),
) as Record<Figure, { header: string; optional: boolean; cell: typeof countFact }>

/** The rows of a file of quarters, each with what it says, and every fault by row and column. */
export const readProfileRows = (
  table: Table,
  { parts, instrument }: { readonly parts: PartNames; readonly instrument: Instrument | null },
) =>
  mapColumns(table, {
    year: { header: YEAR_HEADER, cell: year },
    quarter: { header: QUARTER_HEADER, cell: quarter },
    ...figures,
    areas: { header: AREA_HEADER, optional: true, cell: areasCell(parts) },
    questions: { header: QUESTIONS_HEADER, optional: true, cell: questionsCell(instrument) },
  })

export type ProfileFileRow = ReturnType<typeof readProfileRows>['rows'][number]

export const PROFILE_COLUMNS: readonly ImportColumn[] = [
  { title: YEAR_HEADER, required: true, content: 'Seperti 2026.' },
  { title: QUARTER_HEADER, required: true, content: '1 sampai 4, atau I sampai IV.' },
  ...FIGURE_NAMES.map(name => ({
    title: FIGURES[name].label,
    required: name === 'employees',
    content:
      name === 'employees'
        ? 'Bilangan bulat; kosong hanya bila memperbarui.'
        : 'Bilangan bulat; kosong berarti belum dicatat.',
  })),
  ...SUPPORT_COLUMNS,
]

const HEADER = PROFILE_COLUMNS.map(column => column.title)

const EXAMPLE: Figures = {
  employees: 57,
  frontLine: 21,
  signatures: 57,
  services: 13,
  onlineServices: 8,
  floors: 3,
  floorsWithMotto: 3,
  rooms: 6,
  roomsWithMotto: 5,
  gratificationReports: 1,
  violations: 0,
  lhkpnDue: 4,
  lhkpnFiled: 4,
  lhkasnDue: 53,
  lhkasnFiled: 50,
}

const cells = (values: Figures) =>
  FIGURE_NAMES.map(name => (values[name] === null ? '' : String(values[name])))

export const PROFILE_TEMPLATE: TableToWrite = {
  sheet: 'profil',
  header: HEADER,
  rows: [['2026', 'I', ...cells(EXAMPLE), '6', '']],
}

/** The quarters as a file that an import reads again. */
export const profilesTable = (rows: readonly ProfileRow[]): TableToWrite => ({
  sheet: 'profil',
  header: HEADER,
  rows: rows.map(row => [String(row.year), roman(row.quarter), ...cells(row.figures), ...supportCells(row)]),
})
