import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrations } from '../../migrations'
import type { Database } from '../../src/db/database'
import { openDatabase } from '../../src/db/open-database'
import { entities } from '../../src/entities'

export interface TestDatabase {
  readonly database: Database
  /** Statements since the last `clear`. */
  readonly statements: string[]
  readonly close: () => Promise<void>
}

/** PostgreSQL suites run where this names an empty database that the tests may fill and drop. */
export const postgresUrl = process.env['TEST_POSTGRES_URL']

/** A fresh migrated database; on PostgreSQL every table is dropped first. */
export async function freshDatabase(url?: string): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'zi-test-'))
  const statements: string[] = []
  const database = await openDatabase({
    url,
    file: join(folder, 'zona-integritas.sqlite'),
    entities: [...entities],
    migrations,
    onStatement: sql => statements.push(sql),
  })
  if (url) await database.schemaSource.dropDatabase()
  await database.migrate()
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
