import { createWriteStream } from 'node:fs'
import { chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { migrations } from '../../migrations'
import { instant } from '../clock'
import type { Database } from '../db/database'
import { openDatabase } from '../db/open-database'
import { entities } from '../entities'
import { RowCountsRepository } from '../installation/row-counts.repository'
import type { Means } from '../services'
import { NamedContentsRepository } from '../storage/named-contents.repository'
import { ObjectMissing, type Storage } from '../storage/storage'
import { FILES_FOLDER, MANIFEST_FILE, sha256Of, type Manifest } from './backup-manifest'
import { EXIT, type CommandIo } from './command-io'
import { runPostgresTool } from './postgres-tools'

/**
 * A consistent copy of the rows and of every content they name, while the server goes on serving. Sessions are left
 * out. The manifest is written last: a folder without one is no backup.
 */
export async function backupCommand(folder: string, means: Means, io: CommandIo): Promise<number> {
  if (await holdsSomething(folder)) {
    io.stderr(`${folder} tidak kosong. Pilih folder baru untuk cadangan ini.\n`)
    return EXIT.failed
  }
  if ((await means.database.tables()).length === 0) {
    io.stderr('Basis data masih kosong. Tidak ada yang dicadangkan.\n')
    return EXIT.failed
  }
  await mkdir(join(folder, FILES_FOLDER), { recursive: true, mode: 0o700 })
  try {
    const { rows, files } = await writeBackup(folder, means)
    io.stdout(`Cadangan di ${folder}: ${Object.keys(rows).length} tabel, ${files.length} berkas.\n`)
    return EXIT.done
  } catch (error) {
    // It was empty before: what stands there is half a backup, and the next one may want the place.
    for (const half of await readdir(folder)) await rm(join(folder, half), { recursive: true })
    throw error
  }
}

async function writeBackup(folder: string, { config, database, storage, clock }: Means): Promise<Manifest> {
  const madeAt = instant(clock)
  const snapshot = config.databaseUrl
    ? await dumpPostgres(config.databaseUrl, database, folder)
    : await copySqlite(database, folder)
  const files = []
  for (const sha256 of snapshot.contents) files.push(await copyContent(storage, sha256, folder))
  const { kind, file, rows } = snapshot
  await chmod(join(folder, file), 0o600)
  const manifest: Manifest = {
    format: 1,
    madeAt,
    database: { kind, file, sha256: await sha256Of(join(folder, file)) },
    rows,
    files,
  }
  await writeFile(join(folder, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
  return manifest
}

const holdsSomething = async (folder: string): Promise<boolean> =>
  (await readdir(folder).catch(() => [])).length > 0

interface Snapshot extends Pick<Manifest, 'rows'> {
  readonly kind: Manifest['database']['kind']
  readonly file: Manifest['database']['file']
  readonly contents: readonly string[]
}

/** SQLite writes the state of one moment into a file of its own, whoever writes meanwhile. */
async function copySqlite(database: Database, folder: string): Promise<Snapshot> {
  const file = 'basis-data.sqlite'
  await database.snapshot(join(folder, file))
  const copy = await openDatabase({
    url: undefined,
    file: join(folder, file),
    entities: [...entities],
    migrations,
  })
  try {
    const rows = await new RowCountsRepository(copy).counts()
    return { kind: 'sqlite', file, rows, contents: await new NamedContentsRepository(copy).all() }
  } finally {
    await copy.close()
  }
}

/** The dump and the counts are of the same moment. */
function dumpPostgres(url: string, database: Database, folder: string): Promise<Snapshot> {
  const file = 'basis-data.dump'
  const counts = new RowCountsRepository(database)
  const named = new NamedContentsRepository(database)
  return database.inSnapshot(async snapshot => {
    await runPostgresTool('pg_dump', url, [
      '--format=custom',
      '--no-owner',
      '--no-privileges',
      '--exclude-schema=sessions',
      `--snapshot=${snapshot}`,
      `--file=${join(folder, file)}`,
    ])
    return { kind: 'postgres', file, rows: await counts.counts(), contents: await named.all() }
  })
}

async function copyContent(
  storage: Storage,
  sha256: string,
  folder: string,
): Promise<{ sha256: string; size: number }> {
  const { stream, size } = await storage.open(sha256).catch((error: unknown) => {
    if (!(error instanceof ObjectMissing)) throw error
    throw new Error(`Isi berkas ${sha256} tidak ada di penyimpanan. Cadangan tidak dibuat.`)
  })
  const target = join(folder, FILES_FOLDER, sha256.slice(0, 2), sha256)
  await mkdir(dirname(target), { recursive: true })
  await pipeline(stream, createWriteStream(target, { mode: 0o600 }))
  if ((await sha256Of(target)) !== sha256)
    throw new Error(`Isi berkas ${sha256} rusak di penyimpanan. Cadangan tidak dibuat.`)
  return { sha256, size }
}
