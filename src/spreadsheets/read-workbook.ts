import { Workbook, type Worksheet } from 'exceljs'
import { readingOf } from './cell-reading'
import { tableOf, TableRefused, type CellReading, type RawRow, type Table } from './table'
import { guardWorkbook } from './workbook-guard'

const SKIPPED_PARTS = ['dataValidations', 'conditionalFormatting', 'drawing', 'extLst', 'tableParts']

/** The table of the first visible sheet of an XLSX file, guarded first; heavy: runs in a child. Throws TableRefused. */
export async function readWorkbook(path: string): Promise<Table> {
  await guardWorkbook(path)
  const workbook = new Workbook()
  await workbook.xlsx.readFile(path, { ignoreNodes: SKIPPED_PARTS }).catch(() => {
    throw new TableRefused('Berkas XLSX tidak dapat dibaca. Simpan ulang sebagai XLSX.')
  })
  const sheet = workbook.worksheets.find(candidate => candidate.state === 'visible')
  if (!sheet) throw new TableRefused('Berkas tidak berisi tabel.')
  return tableOf(rowsOf(sheet))
}

function rowsOf(sheet: Worksheet): RawRow[] {
  const rows: RawRow[] = []
  sheet.eachRow(row => {
    const cells: CellReading[] = []
    row.eachCell((cell, column) => {
      while (cells.length < column - 1) cells.push('')
      cells.push(readingOf(cell))
    })
    rows.push({ number: row.number, cells })
  })
  return rows
}
