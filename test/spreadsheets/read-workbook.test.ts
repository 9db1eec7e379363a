import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Workbook, type CellValue, type Worksheet } from 'exceljs'
import { readTable } from '../../src/spreadsheets/read-table'
import { readWorkbook } from '../../src/spreadsheets/read-workbook'
import { guardWorkbook } from '../../src/spreadsheets/workbook-guard'
import { bomb, makeZip, type PackedPart } from '../storage/make-zip'

let folder: string
let path: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zi-xlsx-'))
  path = join(folder, 'tabel.xlsx')
})
afterAll(() => rm(folder, { recursive: true }))

async function workbook(fill: (sheet: Worksheet, book: Workbook) => void): Promise<string> {
  const book = new Workbook()
  fill(book.addWorksheet('Pegawai'), book)
  await book.xlsx.writeFile(path)
  return path
}

const oneCell = async (value: CellValue, format?: string) => {
  const table = await readWorkbook(
    await workbook(sheet => {
      sheet.addRow(['Isi'])
      sheet.getCell('A2').value = value
      if (format) sheet.getCell('A2').numFmt = format
    }),
  )
  return table.faults[0]?.message ?? table.rows[0]?.cells[0]
}

const NOT_KEPT = 'Isi memuat karakter yang tidak dapat disimpan. Ketik ulang isinya.'
const LOST_DIGITS = 'Angka panjang kehilangan digit. Ubah format kolom menjadi Teks lalu isi lagi.'

describe('a cell of a workbook', () => {
  it.each<[string, CellValue, string | undefined]>([
    ['text', ' Sari ', 'Sari'],
    ['a NIP as text', '199001012015031001', '199001012015031001'],
    ['a whole number', 45, '45'],
    ['a zero', 0, '0'],
    ['a fraction', 0.1 + 0.2, '0,3'],
    ['a fraction of three decimals, which is no group of thousands', 91.125, '91,125'],
    ['the longest number that keeps its digits', 999999999999999, '999999999999999'],
    ['a NIP as a number', 199001012015031001, LOST_DIGITS],
    ['a truth', true, 'TRUE'],
    ['an instant', new Date('2026-01-30T07:45:00Z'), '2026-01-30T07:45:00'],
    ['rich text', { richText: [{ text: 'Sa' }, { text: 'ri' }] }, 'Sari'],
    ['an address', { text: 'sari@contoh.test', hyperlink: 'mailto:sari@contoh.test' }, 'sari@contoh.test'],
    ['a formula with its result', { formula: 'A1&"x"', result: 'Isix' }, 'Isix'],
    ['a formula whose result is zero', { formula: '1-1', result: 0 }, '0'],
    ['a text that looks like a formula', '=1+1', '=1+1'],
    ['a NUL by its escape', 'Sa_x0000_ri', NOT_KEPT],
    ['half a character by its escape', 'Sa_xD800_ri', NOT_KEPT],
    ['a NUL in rich text', { richText: [{ text: 'Sa' }, { text: '_x0000_ri' }] }, NOT_KEPT],
    ['a NUL in an address', { text: 'a_x0000_', hyperlink: 'mailto:a@contoh.test' }, NOT_KEPT],
    ['both halves of a character', 'Sari 🌊', 'Sari 🌊'],
    ['an error', { error: '#N/A' }, 'Sel berisi galat #N/A.'],
  ])('holding %s is read as what it shows', async (_case, value, text) => {
    expect(await oneCell(value)).toBe(text)
  })

  it('holding a date is read in ISO form', async () => {
    expect(await oneCell(new Date('2026-01-30T00:00:00Z'), 'dd/mm/yyyy')).toBe('2026-01-30')
  })

  it.each<[string, CellValue, string]>([
    ['a number', 7, '007'],
    ['a longer number', 1234, '1234'],
    ['a result', { formula: '3+4', result: 7 }, '007'],
    ['text', 'A', 'A'],
  ])('holding %s in the format 000 is read with the zeros it shows', async (_case, value, text) => {
    expect(await oneCell(value, '000')).toBe(text)
  })

  it('holding a formula that was never calculated is a fault', async () => {
    expect(await oneCell({ formula: 'B9*2' })).toMatch(/^Rumus belum punya hasil/)
  })
})

describe('a workbook', () => {
  it('gives the table of its first visible sheet with its row numbers', async () => {
    const file = await workbook((sheet, book) => {
      sheet.state = 'hidden'
      const shown = book.addWorksheet('Data')
      shown.getCell('A3').value = 'Nama'
      shown.getCell('C3').value = 'Surel'
      shown.getCell('A5').value = 'Sari'
      shown.getCell('C5').value = 's@contoh.test'
    })
    expect(await readWorkbook(file)).toEqual({
      header: ['Nama', '', 'Surel'],
      headerRow: 3,
      rows: [{ number: 5, cells: ['Sari', '', 's@contoh.test'] }],
      faults: [],
    })
  })

  it('comes out of the child process the same', async () => {
    const file = await workbook(sheet => {
      sheet.addRow(['NIP', 'Nama'])
      sheet.addRow([199001012015031001, 'Sari'])
    })
    expect(await readTable(file, 'xlsx')).toEqual(await readWorkbook(file))
  })

  it('that is none is refused across the child process with the same words', async () => {
    await writeFile(path, 'NIP;Nama\n')
    await expect(readTable(path, 'xlsx')).rejects.toMatchObject({
      name: 'TableRefused',
      message: 'Berkas bukan XLSX yang utuh. Simpan ulang sebagai XLSX tanpa sandi.',
    })
  })

  it('without a table is refused', async () => {
    await expect(readWorkbook(await workbook(() => undefined))).rejects.toThrow('Berkas tidak berisi tabel.')
  })
})

describe('the guard before the parser', () => {
  const guard = async (entries: Record<string, string | Buffer | PackedPart>) => {
    await writeFile(path, makeZip(entries))
    return guardWorkbook(path)
  }
  const TOO_LARGE = 'Berkas XLSX terlalu besar bila dibuka. Hapus lembar dan gambar yang tidak perlu.'
  const relationship = (type: string) =>
    `<Relationships><Relationship Id="r1" Type="http://x/${type}" Target="http://x/" TargetMode="External"/></Relationships>`

  it('lets an ordinary workbook through, with hyperlinks', async () => {
    await expect(
      guard({ 'xl/workbook.xml': '<x/>', 'xl/_rels/a.rels': relationship('hyperlink') }),
    ).resolves.toBeUndefined()
  })

  it.each([
    ['that tells its size', undefined],
    ['that hides its size', 1000],
  ])('refuses a bomb of 1 MB for 1 GB %s, quickly and in little memory', async (_case, claimedSize) => {
    await writeFile(path, makeZip({ 'xl/worksheets/sheet1.xml': bomb(claimedSize) }))
    expect((await stat(path)).size).toBeGreaterThan(900_000)
    const memory = process.memoryUsage().rss
    await expect(guardWorkbook(path)).rejects.toMatchObject({ name: 'TableRefused' })
    expect(process.memoryUsage().rss - memory).toBeLessThan(100 * 1024 * 1024)
  })

  it('counts what comes out of a part, whatever it claims', async () => {
    await expect(guard({ a: bomb(9 * 1024 * 1024) })).rejects.toMatchObject({ name: 'TableRefused' })
  })

  it('refuses many parts that are too large together', async () => {
    const part = Buffer.alloc(7 * 1024 * 1024)
    await expect(guard({ a: part, b: part, c: part })).rejects.toThrow(TOO_LARGE)
    await expect(guard({ a: part, b: part })).resolves.toBeUndefined()
  })

  it('refuses too many parts', async () => {
    const parts = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`p${i}`, 'x']))
    await expect(guard(parts(201))).rejects.toThrow(TOO_LARGE)
    await expect(guard(parts(200))).resolves.toBeUndefined()
  })

  it.each(['xl/vbaProject.bin', 'xl/macrosheets/sheet1.xml'])('refuses macros in %s', async part => {
    await expect(guard({ [part]: randomBytes(9) })).rejects.toThrow('Berkas berisi makro.')
  })

  it('refuses links to other files', async () => {
    await expect(guard({ 'xl/externalLinks/externalLink1.xml': 'x' })).rejects.toThrow(
      'Berkas bertaut ke berkas lain.',
    )
    await expect(guard({ 'xl/_rels/a.rels': relationship('oleObject') })).rejects.toThrow(
      'Berkas bertaut ke berkas lain.',
    )
  })
})
