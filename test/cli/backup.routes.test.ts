import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { backupCommand } from '../../src/cli/backup.command'
import type { Manifest } from '../../src/cli/backup-manifest'
import { restoreCommand } from '../../src/cli/restore.command'
import { configFrom, type Config } from '../../src/config'
import { newId } from '../../src/db/ids'
import { Evidence } from '../../src/evidence/evidence.entity'
import { EvidenceFile } from '../../src/evidence/evidence-file.entity'
import { Satker } from '../../src/satker/satker.entity'
import { openMeans } from '../../src/server'
import type { Means } from '../../src/services'
import { emptyPostgresDatabase, freshDatabase, onPostgres, postgresUrl } from '../support/database'
import { heard } from './heard-io'

const AT = '2026-03-12T03:45:00.000Z'

describe('backup and restore', () => {
  let folder: string
  let server: Means
  let restoredUrl: string | undefined

  const config = (dataDir: string, url = server?.config.databaseUrl): Config =>
    configFrom({ DATA_DIR: join(folder, dataDir), ...(url ? { DATABASE_URL: url } : {}) })

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zi-backup-'))
    if (onPostgres) await (await freshDatabase()).close()
    const url = await postgresUrl()
    restoredUrl = url && (await emptyPostgresDatabase(`${url}_restored`))
    server = await openMeans(
      configFrom({ DATA_DIR: join(folder, 'server'), ...(url ? { DATABASE_URL: url } : {}) }),
    )
  }, 60_000)

  afterEach(async () => {
    await server.database.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Keeps a content, then its rows, as an upload does; gives its hash. */
  async function upload(text: string, satkerId: string): Promise<string> {
    const { storage, database } = server
    const { sha256, size } = await storage.commit(await storage.receive(Readable.from([Buffer.from(text)])))
    const evidence = {
      id: newId(),
      satkerId,
      title: text,
      nature: 'trace' as const,
      createdBy: '',
      createdAt: AT,
    }
    await database.inTransaction(async () => {
      await database.insert(Evidence, [evidence])
      await database.insert(EvidenceFile, [
        {
          id: newId(),
          evidenceId: evidence.id,
          slot: evidence.id,
          version: 1,
          name: 'bukti.txt',
          sha256,
          size,
          contentType: 'text/plain',
          uploadedBy: '',
          uploadedAt: AT,
        },
      ])
    })
    return sha256
  }

  const manifestIn = (name: string): Manifest =>
    JSON.parse(readFileSync(join(folder, name, 'manifest.json'), 'utf8')) as Manifest
  const write = (name: string, manifest: Manifest) =>
    writeFileSync(join(folder, name, 'manifest.json'), JSON.stringify(manifest))

  async function aSatker(): Promise<string> {
    const id = newId()
    const row = { id, path: `${id}/`, code: id, name: 'Satker', level: 'ministry' as const, createdAt: AT }
    await server.database.inTransaction(() => server.database.insert(Satker, [row]))
    return id
  }

  async function withBackup<T>(work: (zi: Means) => Promise<T>): Promise<T> {
    const zi = await openMeans(server.config, { migrate: false })
    try {
      return await work(zi)
    } finally {
      await zi.database.close()
    }
  }

  it('holds every row and content acknowledged before it began, while others go on writing', async () => {
    const satker = await aSatker()
    const acknowledged: string[] = []
    for (let at = 0; at < 15; at++) acknowledged.push(await upload(`isi ${at}`, satker))
    const before = [...acknowledged]
    let going = true
    const writing = (async () => {
      for (let at = 15; going && at < 2000; at++) acknowledged.push(await upload(`isi ${at}`, satker))
    })()
    const io = heard()

    const code = await withBackup(zi => backupCommand(join(folder, 'cadangan'), zi, io))
    going = false
    await writing

    expect([code, io.errors]).toEqual([0, ''])
    expect(acknowledged.length).toBeGreaterThan(before.length)
    const target = config('lain', restoredUrl)
    expect(await restoreCommand(join(folder, 'cadangan'), target, io)).toBe(0)
    const restored = await openMeans(target)
    try {
      const rows = await restored.database.query<{ sha256: string }>('SELECT sha256 FROM evidence_files')
      const hashes = rows.map(row => row.sha256)
      expect(hashes).toEqual(expect.arrayContaining(before))
      expect(manifestIn('cadangan').rows).toMatchObject({ satker: 1, evidence_files: hashes.length })
      expect(io.text).toMatch(/: [1-9]\d* tabel, /)
      for (const hash of hashes) expect([hash, await restored.storage.has(hash)]).toEqual([hash, true])
    } finally {
      await restored.database.close()
    }
  }, 120_000)

  it('does not restore over an installation that has rows', async () => {
    await aSatker()
    const io = heard()
    await withBackup(zi => backupCommand(join(folder, 'cadangan'), zi, io))
    expect(await restoreCommand(join(folder, 'cadangan'), server.config, io)).toBe(1)
    expect(io.errors).toContain('tidak kosong')
  }, 60_000)

  it('does not restore a backup in which one content has changed or one is missing', async () => {
    const satker = await aSatker()
    const [changed, missing] = [await upload('satu', satker), await upload('dua', satker)]
    await withBackup(zi => backupCommand(join(folder, 'cadangan'), zi, heard()))
    const place = (hash: string) => join(folder, 'cadangan', 'berkas', hash.slice(0, 2), hash)
    writeFileSync(place(changed), 'lain')
    rmSync(place(missing))
    const io = heard()
    expect(await restoreCommand(join(folder, 'cadangan'), config('lain', restoredUrl), io)).toBe(1)
    expect(io.errors).toContain(`${changed} berubah`)
    expect(io.errors).toContain(`${missing} hilang`)
    expect(readdirSync(folder)).not.toContain('lain')
  }, 60_000)

  it('restores nothing when a table has other rows than the backup says, and then the right backup to the same place', async () => {
    const satker = await aSatker()
    const content = await upload('satu', satker)
    await withBackup(zi => backupCommand(join(folder, 'cadangan'), zi, heard()))
    const right = manifestIn('cadangan')
    write('cadangan', { ...right, rows: { ...right.rows, satker: 2 } })
    const target = config('lain', restoredUrl)
    const io = heard()

    expect(await restoreCommand(join(folder, 'cadangan'), target, io)).toBe(1)

    expect(io.errors).toBe('Jumlah baris berbeda pada satker. Tidak ada yang dipulihkan.\n')
    const refused = await openMeans(target, { migrate: false })
    expect(await refused.database.tables()).toEqual([])
    expect(await refused.storage.has(content)).toBe(false)
    await refused.database.close()
    write('cadangan', right)
    expect(await restoreCommand(join(folder, 'cadangan'), target, io)).toBe(0)
    const restored = await openMeans(target)
    expect(await restored.database.query('SELECT id FROM satker')).toEqual([{ id: satker }])
    expect(await restored.storage.has(content)).toBe(true)
    await restored.database.close()
    expect(readdirSync(join(folder, 'lain')).filter(name => name.includes('dipulihkan'))).toEqual([])
  }, 60_000)

  it('leaves the folder free when a content is missing, and fills it when it is there again', async () => {
    const content = await upload('satu', await aSatker())
    const { storage } = server
    await storage.remove(content, new Date(Date.now() + 1000))
    const backup = () => withBackup(zi => backupCommand(join(folder, 'cadangan'), zi, heard()))

    await expect(backup()).rejects.toThrow(`${content} tidak ada di penyimpanan. Cadangan tidak dibuat.`)

    expect(readdirSync(join(folder, 'cadangan'))).toEqual([])
    await storage.commit(await storage.receive(Readable.from([Buffer.from('satu')])))
    expect(await backup()).toBe(0)
  }, 60_000)

  it('does not back up into a folder that holds something', async () => {
    await aSatker()
    const io = heard()
    expect(await withBackup(zi => backupCommand(join(folder, 'server'), zi, io))).toBe(onPostgres ? 0 : 1)
    expect(await withBackup(zi => backupCommand(join(folder, 'server'), zi, io))).toBe(1)
    expect(io.errors).toContain('tidak kosong')
  }, 60_000)

  it('takes a folder without a manifest for no backup', async () => {
    const io = heard()
    expect(await restoreCommand(folder, config('lain', restoredUrl), io)).toBe(1)
    expect(io.errors).toContain('bukan cadangan')
  })
})
