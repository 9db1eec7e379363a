import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemActor } from '../../src/access/actor'
import { configFrom } from '../../src/config'
import { projectRoot } from '../../src/project-root'
import { openServices } from '../../src/server'
import type { Services } from '../../src/services'

/** `zi` as a process of its own, as an administrator runs it beside the server. */
function zi(dataDir: string, ...args: readonly string[]): Promise<{ code: number | null; errors: string }> {
  const { DATABASE_URL: _url, ...environment } = process.env
  const child = spawn(join(projectRoot, 'node_modules/.bin/tsx'), ['src/cli/zi.ts', ...args], {
    cwd: projectRoot,
    env: { ...environment, DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (piece: Buffer) => void (errors += piece.toString()))
  return new Promise(resolve => child.once('close', code => resolve({ code, errors })))
}

const unit = (code: string, parent: string) => ({
  code,
  name: `Satker ${code}`,
  level: parent ? ('satker' as const) : ('ministry' as const),
  kind: '',
  parent,
  region: '',
  city: '',
  timeZone: 'Asia/Jakarta' as const,
  letterhead: '',
  employees: 1,
})

describe('a zi command beside the running server', () => {
  let dataDir: string
  let server: Services
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'zi-beside-'))
    server = await openServices(configFrom({ DATA_DIR: dataDir }))
  })
  afterAll(async () => {
    await server.database.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  it('leaves exactly the rows that either of them acknowledged', async () => {
    const actor = systemActor('server')
    await server.satker.create(actor, unit('PUSAT', ''))
    const file = join(dataDir, 'satker.csv')
    const imported = Array.from({ length: 40 }, (_, at) => `IMPOR.${at}`)
    writeFileSync(
      file,
      ['Kode;Nama;Tingkat;Kode induk', ...imported.map(code => `${code};Satker ${code};Satker;PUSAT`)].join(
        '\n',
      ),
    )
    const acknowledged: string[] = []
    let going = true
    const writing = (async () => {
      for (let at = 0; going && at < 5000; at++) {
        const code = `SERVER.${at}`
        const work = async () => {
          await server.satker.create(actor, unit(code, 'PUSAT'))
          if (at % 3 === 0) throw new Error('given up')
        }
        await server.database.inTransaction(work).then(
          () => acknowledged.push(code),
          () => undefined,
        )
      }
    })()
    const { code, errors } = await zi(dataDir, 'satker', 'import', file)
    going = false
    await writing

    expect([code, errors.replace(/^npm warn.*\n/gm, '')]).toEqual([0, ''])
    const rows = await server.database.query<{ code: string }>('SELECT code FROM satker')
    expect(rows.map(row => row.code).sort()).toEqual(['PUSAT', ...imported, ...acknowledged].sort())
    expect(acknowledged.length).toBeGreaterThan(5)
  }, 90_000)

  it('answers a line it does not understand with exit code 2', async () => {
    expect((await zi(dataDir, 'user', 'add')).code).toBe(2)
  }, 60_000)
})
