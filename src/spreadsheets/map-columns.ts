import { z } from 'zod'
import type { Table, TableFault } from './table'

export interface Column<T> {
  /** The title in the first row; case and spaces do not matter. */
  readonly header: string
  /** The column may be missing: its cells are then empty text. */
  readonly optional?: boolean
  /** From the trimmed text of a cell; its first message is the fault. */
  readonly cell: z.ZodType<T, string>
}

type Columns = Readonly<Record<string, Column<unknown>>>
type RowOf<C extends Columns> = { [K in keyof C]: C[K] extends Column<infer T> ? T : never }

export interface MappedRow<T> {
  readonly number: number
  readonly values: T
}

export interface Mapped<T> {
  /** Only rows without any fault. */
  readonly rows: readonly MappedRow<T>[]
  /** In order of rows; faults of the header come alone, because nothing below it can be trusted then. */
  readonly faults: readonly TableFault[]
}

/** Reads a table into typed rows by the titles of its columns; every fault with row and column. */
export function mapColumns<C extends Columns>(table: Table, columns: C): Mapped<RowOf<C>> {
  const places = new Map(table.header.map((title, place) => [normal(title), place]))
  const headerFaults = faultsOfHeader(table, columns)
  if (headerFaults.length > 0) return { rows: [], faults: headerFaults }

  const faults: TableFault[] = [...table.faults]
  const unreadable = new Set(table.faults.map(fault => cellKey(fault.row, fault.column)))
  const spoiled = new Set(table.faults.map(fault => fault.row))
  const rows = table.rows.map(row => {
    const values: Record<string, unknown> = {}
    for (const [key, column] of Object.entries(columns)) {
      const place = places.get(normal(column.header))
      if (unreadable.has(cellKey(row.number, column.header))) continue
      const parsed = column.cell.safeParse(place === undefined ? '' : (row.cells[place] ?? ''), {
        error: unnamed,
      })
      if (parsed.success) values[key] = parsed.data
      else {
        faults.push({
          row: row.number,
          column: column.header,
          message: parsed.error.issues[0]?.message ?? '',
        })
        spoiled.add(row.number)
      }
    }
    return { number: row.number, values: values as RowOf<C> }
  })
  return { rows: rows.filter(row => !spoiled.has(row.number)), faults: faults.sort((a, b) => a.row - b.row) }
}

const normal = (title: string) => title.trim().replace(/\s+/g, ' ').toLowerCase()
const cellKey = (row: number, column: string) => `${row} ${normal(column)}`
/** Words for a fault that a schema leaves unnamed. */
const unnamed = z.locales.id().localeError

function faultsOfHeader(table: Table, columns: Columns): TableFault[] {
  const wanted = Object.values(columns)
  const present = table.header.map(normal)
  const fault = (column: string, message: string) => ({ row: table.headerRow, column, message })
  const missing = wanted.filter(column => !column.optional && !present.includes(normal(column.header)))
  const titles = table.header.filter(title => title !== '')
  const unknown = titles.filter(title => !wanted.some(column => normal(column.header) === normal(title)))
  const repeated = table.header.filter(
    (title, place) => title !== '' && present.indexOf(normal(title)) < place,
  )
  return [
    ...table.faults.filter(({ row }) => row === table.headerRow),
    ...missing.map(column => fault(column.header, `Kolom “${column.header}” tidak ada.`)),
    ...unknown.map(title => fault(title, `Kolom “${title}” tidak dikenal.`)),
    ...repeated.map(title => fault(title, `Kolom “${title}” ada lebih dari satu.`)),
  ]
}
