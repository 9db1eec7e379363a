import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tableOfCsv } from '../../src/spreadsheets/read-csv'
import { readWorkbook } from '../../src/spreadsheets/read-workbook'
import { writeTable } from '../../src/spreadsheets/write-table'

const table = {
  sheet: 'Pengguna',
  header: ['NIP', 'Nama', 'Catatan'],
  rows: [
    ['199001012015031001', 'Sari; "Ketua"', 'baris\ndua'],
    ['007', 'Budi', ''],
  ],
}

describe('a table written to be downloaded', () => {
  it('comes back from CSV as it was', async () => {
    const bytes = await writeTable(table, 'csv')
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from('\ufeff'))
    const back = tableOfCsv(bytes)
    expect([back.header, back.rows.map(row => row.cells)]).toEqual([table.header, table.rows])
  })

  it('comes back from XLSX as it was, every digit kept', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zi-write-'))
    const path = join(folder, 'templat.xlsx')
    await writeFile(path, await writeTable(table, 'xlsx'))
    const back = await readWorkbook(path)
    expect([back.header, back.rows.map(row => row.cells)]).toEqual([table.header, table.rows])
    await rm(folder, { recursive: true })
  })

  it.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-5', '-5'],
    ['+62811', '+62811'],
    ['-5+cmd', "'-5+cmd"],
  ])('cannot run %s in a spreadsheet program', async (text, written) => {
    const bytes = await writeTable({ sheet: 'x', header: ['a'], rows: [[text]] }, 'csv')
    expect(bytes.toString()).toBe(`\ufeffa\r\n${written}\r\n`)
    expect(tableOfCsv(bytes).rows[0]?.cells).toEqual([text])
  })
})
