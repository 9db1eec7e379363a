import type { Actor } from '../access/actor'
import type { Table, TableFault } from '../spreadsheets/table'

export interface ImportOptions {
  /** Rows that name something that stands already change it; without it they are faults. */
  readonly update: boolean
}

/** One row that would make or change something, in the words of the preview. */
export interface ImportedRow {
  readonly number: number
  readonly isNew: boolean
  readonly cells: readonly string[]
}

/** What a file would do, or did. With any fault it does nothing. */
export interface ImportOutcome {
  readonly rows: readonly ImportedRow[]
  /** Rows that say what stands already. */
  readonly unchanged: number
  readonly faults: readonly TableFault[]
}

/** The use case behind an import: the same reading for the dry run and for the run itself, which is all or nothing. */
export interface Importer<Run extends ImportOutcome = ImportOutcome> {
  check(actor: Actor, table: Table, options: ImportOptions): Promise<ImportOutcome>
  run(actor: Actor, table: Table, options: ImportOptions): Promise<Run>
}
