import type { Cell, CellValue } from 'exceljs'
import type { CellReading } from './table'

/** A spreadsheet keeps fifteen digits of a number; what is longer has already lost some. */
const EXACT_BELOW = 1e15

/** The text of a cell as the table shows it: dates in ISO form, formulas by their stored result. */
export function readingOf(cell: Cell): CellReading {
  // A result of 0 is missing from the value of a formula cell, not from its `result`.
  const reading = cell.formula ? readingOfResult(cell.result) : readingOfValue(cell.value)
  return typeof reading === 'string' && /^\d+$/.test(reading) ? padded(reading, cell.numFmt) : reading
}

/** A code such as 007 is often a 7 in the format 000. */
const padded = (digits: string, format: string | undefined): string =>
  /^0+$/.test(format ?? '') ? digits.padStart(format?.length ?? 0, '0') : digits

function readingOfResult(result: Cell['result'] | undefined): CellReading {
  if (result === undefined)
    return { fault: 'Rumus belum punya hasil. Buka dan simpan berkas di Excel, atau isi nilainya.' }
  return readingOfValue(result)
}

function readingOfValue(value: CellValue): CellReading {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return readingOfNumber(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (value instanceof Date) return readingOfDate(value)
  if ('richText' in value) return value.richText.map(run => run.text).join('')
  if ('hyperlink' in value) return readingOfValue(value.text)
  if ('error' in value) return { fault: `Sel berisi galat ${value.error}.` }
  return { fault: 'Isi sel tidak dikenal.' }
}

function readingOfNumber(value: number): CellReading {
  if (Number.isInteger(value) && Math.abs(value) >= EXACT_BELOW) {
    return { fault: 'Angka panjang kehilangan digit. Ubah format kolom menjadi Teks lalu isi lagi.' }
  }
  // `1.234` in a text may mean thousands; a number of a workbook leaves no doubt, and the comma says so.
  return String(Number(value.toPrecision(15))).replace('.', ',')
}

function readingOfDate(value: Date): CellReading {
  if (Number.isNaN(value.getTime())) return { fault: 'Tanggal tidak dikenal.' }
  const iso = value.toISOString()
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19)
}
