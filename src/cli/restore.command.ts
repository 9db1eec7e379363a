import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { RowCountsRepository } from '../installation/row-counts.repository'
import type { Config } from '../config'
import type { Database } from '../db/database'
import { openMeans } from '../server'
import type { Means } from '../services'
import type { Storage } from '../storage/storage'
import { FILES_FOLDER, MANIFEST_FILE, manifestSchema, sha256Of, type Manifest } from './backup-manifest'
import { EXIT, type CommandIo } from './command-io'
import { bringRowsBack } from './restore-target'

/** Brings a backup back into an empty installation, after every byte of it was checked against its manifest. */
export async function restoreCommand(folder: string, config: Config, io: CommandIo): Promise<number> {
  const manifest = await readManifest(folder)
  const refuse = (message: string): number => {
    io.stderr(`${message}\n`)
    return EXIT.failed
  }
  if (!manifest) return refuse(`${folder} bukan cadangan: ${MANIFEST_FILE} tidak ada atau tidak terbaca.`)
  const damage = await damageIn(folder, manifest)
  if (damage.length > 0) return refuse(`Cadangan rusak, tidak ada yang dipulihkan:\n${damage.join('\n')}`)
  const isPostgres = config.databaseUrl !== undefined
  if (isPostgres !== (manifest.database.kind === 'postgres'))
    return refuse(`Cadangan ini dari ${manifest.database.kind}. Sesuaikan DATABASE_URL.`)
  const standing = await emptyMeans(config)
  if (!standing)
    return refuse('Basis data tujuan tidak kosong. Pulihkan ke DATA_DIR atau basis data yang kosong.')
  const target = await bringRowsBack(join(folder, manifest.database.file), config)
  let isKept = false
  try {
    const differing = await differingTables(manifest, target.database)
    if (differing.length > 0)
      return refuse(`Jumlah baris berbeda pada ${differing.join(', ')}. Tidak ada yang dipulihkan.`)
    for (const { sha256 } of manifest.files) await keep(standing.storage, join(folder, contentFile(sha256)))
    await target.database.migrate()
    await target.keep()
    isKept = true
  } finally {
    if (!isKept) await target.undo()
  }
  io.stdout(`Dipulihkan dari ${manifest.madeAt}: ${manifest.files.length} berkas. Semua orang masuk lagi.\n`)
  return EXIT.done
}

async function readManifest(folder: string): Promise<Manifest | null> {
  const text = await readFile(join(folder, MANIFEST_FILE), 'utf8').catch(() => null)
  try {
    return text === null ? null : manifestSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** What is missing or differs, a line each. */
async function damageIn(folder: string, { database, files }: Manifest): Promise<string[]> {
  const damage: string[] = []
  const check = async (file: string, sha256: string): Promise<void> => {
    const found = await sha256Of(join(folder, file)).catch(() => null)
    if (found !== sha256) damage.push(`  ${file} ${found === null ? 'hilang' : 'berubah'}`)
  }
  await check(database.file, database.sha256)
  for (const { sha256 } of files) await check(contentFile(sha256), sha256)
  return damage
}

/** The means of the target; null when something stands there. SQLite is closed again, so that the file can be put there. */
async function emptyMeans(config: Config): Promise<Means | null> {
  const means = await openMeans(config, { migrate: false })
  const isEmpty = (await means.database.tables()).length === 0
  await means.database.close()
  return isEmpty ? means : null
}

async function differingTables({ rows }: Manifest, database: Database): Promise<string[]> {
  const found = await new RowCountsRepository(database).counts()
  return [...new Set([...Object.keys(rows), ...Object.keys(found)])]
    .filter(table => found[table] !== rows[table])
    .sort()
}

async function keep(storage: Storage, file: string): Promise<void> {
  await storage.commit(await storage.receive(createReadStream(file)))
}

const contentFile = (sha256: string): string => join(FILES_FOLDER, sha256.slice(0, 2), sha256)
