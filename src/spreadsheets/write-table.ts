import type { TableKind } from './read-table'

export interface TableToWrite {
  readonly sheet: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const MIN_WIDTH = 14
const MAX_WIDTH = 48

/** A table as a file to download: CSV in UTF-8 with semicolons, or XLSX with every cell as text so that a NIP keeps its digits. */
export async function writeTable(table: TableToWrite, kind: TableKind): Promise<Buffer> {
  return kind === 'csv' ? csvOf(table) : workbookOf(table)
}

function csvOf({ header, rows }: TableToWrite): Buffer {
  const lines = [header, ...rows].map(cells => cells.map(csvCell).join(';'))
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`)
}

// A spreadsheet program runs what looks like a formula, whoever wrote it.
const FORMULA_LIKE = /^[=+\-@\t\r]/
const PLAIN_NUMBER = /^[+-]?\d+([.,]\d+)?$/

function csvCell(text: string): string {
  const safe = FORMULA_LIKE.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text
  return /[;,"\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

async function workbookOf({ sheet: title, header, rows }: TableToWrite): Promise<Buffer> {
  // Loaded when first needed: a server that writes no workbook does not carry the library.
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  const sheet = workbook.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = header.map((name, place) => ({
    header: name,
    width: widthOf([name, ...rows.map(row => row[place] ?? '')]),
    style: { numFmt: '@' },
  }))
  rows.forEach(row => sheet.addRow([...row]))
  sheet.getRow(1).font = { bold: true }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

const widthOf = (texts: readonly string[]) =>
  Math.min(
    MAX_WIDTH,
    texts.reduce((most, text) => Math.max(most, text.length + 2), MIN_WIDTH),
  )
