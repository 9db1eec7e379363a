import { join } from 'node:path'
import type { Database } from '../../db/database'
import { openDatabase } from '../../db/open-database'
import { SessionRow } from './session.entity'
import { Sessions1766000000001 } from './session-migration'

/** A file beside the facts on SQLite, a schema of its own on PostgreSQL. */
export async function openSessions(dataDir: string, url: string | undefined): Promise<Database> {
  const sessions = await openDatabase({
    url,
    schema: 'sessions',
    file: join(dataDir, 'sessions.sqlite'),
    entities: [SessionRow],
    migrations: [Sessions1766000000001],
  })
  await sessions.migrate()
  return sessions
}
