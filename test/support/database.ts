import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { getMetadataArgsStorage } from 'typeorm'
import { migrations } from '../../migrations'
import type { Database } from '../../src/db/database'
import { openDatabase } from '../../src/db/open-database'
import { entities } from '../../src/entities'
import { projectRoot } from '../../src/project-root'

export interface TestDatabase {
  readonly database: Database
  /** Statements since the last `statements.length = 0`. */
  readonly statements: string[]
  readonly close: () => Promise<void>
}

/** The database of this run: SQLite, or PostgreSQL in the suite of that name. */
export const onPostgres = process.env['TEST_DATABASE'] === 'postgres'

/** A fresh migrated database of its own. */
export async function freshDatabase(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'zi-test-'))
  const statements: string[] = []
  const file = join(folder, 'zona-integritas.sqlite')
  const url = await postgresUrl()
  if (url) await emptyPostgres(url)
  else copyFileSync(await migratedFile(), file)
  const database = await openDatabase({
    url,
    file,
    entities: [...entities],
    migrations,
    onStatement: sql => statements.push(sql),
  })
  await database.migrate()
  // A test needs no power cut survived, and a disk's flush costs more than the statement.
  if (!url) await database.schemaSource.query('PRAGMA synchronous = OFF')
  statements.length = 0
  return {
    database,
    statements,
    close: async () => {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** An empty migrated SQLite file, made once per state of the migrations and kept in the system's temporary folder. */
async function migratedFile(): Promise<string> {
  const file = join(tmpdir(), `zi-template-${fingerprint.slice(0, 12)}.sqlite`)
  if (existsSync(file)) return file
  const making = `${file}.${process.pid}`
  const database = await openDatabase({ file: making, entities: [...entities], migrations })
  await database.migrate()
  await database.close()
  renameSync(making, file)
  return file
}

/** Each worker of jest has a PostgreSQL database of its own beside the given one; undefined on SQLite. */
export async function postgresUrl(): Promise<string | undefined> {
  if (!onPostgres) return undefined
  const given = process.env['TEST_POSTGRES_URL']
  if (!given) throw new Error('TEST_DATABASE=postgres needs TEST_POSTGRES_URL.')
  const url = new URL(given)
  const name = `${url.pathname.slice(1)}_${process.env['JEST_WORKER_ID'] ?? '1'}`
  await withClient(given, async client => {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (found.rowCount === 0) await client.query(`CREATE DATABASE "${name}"`)
  })
  url.pathname = `/${name}`
  return url.toString()
}

/** Makes the database of that URL anew, without a table; gives the URL. */
export async function emptyPostgresDatabase(url: string): Promise<string> {
  const name = new URL(url).pathname.slice(1)
  await withClient(process.env['TEST_POSTGRES_URL'] ?? '', async client => {
    await client.query(`DROP DATABASE IF EXISTS "${name}"`)
    await client.query(`CREATE DATABASE "${name}"`)
  })
  return url
}

/** Every table of the application, each before those it refers to. */
const childrenFirst = entities
  .map(entity => getMetadataArgsStorage().tables.find(({ target }) => target === entity)?.name ?? '')
  .reverse()

/**
 * Empties the tables; drops them only when the migrations have changed since they were made. Most are empty, and to
 * truncate one costs as much as to delete a hundred rows.
 */
async function emptyPostgres(url: string): Promise<void> {
  await withClient(url, async client => {
    await client.query('CREATE TABLE IF NOT EXISTS test_schema (fingerprint text)')
    const made = await client.query<{ fingerprint: string }>('SELECT fingerprint FROM test_schema')
    if (made.rows[0]?.fingerprint !== fingerprint) {
      await client.query(
        'DROP SCHEMA public CASCADE; DROP SCHEMA IF EXISTS sessions CASCADE; CREATE SCHEMA public',
      )
      await client.query('CREATE TABLE test_schema (fingerprint text)')
      await client.query('INSERT INTO test_schema VALUES ($1)', [fingerprint])
      return
    }
    const filled = await client.query<{ name: string }>(
      childrenFirst
        .map(name => `SELECT '${name}' AS name WHERE EXISTS (SELECT 1 FROM ${name})`)
        .join(' UNION ALL '),
    )
    const names = new Set(filled.rows.map(row => row.name))
    const deletions = childrenFirst.filter(name => names.has(name)).map(name => `DELETE FROM ${name}`)
    if (deletions.length > 0) await client.query(deletions.join('; '))
  })
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

const migrationFolder = join(projectRoot, 'migrations')
const fingerprint = createHash('sha256')
  .update(
    readdirSync(migrationFolder)
      .map(name => readFileSync(join(migrationFolder, name), 'utf8'))
      .join(),
  )
  .digest('hex')
