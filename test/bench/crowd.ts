import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { DATABASE, run, rowsOf } from './sqlite'
import type { BenchWorld } from './world'
import { Database } from 'sqlite3'

/** Pieces of evidence that each satker of the crowd has; the measured one keeps all of its own. */
const PIECES = 12

/** A copy of the world in which so many satker have a team, a worksheet with 113 answers and its stored scores. */
export async function crowdOf(world: BenchWorld, satker: number, dataDir: string): Promise<BenchWorld> {
  cpSync(world.dataDir, dataDir, { recursive: true })
  const database = new Database(join(dataDir, DATABASE))
  await run(database, 'PRAGMA synchronous = OFF')
  await run(database, 'CREATE TEMP TABLE crowd (n INTEGER PRIMARY KEY)')
  await run(
    database,
    `INSERT INTO crowd WITH RECURSIVE counted (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM counted WHERE n < ?)
     SELECT n FROM counted WHERE n <= ?`,
    [satker, satker],
  )
  await run(database, 'BEGIN')
  const id = "x.id || '-' || n"
  const own = (column: string) => `x.${column} || '-' || n`
  const multiply = multiplying(database)
  await multiply('satker', "level = 'satker'", {
    id,
    path: "substr(x.path, 1, length(x.path) - 1) || '-' || n || '/'",
    code: own('code'),
    name: "x.name || ' ' || n",
  })
  await multiply('users', 'true', { id, email: "n || '.' || x.email" })
  await multiply('memberships', 'true', { id, user_id: own('user_id'), satker_id: own('satker_id') })
  await multiply('assessments', 'true', { id, satker_id: own('satker_id') })
  await multiply('worksheets', 'true', { id, assessment_id: own('assessment_id') })
  await multiply('answers', 'true', { id, worksheet_id: own('worksheet_id'), note: 'substr(x.note, 1, 60)' })
  await multiply('section_scores', 'true', { worksheet_id: own('worksheet_id') })
  const few = `IN (SELECT id FROM evidence WHERE satker_id = '${world.satkerId}' ORDER BY id LIMIT ${PIECES})`
  await multiply('evidence', `id ${few}`, { id, satker_id: own('satker_id') })
  await multiply('evidence_files', `evidence_id ${few}`, {
    id,
    evidence_id: own('evidence_id'),
    slot: own('slot'),
  })
  await multiply('evidence_uses', `evidence_id ${few}`, {
    id,
    evidence_id: own('evidence_id'),
    assessment_id: own('assessment_id'),
  })
  await run(database, 'COMMIT')
  await run(database, 'PRAGMA wal_checkpoint(TRUNCATE)')
  await new Promise<void>((resolve, reject) => database.close(error => (error ? reject(error) : resolve())))
  return { ...world, dataDir }
}

const multiplying =
  (database: Database) =>
  async (table: string, which: string, changed: Readonly<Record<string, string>>): Promise<void> => {
    const columns = (await rowsOf<{ name: string }>(database, `PRAGMA table_info(${table})`)).map(
      row => row.name,
    )
    const values = columns.map(name => changed[name] ?? `x."${name}"`)
    await run(
      database,
      `INSERT INTO ${table} (${columns.map(name => `"${name}"`).join(', ')})
       SELECT ${values.join(', ')} FROM crowd, (SELECT * FROM ${table} WHERE ${which}) x`,
    )
  }
