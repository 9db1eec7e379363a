import { Database } from 'sqlite3'
import { SQLITE_PRAGMAS } from '../../src/db/open-database'

/** The name of the database file in a data folder. */
export const DATABASE = 'zona-integritas.sqlite'

export const run = (database: Database, sql: string, values: readonly unknown[] = []): Promise<void> =>
  new Promise((resolve, reject) =>
    database.run(sql, values, (error: Error | null) => (error ? reject(error) : resolve())),
  )

export const rowsOf = <Row>(
  database: Database,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> =>
  new Promise((resolve, reject) =>
    database.all<Row>(sql, values, (error, rows) => (error ? reject(error) : resolve(rows))),
  )

/** The same file, driver and PRAGMAs as the application, and nothing else. */
export async function openBare(file: string): Promise<Database> {
  const database = await new Promise<Database>((resolve, reject) => {
    const opened: Database = new Database(file, error => (error ? reject(error) : resolve(opened)))
  })
  for (const pragma of ['PRAGMA journal_mode = WAL', 'PRAGMA busy_timeout = 5000', ...SQLITE_PRAGMAS])
    await run(database, pragma)
  return database
}
