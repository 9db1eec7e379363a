import { readFile, stat } from 'node:fs/promises'
import { CsvError, parse } from 'csv-parse/sync'
import { tableOf, TableRefused, type CellReading, type Table } from './table'

const MAX_BYTES = 5 * 1024 * 1024
/** What spreadsheet programs make of a long number when they save it as CSV. */
const SCIENTIFIC = /^[+-]?\d([.,]\d+)?E[+-]?\d+$/i
/** The sign before what looks like a formula, as our own files write it. */
const KEPT_FROM_RUNNING = /^'(?=[=+\-@\t\r])/

/** The table of a CSV file in UTF-8, separated by comma, semicolon or tab; throws TableRefused. */
export async function readCsv(path: string): Promise<Table> {
  if ((await stat(path)).size > MAX_BYTES) throw new TableRefused('Berkas CSV lebih dari 5 MB.')
  return tableOfCsv(await readFile(path))
}

/** The same for bytes already read. */
export function tableOfCsv(bytes: Uint8Array): Table {
  const { text, delimiter, skipped } = prepared(decoded(bytes))
  return tableOf(
    records(text, delimiter).map((cells, index) => ({
      number: index + 1 + skipped,
      cells: cells.map(reading),
    })),
  )
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new TableRefused('Berkas CSV tidak dalam UTF-8. Simpan ulang sebagai “CSV UTF-8” atau XLSX.')
  }
}

/** Excel may name the delimiter in a first line of its own. */
function prepared(text: string): { text: string; delimiter: string; skipped: number } {
  const named = /^sep=(.)\r?\n/.exec(text)
  if (named?.[1]) return { text: text.slice(named[0].length), delimiter: named[1], skipped: 1 }
  return { text, delimiter: likeliestDelimiter(text), skipped: 0 }
}

function likeliestDelimiter(text: string): string {
  const firstLine = /^.*\S.*$/m.exec(text)?.[0].replace(/"[^"]*"/g, '') ?? ''
  const count = (delimiter: string) => firstLine.split(delimiter).length
  return [',', ';', '\t'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best))
}

function records(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false, bom: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new TableRefused(
      `CSV rusak di sekitar baris ${String(error['lines'])}: tanda kutip tidak berpasangan.`,
    )
  }
}

const reading = (cell: string): CellReading =>
  SCIENTIFIC.test(cell.trim())
    ? { fault: 'Angka panjang kehilangan digit. Ubah format kolom menjadi Teks lalu isi lagi.' }
    : cell.replace(KEPT_FROM_RUNNING, '')
