import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import 'reflect-metadata'
import sqlite3 from 'sqlite3'
import { DataSource, type DataSourceOptions, type Logger } from 'typeorm'
import type { BaseDataSourceOptions } from 'typeorm/data-source/BaseDataSourceOptions'
import { Database } from './database'
import { HouseNaming } from './naming'
import { PreparedDatabase } from './prepared-sqlite'

type Classes = Extract<DataSourceOptions['entities'], unknown[]>

export interface DatabasePlace {
  /** A PostgreSQL URL; without it a SQLite file. */
  readonly url?: string | undefined
  readonly file: string
  /** A PostgreSQL schema to live in instead of the default one; made when missing. */
  readonly schema?: string
  readonly entities: Classes
  readonly migrations: Extract<DataSourceOptions['migrations'], unknown[]>
  /** Called with every statement; tests count them. */
  readonly onStatement?: ((sql: string) => void) | undefined
}

const BUSY_TIMEOUT_MS = 5_000

/** TypeORM asks for the driver's verbose mode, which inspects every parameter and traces every call: it is not given. */
const sqliteDriver = { ...sqlite3, Database: PreparedDatabase, verbose: () => sqliteDriver }

/** Opens the reading and the writing side of one database; neither changes its schema by itself. */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  const shared: Shared = {
    entities: place.entities,
    migrations: place.migrations,
    namingStrategy: new HouseNaming(),
    migrationsTableName: 'migrations',
    // `where: { x: undefined }` would otherwise drop the condition and return every row.
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    ...(place.onStatement ? { logging: ['query' as const], logger: statementLogger(place.onStatement) } : {}),
  }
  return place.url ? openPostgres(place.url, place.schema, shared) : openSqlite(place.file, shared)
}

type Shared = Pick<
  BaseDataSourceOptions,
  | 'entities'
  | 'migrations'
  | 'namingStrategy'
  | 'migrationsTableName'
  | 'invalidWhereValuesBehavior'
  | 'logging'
  | 'logger'
>

async function openPostgres(url: string, schema: string | undefined, shared: Shared): Promise<Database> {
  const searchPath = schema ? `-c search_path=${schema}` : ''
  const side = (options: string) =>
    new DataSource({
      ...shared,
      type: 'postgres',
      url,
      ...(schema ? { schema } : {}),
      extra: { max: 10, options: `${searchPath} ${options}`.trim() },
    })
  const writer = side('')
  await writer.initialize()
  if (schema) await writer.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`)
  const reader = side('-c default_transaction_read_only=on')
  await reader.initialize()
  return new Database(reader, writer, 'postgres')
}

async function openSqlite(file: string, shared: Shared): Promise<Database> {
  mkdirSync(dirname(file), { recursive: true })
  const base = {
    ...shared,
    type: 'sqlite',
    driver: sqliteDriver,
    database: file,
    busyTimeout: BUSY_TIMEOUT_MS,
    enableWAL: true,
  } as const
  const writer = new DataSource(base)
  await writer.initialize()
  for (const pragma of SQLITE_PRAGMAS) await writer.query(pragma)
  const reader = new DataSource(base)
  await reader.initialize()
  for (const pragma of [...SQLITE_PRAGMAS, 'PRAGMA query_only = ON']) await reader.query(pragma)
  return new Database(reader, writer, 'sqlite')
}

/** FULL: an acknowledged save survives a power cut. LIKE minds case, as on PostgreSQL, and so can use an index. */
export const SQLITE_PRAGMAS = [
  'PRAGMA synchronous = FULL',
  'PRAGMA case_sensitive_like = ON',
  'PRAGMA cache_size = -16000',
  'PRAGMA temp_store = MEMORY',
] as const

function statementLogger(onStatement: (sql: string) => void): Logger {
  const ignore = () => undefined
  return {
    logQuery: onStatement,
    logQueryError: ignore,
    logQuerySlow: ignore,
    logSchemaBuild: ignore,
    logMigration: ignore,
    log: ignore,
  }
}
