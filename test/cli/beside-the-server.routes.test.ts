import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { User } from '../../src/accounts/user.entity'
import { newId } from '../../src/db/ids'
import { projectRoot } from '../../src/project-root'
import { addSatker } from '../support/cast'
import { postgresUrl } from '../support/database'
import { openHouse, type House } from '../support/house'

const IMPORTED = Array.from({ length: 300 }, (_nothing, at) => `Berkas ${String(at).padStart(3, '0')}`)

/** The database of the house in the words of the configuration. */
async function placeOf(house: House): Promise<NodeJS.ProcessEnv> {
  const url = await postgresUrl()
  if (url) return { DATABASE_URL: url, DATA_DIR: house.dataDir }
  const main = await house.database.one<{ file: string }>('PRAGMA database_list')
  return { DATA_DIR: dirname(main?.file ?? '') }
}

const person = (name: string): Partial<User> => ({
  id: newId(),
  name,
  mustChangePassword: false,
  sessionsValidFrom: '2026-01-01T00:00:00.000Z',
  createdAt: '2026-01-01T00:00:00.000Z',
})

describe('a zi command that writes beside the server', () => {
  let house: House
  let folder: string

  beforeEach(async () => {
    house = await openHouse()
    folder = mkdtempSync(join(tmpdir(), 'zi-beside-'))
    await addSatker(house, 'Kantor Satu', undefined, { code: 'KP-1' })
  })
  afterEach(async () => {
    await house.close()
    rmSync(folder, { recursive: true })
  })

  it('leaves with the server exactly the rows that either was told are kept', async () => {
    const file = join(folder, 'pengguna.csv')
    const rows = IMPORTED.map((name, at) => `${name};orang${at}@contoh.go.id;Pembaca;KP-1`)
    writeFileSync(file, `Nama;Surel;Peran;Kode satker\n${rows.join('\n')}\n`)
    const command = spawn(process.execPath, ['--import', 'tsx', 'src/cli/zi.ts', 'user', 'import', file], {
      cwd: projectRoot,
      env: { PATH: process.env['PATH'], ...(await placeOf(house)) },
      stdio: 'ignore',
    })
    const exit = once(command, 'exit')
    const { database } = house
    const keep = (name: string, fails = false) =>
      database.inTransaction(async () => {
        await database.insert(User, [person(name)])
        if (fails) throw new Error('no')
        return name
      })
    const kept: string[] = []
    for (let turn = 0; command.exitCode === null && command.signalCode === null; turn++) {
      const outcomes = await Promise.allSettled([
        keep(`Batal ${turn}`, true),
        keep(`Server ${turn} A`),
        keep(`Server ${turn} B`),
      ])
      kept.push(...outcomes.flatMap(outcome => (outcome.status === 'fulfilled' ? [outcome.value] : [])))
      await new Promise(done => setTimeout(done, 5))
    }
    expect(await exit).toEqual([0, null])
    expect(kept.length).toBeGreaterThan(0)
    const names = await database.query<{ name: string }>('SELECT name FROM users')
    expect(names.map(({ name }) => name).sort()).toEqual([...kept, ...IMPORTED].sort())
  }, 120_000)
})
