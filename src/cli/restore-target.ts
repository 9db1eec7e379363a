import { copyFile, mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { migrations } from '../../migrations'
import type { Config } from '../config'
import type { Database } from '../db/database'
import { openDatabase } from '../db/open-database'
import { entities } from '../entities'
import { databaseFile } from '../server'
import { runPostgresTool } from './postgres-tools'

/** Rows brought back that do not stand for good yet. */
export interface RestoreTarget {
  readonly database: Database
  /** Makes them stand; closes the database. */
  readonly keep: () => Promise<void>
  /** Takes them away again; closes the database. */
  readonly undo: () => Promise<void>
}

/** Brings the rows of a dump to the configured place, which must be empty; after a failure it is empty still. */
export const bringRowsBack = (dump: string, config: Config): Promise<RestoreTarget> =>
  config.databaseUrl ? intoPostgres(dump, config.databaseUrl, config) : besideSqlite(dump, config)

/** One transaction of pg_restore: all of it or nothing. */
async function intoPostgres(dump: string, url: string, config: Config): Promise<RestoreTarget> {
  await runPostgresTool('pg_restore', url, [
    '--dbname=' + decodeURIComponent(new URL(url).pathname.slice(1)),
    '--no-owner',
    '--no-privileges',
    '--exit-on-error',
    '--single-transaction',
    dump,
  ])
  const database = await open(databaseFile(config), url)
  return {
    database,
    keep: () => database.close(),
    undo: async () => {
      await database.clear()
      await database.close()
    },
  }
}

/** A file beside the place of the right one, which it takes at the end. */
async function besideSqlite(dump: string, config: Config): Promise<RestoreTarget> {
  const target = databaseFile(config)
  const beside = `${target}.dipulihkan`
  const away = async (file: string) => {
    for (const part of ['', '-wal', '-shm']) await rm(file + part, { force: true })
  }
  await mkdir(dirname(target), { recursive: true })
  await away(beside)
  try {
    await copyFile(dump, beside)
    const database = await open(beside)
    return {
      database,
      keep: async () => {
        await database.close()
        await away(target)
        await rename(beside, target)
      },
      undo: async () => {
        await database.close()
        await away(beside)
      },
    }
  } catch (error) {
    await away(beside)
    throw error
  }
}

const open = (file: string, url?: string): Promise<Database> =>
  openDatabase({ url, file, entities: [...entities], migrations })
