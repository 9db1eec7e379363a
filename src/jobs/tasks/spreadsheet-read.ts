import { readWorkbook } from '../../spreadsheets/read-workbook'
import { TableRefused, type Table } from '../../spreadsheets/table'

export type SpreadsheetReading = { readonly table: Table } | { readonly refused: string }

/** Reads an XLSX file; a file that is no table is an answer, not an error. */
export async function run({ path }: { path: string }): Promise<SpreadsheetReading> {
  try {
    return { table: await readWorkbook(path) }
  } catch (error) {
    if (error instanceof TableRefused) return { refused: error.message }
    throw error
  }
}
