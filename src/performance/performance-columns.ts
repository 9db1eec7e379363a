import { z } from 'zod'
import { DIRECTIONS, type Direction } from '../engine/performance/achievement'
import { QUARTERS, type Quarter } from '../engine/performance/quarters'
import { COUNTINGS, type Counting } from '../engine/performance/year'
import type { PartNames } from '../accounts/part-names'
import type { Instrument } from '../engine/instrument/instrument'
import type { Supported } from '../registers/entries.service'
import {
  AREA_HEADER,
  areasCell,
  QUESTIONS_HEADER,
  questionsCell,
  SUPPORT_COLUMNS,
  supportCells,
} from '../registers/support-facts'
import type { ImportColumn } from '../imports/import.page'
import { dateCell } from '../spreadsheets/cell-facts'
import { mapColumns } from '../spreadsheets/map-columns'
import type { Table } from '../spreadsheets/table'
import type { TableToWrite } from '../spreadsheets/write-table'
import { quarterOf, type KeptCommitment } from './commitment-facts'
import { decimalFact, typedNumber } from '../web/number-facts'
import { performanceFacts, targetFigure } from './performance.form'
import { ROMAN } from './performance-list'

const HEADERS = {
  year: 'Tahun',
  indicator: 'Indikator',
  unit: 'Satuan',
  direction: 'Arah',
  counting: 'Hitungan',
  yearTarget: 'Target tahun',
  areas: AREA_HEADER,
  questions: QUESTIONS_HEADER,
} as const

/** The title of a column of one quarter: `Target TW II`. */
const ofQuarter = (what: string, quarter: Quarter): string => `${what} TW ${ROMAN[quarter]}`

const DIRECTION_CELLS: Readonly<Record<Direction, string>> = { up: 'naik', down: 'turun' }
const COUNTING_CELLS: Readonly<Record<Counting, string>> = {
  running: 'kumulatif',
  sum: 'jumlah',
  mean: 'rata-rata',
}

/** One of some words; an empty cell says nothing. */
const oneOf = <T extends string>(values: readonly T[], words: Readonly<Record<T, string>>) =>
  z.string().transform((text, context): T | undefined => {
    if (text === '') return undefined
    const meant = values.find(value => words[value] === text.toLowerCase())
    if (meant) return meant
    const known = values.map(value => words[value]).join(', ')
    context.addIssue({ code: 'custom', message: `Tulis salah satu: ${known}.` })
    return z.NEVER
  })

const unsaid = <T>(cell: z.ZodType<T, string>) => z.union([z.literal('').transform(() => undefined), cell])

interface KnownPlaces {
  readonly parts: PartNames
  readonly instrument: Instrument | null
}

const quarterColumns = (quarter: Quarter) =>
  ({
    [`target${quarter}`]: { header: ofQuarter('Target', quarter), optional: true, cell: targetFigure },
    [`realisation${quarter}`]: { header: ofQuarter('Realisasi', quarter), optional: true, cell: decimalFact },
    [`obstacle${quarter}`]: {
      header: ofQuarter('Kendala', quarter),
      optional: true,
      cell: performanceFacts.obstacle,
    },
    [`strategy${quarter}`]: {
      header: ofQuarter('Strategi', quarter),
      optional: true,
      cell: performanceFacts.strategy,
    },
    [`reportedOn${quarter}`]: { header: ofQuarter('Tanggal lapor', quarter), optional: true, cell: dateCell },
  }) as const

const columns = ({ parts, instrument }: KnownPlaces) => ({
  year: { header: HEADERS.year, cell: performanceFacts.year },
  indicator: { header: HEADERS.indicator, cell: performanceFacts.indicator },
  unit: { header: HEADERS.unit, optional: true, cell: unsaid(performanceFacts.unit) },
  direction: { header: HEADERS.direction, optional: true, cell: oneOf(DIRECTIONS, DIRECTION_CELLS) },
  counting: { header: HEADERS.counting, optional: true, cell: oneOf(COUNTINGS, COUNTING_CELLS) },
  yearTarget: { header: HEADERS.yearTarget, optional: true, cell: targetFigure },
  areas: { header: HEADERS.areas, optional: true, cell: areasCell(parts) },
  questions: { header: HEADERS.questions, optional: true, cell: questionsCell(instrument) },
})

/** What a file says of one quarter; null and empty say nothing. */
export interface QuarterCells {
  readonly target: string | null
  readonly realisation: string | null
  readonly obstacle: string
  readonly strategy: string
  readonly reportedOn: string | null
}

export type FileFact = keyof typeof HEADERS
type Values = ReturnType<typeof mapColumns<ReturnType<typeof columns>>>['rows'][number]['values']

export interface PerformanceFileRow {
  readonly number: number
  readonly values: Values
  readonly quarters: Readonly<Record<Quarter, QuarterCells>>
}

/** The rows of a file of commitments, each with what it says, and every fault by row and column. */
export function readPerformanceRows(table: Table, known: KnownPlaces) {
  const all = Object.assign({}, columns(known), ...QUARTERS.map(quarterColumns)) as ReturnType<typeof columns>
  const { rows, faults } = mapColumns(table, all)
  return {
    faults,
    rows: rows.map(({ number, values }): PerformanceFileRow => {
      const cells = values as unknown as Readonly<Record<string, string | null>>
      const of = (quarter: Quarter): QuarterCells => ({
        target: cells[`target${quarter}`] ?? null,
        realisation: cells[`realisation${quarter}`] ?? null,
        obstacle: cells[`obstacle${quarter}`] ?? '',
        strategy: cells[`strategy${quarter}`] ?? '',
        reportedOn: cells[`reportedOn${quarter}`] ?? null,
      })
      return { number, values, quarters: { 1: of(1), 2: of(2), 3: of(3), 4: of(4) } }
    }),
  }
}

/** The title of the column in which a fact stands. */
export const headerOf = (fact: FileFact): string => HEADERS[fact]
export const quarterHeader = (fact: keyof QuarterCells, quarter: Quarter): string =>
  ofQuarter(QUARTER_TITLES[fact], quarter)

const QUARTER_TITLES: Readonly<Record<keyof QuarterCells, string>> = {
  target: 'Target',
  realisation: 'Realisasi',
  obstacle: 'Kendala',
  strategy: 'Strategi',
  reportedOn: 'Tanggal lapor',
}

export const PERFORMANCE_COLUMNS: readonly ImportColumn[] = [
  { title: HEADERS.year, required: true, content: 'Tahun perjanjian kinerja, misalnya 2026.' },
  {
    title: HEADERS.indicator,
    required: true,
    content: 'Nama indikator; bersama tahunnya mencari yang sudah tercatat.',
  },
  { title: HEADERS.unit, required: true, content: 'Misalnya persen, orang, atau indeks.' },
  {
    title: HEADERS.direction,
    required: true,
    content: 'naik bila makin tinggi makin baik, turun bila sebaliknya.',
  },
  {
    title: HEADERS.counting,
    required: true,
    content: 'kumulatif, jumlah, atau rata-rata: bagaimana angka triwulan menjadi angka tahun.',
  },
  { title: HEADERS.yearTarget, required: true, content: 'Angka, koma sebagai tanda desimal.' },
  ...SUPPORT_COLUMNS,
  {
    title: 'Target TW I … IV',
    required: true,
    content: 'Satu kolom per triwulan; kosong bila tidak diukur pada triwulan itu.',
  },
  {
    title: 'Realisasi TW I … IV',
    required: false,
    content:
      'Hanya triwulan yang sudah dimulai. Berkas realisasi cukup memuat Tahun, Indikator, dan kolom ini.',
  },
  { title: 'Kendala TW I … IV', required: false, content: 'Wajib bila realisasi tidak mencapai target.' },
  { title: 'Strategi TW I … IV', required: false, content: 'Strategi triwulan berikutnya.' },
  {
    title: 'Tanggal lapor TW I … IV',
    required: false,
    content: 'Seperti 2026-04-10; kosong berarti hari ini.',
  },
]

const HEADER = [
  ...Object.values(HEADERS),
  ...QUARTERS.map(quarter => ofQuarter('Target', quarter)),
  ...QUARTERS.flatMap(quarter =>
    ['Realisasi', 'Kendala', 'Strategi', 'Tanggal lapor'].map(what => ofQuarter(what, quarter)),
  ),
]

const example = (cells: readonly string[]): string[] => [
  ...cells,
  ...HEADER.slice(cells.length).map(() => ''),
]

export const PERFORMANCE_TEMPLATE: TableToWrite = {
  sheet: 'kinerja',
  header: HEADER,
  rows: [
    example([
      '2025',
      'Persentase layanan tepat waktu',
      'persen',
      'naik',
      'kumulatif',
      '95',
      '4;6',
      '',
      '90',
      '92',
      '94',
      '95',
      '91,5',
      '',
      'Menambah petugas loket pada jam sibuk.',
      '2025-04-08',
    ]),
    example([
      '2025',
      'Pengaduan yang terbukti',
      'kasus',
      'turun',
      'jumlah',
      '4',
      '5',
      '',
      '1',
      '1',
      '1',
      '1',
    ]),
  ],
}

/** Commitments as a file that an import reads again. */
export const performanceTable = (
  rows: readonly KeptCommitment[],
  supportedBy: ReadonlyMap<string, Supported>,
): TableToWrite => ({
  sheet: 'kinerja',
  header: HEADER,
  rows: rows.map(row => {
    const quarters = QUARTERS.map(quarter => quarterOf(row, quarter))
    return [
      String(row.year),
      row.indicator,
      row.unit,
      DIRECTION_CELLS[row.direction],
      COUNTING_CELLS[row.counting],
      typedNumber(row.yearTarget),
      ...supportCells(supportedBy.get(row.id) ?? { areas: [], questions: [] }),
      ...quarters.map(quarter => typedNumber(quarter?.target)),
      ...quarters.flatMap(quarter => [
        typedNumber(quarter?.realisation),
        quarter?.obstacle ?? '',
        quarter?.strategy ?? '',
        quarter?.reportedOn ?? '',
      ]),
    ]
  }),
})
