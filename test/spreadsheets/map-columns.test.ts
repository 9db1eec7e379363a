import { z } from 'zod'
import { mapColumns } from '../../src/spreadsheets/map-columns'
import { tableOfCsv } from '../../src/spreadsheets/read-csv'

const columns = {
  nip: { header: 'NIP', cell: z.string().regex(/^\d{18}$/, 'NIP harus 18 angka.') },
  name: { header: 'Nama lengkap', cell: z.string().min(1, 'Nama kosong.') },
  staff: { header: 'Jumlah pegawai', optional: true, cell: z.string().transform(text => Number(text || 0)) },
}
const map = (csv: string) => mapColumns(tableOfCsv(Buffer.from(csv)), columns)
const NIP = '199001012015031001'

describe('a table mapped to typed rows', () => {
  it('finds its columns by title in any order, case and spacing', () => {
    expect(map(`nama  LENGKAP ;Jumlah pegawai;nip\nSari;45;${NIP}\n`)).toEqual({
      rows: [{ number: 2, values: { nip: NIP, name: 'Sari', staff: 45 } }],
      faults: [],
    })
  })

  it('may lack an optional column', () => {
    expect(map(`NIP;Nama lengkap\n${NIP};Sari\n`).rows[0]?.values).toEqual({
      nip: NIP,
      name: 'Sari',
      staff: 0,
    })
  })

  it('names every fault by row and column, and still gives the rows without one', () => {
    const mapped = map(`NIP;Nama lengkap\n12;\n${NIP};Sari\n1,9E+17;Budi\n`)
    expect(mapped.faults).toEqual([
      { row: 2, column: 'NIP', message: 'NIP harus 18 angka.' },
      { row: 2, column: 'Nama lengkap', message: 'Nama kosong.' },
      {
        row: 4,
        column: 'NIP',
        message: 'Angka panjang kehilangan digit. Ubah format kolom menjadi Teks lalu isi lagi.',
      },
    ])
    expect(mapped.rows.map(row => row.values.name)).toEqual(['Sari'])
  })

  it('names wrong, missing and repeated titles, and reads nothing below them', () => {
    expect(map(`\nNama lengkap;NIPP;nama lengkap\nSari;${NIP};x\n`)).toEqual({
      rows: [],
      faults: [
        { row: 2, column: 'NIP', message: 'Kolom “NIP” tidak ada.' },
        { row: 2, column: 'NIPP', message: 'Kolom “NIPP” tidak dikenal.' },
        { row: 2, column: 'nama lengkap', message: 'Kolom “nama lengkap” ada lebih dari satu.' },
      ],
    })
  })

  it('speaks Indonesian also where a schema names no message', () => {
    const mapped = mapColumns(tableOfCsv(Buffer.from('Surel\nsari\n')), {
      email: { header: 'Surel', cell: z.email() },
    })
    expect(mapped.faults[0]?.message).toBe('alamat email tidak valid')
  })

  it('stays quick with twenty thousand faulty rows', () => {
    expect(map(`NIP;Nama lengkap\n${'1E+17;\n'.repeat(20_000)}`).faults).toHaveLength(40_000)
  })
})
