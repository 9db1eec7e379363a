import { isReadable } from '../readable-text'

/** A fault with its place as a spreadsheet program shows it. */
export interface TableFault {
  readonly row: number
  /** The title of the column, or its letter where it has none. */
  readonly column: string
  readonly message: string
}

export interface TableRow {
  readonly number: number
  /** As many as the header has; missing ones are empty. */
  readonly cells: readonly string[]
}

export interface Table {
  readonly header: readonly string[]
  readonly headerRow: number
  /** Rows with anything in them. */
  readonly rows: readonly TableRow[]
  /** Cells that could not be read as what they show. */
  readonly faults: readonly TableFault[]
}

/** A file that cannot be read as a table at all; the message is a whole sentence in Indonesian. */
export class TableRefused extends Error {
  override readonly name = 'TableRefused'
}

/** What one cell gave: its text, or why it has none that can be trusted. */
export type CellReading = string | { readonly fault: string }

export interface RawRow {
  readonly number: number
  readonly cells: readonly CellReading[]
}

const ROWS_MAX = 20_000
const COLUMNS_MAX = 100
/** A cell that is longer is a fault. */
export const CELL_MAX = 2_000

/** The table of raw rows: the first row with anything in it is the header, empty rows are left out. */
export function tableOf(raw: Iterable<RawRow>): Table {
  const rows: TableRow[] = []
  const faults: TableFault[] = []
  let header: string[] | undefined
  let headerRow = 0
  for (const row of raw) {
    const readings = withoutEmptyEnd(row.cells)
    if (readings.length === 0) continue
    if (readings.length > COLUMNS_MAX) throw new TableRefused(`Tabel berisi lebih dari ${COLUMNS_MAX} kolom.`)
    if (!header) {
      header = readings.map(reading => (faultOf(reading) ? '' : textOf(reading).replace(/\s+/g, ' ')))
      headerRow = row.number
      readings.forEach((reading, i) => {
        const message = faultOf(reading)
        if (message) faults.push({ row: row.number, column: columnLetters(i), message })
      })
      continue
    }
    if (rows.length === ROWS_MAX) throw new TableRefused('Tabel berisi lebih dari 20.000 baris.')
    const titles = header
    rows.push({ number: row.number, cells: titles.map((_, i) => textOf(readings[i] ?? '')) })
    readings.forEach((reading, i) => {
      const message =
        faultOf(reading) ?? (reading && !titles[i] ? 'Isi di luar kolom yang berjudul.' : undefined)
      if (message) faults.push({ row: row.number, column: titles[i] || columnLetters(i), message })
    })
  }
  if (!header) throw new TableRefused('Berkas tidak berisi tabel.')
  return { header, headerRow, rows, faults }
}

const textOf = (reading: CellReading) => (typeof reading === 'string' ? reading.trim() : '')

function faultOf(reading: CellReading): string | undefined {
  if (typeof reading !== 'string') return reading.fault
  if (!isReadable(reading)) return 'Isi memuat karakter yang tidak dapat disimpan. Ketik ulang isinya.'
  return reading.length > CELL_MAX ? 'Isi lebih dari 2.000 karakter.' : undefined
}

function withoutEmptyEnd(cells: readonly CellReading[]): readonly CellReading[] {
  const last = cells.findLastIndex(cell => typeof cell !== 'string' || cell.trim() !== '')
  return cells.slice(0, last + 1)
}

/** The letters of a column by its index from 0: A, B, … Z, AA. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last
}
