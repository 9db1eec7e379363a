import type { Mapped } from '../spreadsheets/map-columns'
import type { TableFault } from '../spreadsheets/table'
import { rowsOverCeiling } from './ceiling'
import type { ImportOutcome } from './importer'

/** One row of a file, what it stands under, and what it would make or change. */
export interface PlannedChild<Parent, Before, After> {
  readonly number: number
  readonly parent: Parent
  readonly before: Before | undefined
  readonly after: After
}

export interface ChildPlan<Parent, Before, After> {
  readonly planned: readonly PlannedChild<Parent, Before, After>[]
  readonly unchanged: number
  readonly faults: readonly TableFault[]
}

/** What is wrong in a row, and in which of its columns. */
export type ColumnFault<Column extends string> = readonly [Column, string]

type Say<Column extends string> = (...fault: ColumnFault<Column>) => void

/** How rows are read that stand under something known already: a task under its agreement, a point under its activity. */
export interface ChildRows<Values, Parent, Before, After, Column extends string> {
  readonly headers: Readonly<Record<Column, string>>
  /** Rows that stand already, by their keys; several with one key cannot be told apart by a file. */
  readonly standing: ReadonlyMap<string, readonly Before[]>
  /** Rows that stand already may be changed. */
  readonly update: boolean
  /** What the row stands under; undefined, and said why, where there is no such thing. */
  readonly parentOf: (values: Values, say: Say<NoInfer<Column>>) => Parent | undefined
  /** The same for two writings of one row. */
  readonly keyOf: (values: Values) => string
  /** The column that tells the rows of one parent apart, and the row within a sentence: `Tugas ini`. */
  readonly named: ColumnFault<NoInfer<Column>>
  readonly merged: (values: Values, before: Before | undefined) => After
  readonly faultsOf: (after: After, parent: Parent) => readonly ColumnFault<NoInfer<Column>>[]
  readonly isSame: (before: Before, after: After) => boolean
  /** How many may stand under one parent, told by its id. */
  readonly ceiling: {
    readonly most: number
    readonly idOf: (parent: Parent) => string
    /** The parent of every row that stands. */
    readonly standing: Iterable<string>
    readonly fault: ColumnFault<NoInfer<Column>>
  }
  /** What cannot be true of the rows together and of what stands beside them. */
  readonly faultsTogether?: (
    planned: readonly PlannedChild<Parent, Before, After>[],
  ) => readonly { readonly number: number; readonly fault: ColumnFault<NoInfer<Column>> }[]
}

/** What a file would make of rows under others: pure, all or nothing, every fault with its row. */
export function planChildRows<Values, Parent, Before, After, Column extends string>(
  { rows, faults: unread }: Mapped<Values>,
  kind: ChildRows<Values, Parent, Before, After, Column>,
): ChildPlan<Parent, Before, After> {
  const [column, name] = kind.named
  const inFile = new Map<string, number>()
  const planned: PlannedChild<Parent, Before, After>[] = []
  const faults: TableFault[] = [...unread]
  let unchanged = 0
  const saying =
    (row: number): Say<Column> =>
    (at, message) =>
      void faults.push({ row, column: kind.headers[at], message })
  for (const { number, values } of rows) {
    const say = saying(number)
    const parent = kind.parentOf(values, say)
    if (parent === undefined) continue
    const key = kind.keyOf(values)
    const twin = inFile.get(key)
    inFile.set(key, twin ?? number)
    if (twin !== undefined) {
      say(column, `${name} sudah ada di baris ${twin}.`)
      continue
    }
    const [before, ...others] = kind.standing.get(key) ?? []
    if (others.length > 0) {
      say(column, `${name} tercatat lebih dari sekali. Ubah lewat halamannya.`)
      continue
    }
    if (before !== undefined && !kind.update) {
      say(column, `${name} sudah tercatat. Pilih “perbarui” bila memang yang itu.`)
      continue
    }
    const after = kind.merged(values, before)
    for (const fault of kind.faultsOf(after, parent)) say(...fault)
    if (before !== undefined && kind.isSame(before, after)) unchanged++
    else planned.push({ number, parent, before, after })
  }
  for (const { number, fault } of kind.faultsTogether?.(planned) ?? []) saying(number)(...fault)
  const { most, idOf, standing, fault } = kind.ceiling
  for (const { number } of rowsOverCeiling(planned, ({ parent }) => idOf(parent), standing, most))
    saying(number)(...fault)
  if (faults.length === 0) return { planned, unchanged, faults }
  return { planned: [], unchanged: 0, faults: faults.sort((one, other) => one.row - other.row) }
}

/** Rows by the key under which a file means them. */
export function rowsByKey<Row>(rows: Iterable<readonly [string, Row]>): Map<string, Row[]> {
  const found = new Map<string, Row[]>()
  for (const [key, row] of rows) {
    const others = found.get(key)
    if (others) others.push(row)
    else found.set(key, [row])
  }
  return found
}

/** A plan in the words of the preview. */
export const childOutcome = <Parent, Before, After>(
  { planned, unchanged, faults }: ChildPlan<Parent, Before, After>,
  cellsOf: (row: PlannedChild<Parent, Before, After>) => readonly string[],
): ImportOutcome => ({
  faults,
  unchanged,
  rows: planned.map(row => ({
    number: row.number,
    isNew: row.before === undefined,
    cells: cellsOf(row),
  })),
})
