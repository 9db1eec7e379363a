import { join } from 'node:path'
import { satkerImportCommand } from '../../src/cli/satker-import.command'
import { userImportCommand } from '../../src/cli/user-import.command'
import { projectRoot } from '../../src/project-root'
import { openHouse, type House } from '../support/house'
import { heard } from './heard-io'

const sample = (name: string) => join(projectRoot, 'test/spreadsheets/samples', `libreoffice-${name}.xlsx`)

describe('workbooks that LibreOffice saved', () => {
  let house: House
  beforeEach(async () => void (house = await openHouse()))
  afterEach(() => house.close())

  const satker = (dryRun: boolean, io = heard()) =>
    satkerImportCommand({ file: sample('satker'), dryRun, update: false }, house.services, io)
  const people = (name: string, dryRun: boolean, io = heard()) =>
    userImportCommand({ file: sample(name), dryRun, update: false }, house.services, io)

  it('are checked, then imported: codes with leading zeros, dates, formulas, links and bold words', async () => {
    const io = heard()
    expect([await satker(true, io), io.errors]).toEqual([0, ''])
    expect(await house.database.query('SELECT id FROM satker')).toEqual([])
    expect(await satker(false)).toBe(0)
    expect(await house.database.query('SELECT code, employees FROM satker ORDER BY employees')).toEqual([
      { code: '007', employees: 57 },
      { code: 'KLN', employees: 1200 },
    ])

    expect([await people('pengguna', true, io), io.errors]).toEqual([0, ''])
    expect(await house.database.query('SELECT id FROM users')).toEqual([])
    expect(await people('pengguna', false)).toBe(0)
    expect(
      await house.database.query(
        `SELECT u.name, u.nip, u.email, m.role, m.parts, m.valid_from AS "from", m.valid_until AS "until"
           FROM users u JOIN memberships m ON m.user_id = u.id ORDER BY u.name`,
      ),
    ).toEqual([
      {
        name: 'Bagas Hendrawan',
        nip: '199002142015031004',
        email: 'bagas@contoh.go.id',
        role: 'member',
        parts: '1',
        from: '2026-01-30',
        until: '2026-06-30',
      },
      {
        name: 'Dewi Anggraini',
        nip: null,
        email: 'dewi@contoh.go.id',
        role: 'head',
        parts: null,
        from: '2026-03-12',
        until: null,
      },
    ])
  })

  it('are refused where a NIP or a date was typed as a number, with how to type it', async () => {
    await satker(false)
    const io = heard()
    expect(await people('pengguna-salah', false, io)).toBe(2)
    expect(io.errors).toBe(
      [
        'baris 2, kolom NIP: Angka panjang kehilangan digit. Ubah format kolom menjadi Teks lalu isi lagi.',
        'baris 3, kolom Mulai: Tulis tanggal seperti 2026-01-30 atau 30/01/2026.',
        '2 kesalahan; tidak ada yang disimpan.\n',
      ].join('\n'),
    )
    expect(await house.database.query('SELECT id FROM users')).toEqual([])
  })
})
