import { ChildFailed, runInChild } from '../jobs/child'
import { readCsv } from './read-csv'
import { TableRefused, type Table } from './table'

export type TableKind = 'csv' | 'xlsx'

/** The table in a file; XLSX is read in a child process. Throws TableRefused with what to do, in Indonesian. */
export async function readTable(path: string, kind: TableKind): Promise<Table> {
  if (kind === 'csv') return readCsv(path)
  const reading = await runInChild('spreadsheet-read', { path }).catch((error: unknown) => {
    if (error instanceof ChildFailed && (error.failure === 'timeout' || error.failure === 'memory')) {
      throw new TableRefused('Berkas XLSX terlalu besar untuk dibaca. Kurangi baris atau simpan sebagai CSV.')
    }
    throw error
  })
  if ('refused' in reading) throw new TableRefused(reading.refused)
  return reading.table
}
