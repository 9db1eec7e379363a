import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tableOfCsv } from '../../src/spreadsheets/read-csv'
import { readTable } from '../../src/spreadsheets/read-table'

const read = (text: string) => tableOfCsv(Buffer.from(text))
const refused = (text: string | Buffer) => () => tableOfCsv(Buffer.from(text))

describe('a CSV file', () => {
  it.each([
    ['comma', 'NIP,Nama\n1,Sari\n'],
    ['semicolon', 'NIP;Nama\r\n1;Sari\r\n'],
    ['tab', 'NIP\tNama\n1\tSari'],
    ['comma with semicolons inside quotes', 'NIP,"Nama"\n1,Sari\n'],
    ['byte order mark', '\ufeffNIP;Nama\n1;Sari\n'],
  ])('separated by %s is read', (_case, text) => {
    expect(read(text)).toEqual({
      header: ['NIP', 'Nama'],
      headerRow: 1,
      rows: [{ number: 2, cells: ['1', 'Sari'] }],
      faults: [],
    })
  })

  it('does not count separators inside quotes', () => {
    expect(read('"a;b;c;d",e\n1,2\n').header).toEqual(['a;b;c;d', 'e'])
  })

  it('numbers its rows as a spreadsheet program does, empty ones and line breaks in cells included', () => {
    const table = read('\n  \nNama;Alamat\n\nSari;"Jalan Satu\nKota"\n;\nBudi\n')
    expect(table.headerRow).toBe(3)
    expect(table.rows).toEqual([
      { number: 5, cells: ['Sari', 'Jalan Satu\nKota'] },
      { number: 7, cells: ['Budi', ''] },
    ])
  })

  it("obeys Excel's line about the separator", () => {
    const table = read('sep=;\r\nNIP,a;Nama\r\n1;Sari\r\n')
    expect(table.header).toEqual(['NIP,a', 'Nama'])
    expect(table.rows[0]?.number).toBe(3)
  })

  it('keeps every digit and every formula as text', () => {
    const table = read('NIP;Nama\n199001012015031001;=1+1\n007;@x\n')
    expect(table.rows.map(row => row.cells)).toEqual([
      ['199001012015031001', '=1+1'],
      ['007', '@x'],
    ])
    expect(table.faults).toEqual([])
  })

  it.each(['1,99001E+17', '1.99001E+17', '2E+17'])('finds a long number that lost its digits: %s', number => {
    expect(read(`Nama;NIP\nSari;${number}\n`).faults).toEqual([
      {
        row: 2,
        column: 'NIP',
        message: 'Angka panjang kehilangan digit. Ubah format kolom menjadi Teks lalu isi lagi.',
      },
    ])
  })

  it('finds what stands outside the titled columns', () => {
    expect(read('Nama;;Surel\nSari;x;s@contoh.test;y\n').faults).toEqual([
      { row: 2, column: 'B', message: 'Isi di luar kolom yang berjudul.' },
      { row: 2, column: 'D', message: 'Isi di luar kolom yang berjudul.' },
    ])
  })

  it('finds a character that no database keeps, wherever it stands', () => {
    const message = 'Isi memuat karakter yang tidak dapat disimpan. Ketik ulang isinya.'
    const rows = 'Sari;1\n'.repeat(2000)
    expect(read(`Nama;NIP\n${rows}Bu\0di;2\n`).faults).toEqual([{ row: 2002, column: 'Nama', message }])
    expect(read('Nama;N\0IP\nSari;1\n').faults).toContainEqual({ row: 1, column: 'B', message })
  })

  it('finds a cell that is too long', () => {
    expect(read(`Nama\n${'x'.repeat(2001)}\n`).faults).toMatchObject([{ row: 2, column: 'Nama' }])
  })

  it('is refused in words that help', () => {
    expect(refused('')).toThrow('Berkas tidak berisi tabel.')
    expect(refused(Buffer.from('Nama\nS\xe1ri\n', 'latin1'))).toThrow(
      'Simpan ulang sebagai “CSV UTF-8” atau XLSX.',
    )
    expect(refused('a;b\n1;"x\n2;y\n')).toThrow(/^CSV rusak di sekitar baris \d: /)
    expect(refused(`a\n${'1\n'.repeat(20_001)}`)).toThrow('Tabel berisi lebih dari 20.000 baris.')
    expect(refused(Array.from({ length: 101 }, (_, i) => `k${i}`).join(';'))).toThrow('lebih dari 100 kolom')
  })

  it('is read from a file, and refused unread when it is too large', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zi-csv-'))
    const path = join(folder, 'pegawai.csv')
    await writeFile(path, 'Nama\nSari\n')
    expect((await readTable(path, 'csv')).rows).toHaveLength(1)
    await writeFile(path, Buffer.alloc(5 * 1024 * 1024 + 1, 'a'))
    await expect(readTable(path, 'csv')).rejects.toThrow('Berkas CSV lebih dari 5 MB.')
    await rm(folder, { recursive: true })
  })
})
