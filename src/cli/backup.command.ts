import { createWriteStream } from 'node:fs'
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises'
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
import type { Storage } from '../storage/storage'
import { FILES_FOLDER, MANIFEST_FILE, sha256Of, type Manifest } from './backup-manifest'
import { EXIT, type CommandIo } from './command-io'
import { runPostgresTool } from './postgres-tools'

/**
 * A consistent copy of the rows and of every content they name, while the server goes on serving. Sessions are left
 * out. The manifest is written last: a folder without one is no backup.
 */
export async function backupCommand(
  folder: string,
  { config, database, storage, clock }: Means,
  io: CommandIo,
): Promise<number> {
  if (await holdsSomething(folder)) {
    io.stderr(`${folder} tidak kosong. Pilih folder baru untuk cadangan ini.\n`)
    return EXIT.failed
  }
  if ((await database.tables()).length === 0) {
    io.stderr('Basis data masih kosong. Tidak ada yang dicadangkan.\n')
    return EXIT.failed
  }
  await mkdir(join(folder, FILES_FOLDER), { recursive: true, mode: 0o700 })
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
  io.stdout(`Cadangan di ${folder}: ${Object.keys(rows).length} tabel, ${files.length} berkas.\n`)
  return EXIT.done
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

/** The dump is of one moment. What it names was named before or after it, for a named version is never taken away. */
async function dumpPostgres(url: string, database: Database, folder: string): Promise<Snapshot> {
  const file = 'basis-data.dump'
  const named = new NamedContentsRepository(database)
  const before = await named.all()
  await runPostgresTool('pg_dump', url, [
    '--format=custom',
    '--no-owner',
    '--no-privileges',
    '--exclude-schema=sessions',
    `--file=${join(folder, file)}`,
  ])
  const contents = [...new Set([...before, ...(await named.all())])].sort()
  return { kind: 'postgres', file, rows: {}, contents }
}

async function copyContent(
  storage: Storage,
  sha256: string,
  folder: string,
): Promise<{ sha256: string; size: number }> {
  const { stream, size } = await storage.open(sha256)
  const target = join(folder, FILES_FOLDER, sha256.slice(0, 2), sha256)
  await mkdir(dirname(target), { recursive: true })
  await pipeline(stream, createWriteStream(target, { mode: 0o600 }))
  if ((await sha256Of(target)) !== sha256) throw new Error(`Isi berkas ${sha256} rusak di penyimpanan.`)
  return { sha256, size }
}
