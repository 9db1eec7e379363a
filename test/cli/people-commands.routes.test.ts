import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { satkerImportCommand } from '../../src/cli/satker-import.command'
import { userAddCommand } from '../../src/cli/user-add.command'
import { userImportCommand } from '../../src/cli/user-import.command'
import { browser, openHouse, post, signedIn, type House } from '../support/house'

const TREE = `Kode;Nama;Tingkat;Kode induk
KP-1;Kantor Satu;Satker;KLN
KLN;Kementerian Layanan Nusantara;Kementerian;
`
const PEOPLE = `Nama;Surel;Peran;Kode satker
Bagas Hendrawan;bagas@contoh.go.id;Anggota pokja;KP-1
Dewi Anggraini;dewi@contoh.go.id;Kepala satker;KP-1
`

describe('people and satker at the command line', () => {
  let house: House
  let folder: string
  let out: string
  let err: string
  const io = { stdout: (text: string) => void (out += text), stderr: (text: string) => void (err += text) }

  beforeEach(async () => {
    house = await openHouse()
    folder = mkdtempSync(join(tmpdir(), 'zi-cli-'))
    out = err = ''
  })
  afterEach(async () => {
    await house.close()
    rmSync(folder, { recursive: true })
  })

  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const importTree = (text = TREE, options: { dryRun?: boolean; update?: boolean } = {}) =>
    satkerImportCommand(
      { file: file('satker.csv', text), dryRun: options.dryRun ?? false, update: options.update ?? false },
      house.services,
      io,
    )
  const count = async (table: string) => (await house.database.query(`SELECT id FROM ${table}`)).length

  it('fills an empty house: a tree from a file, then its first administrator by a link', async () => {
    expect(await importTree(TREE, { dryRun: true })).toBe(0)
    expect(out).toBe('2 baris akan ditambah, 0 akan diperbarui, 0 tanpa perubahan.\n')
    expect(await count('satker')).toBe(0)
    expect(await importTree()).toBe(0)
    expect(await count('satker')).toBe(2)

    out = ''
    const person = { name: 'Sari Puspadewi', email: 'sari@contoh.go.id', role: 'centre-admin', satker: 'KLN' }
    expect(await userAddCommand(person, house.services, io)).toBe(0)
    const link = /^http:\/\/127\.0\.0\.1(\/tautan\/[\w-]+)\n$/.exec(out)?.[1] ?? ''
    const password = 'gajah kecil di ladang'
    expect((await post(browser(house), link, link, { password, repeat: password })).status).toBe(303)
    const sari = await signedIn(house, 'sari@contoh.go.id', password)
    expect((await sari.get('/satker')).text).toContain('Kantor Satu')
    const act = await house.database.one(
      `SELECT user_name AS by, role FROM audit_events WHERE action = 'add-account'`,
    )
    expect(act).toEqual({ by: 'zi user add', role: 'centre-admin' })
  })

  it('says what is wrong with a person and makes nobody', async () => {
    await importTree()
    const person = { name: 'Sari', nip: '123', role: 'raja', satker: 'KLN' }
    expect(await userAddCommand(person, house.services, io)).toBe(2)
    expect(err).toContain('nip: NIP terdiri atas 18 angka.')
    expect(err).toContain('role: Pilih peran.')
    expect(
      await userAddCommand(
        { ...person, nip: undefined, email: 's@contoh.go.id', role: 'head', satker: 'XX' },
        house.services,
        io,
      ),
    ).toBe(1)
    expect(err).toContain('Tidak ada satker dengan kode atau nama itu.')
    expect(await count('users')).toBe(0)
  })

  it('prints a link for every new account of a file', async () => {
    await importTree()
    out = ''
    const people = { file: file('orang.csv', PEOPLE), dryRun: false, update: false }
    expect(await userImportCommand({ ...people, dryRun: true }, house.services, io)).toBe(0)
    expect(await count('users')).toBe(0)
    expect(await userImportCommand(people, house.services, io)).toBe(0)
    expect(
      out.split('\n').filter(line => /^\S+@contoh\.go\.id\t.+\thttp.+\/tautan\//.test(line)),
    ).toHaveLength(2)
    expect(await userImportCommand(people, house.services, io)).toBe(2)
    expect(err).toContain('baris 2, kolom Surel: Sudah dipakai akun Bagas Hendrawan.')
    expect(await count('users')).toBe(2)
  })

  it('refuses what is no table with exit code 2 and every fault on stderr', async () => {
    expect(await importTree(TREE.replace('KLN;K', 'KP-1;K'))).toBe(2)
    expect(err).toContain('baris 3, kolom Kode: Kode ini sudah ada di baris 2.')
    expect(out).toBe('')
    const missing = { file: join(folder, 'tidak-ada.csv'), dryRun: false, update: false }
    expect(await userImportCommand(missing, house.services, io)).toBe(2)
    expect(err).toContain('berkas tidak ada.')
    expect(await userImportCommand({ ...missing, file: 'x.pdf' }, house.services, io)).toBe(2)
    expect(err).toContain('hanya .csv atau .xlsx.')
    expect(await count('satker')).toBe(0)
  })
})
