import type { Database } from '../db/database'

/** How many rows there are; for backups. */
export class RowCountsRepository {
  constructor(private readonly database: Database) {}

  /** Rows by table. */
  async counts(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {}
    for (const table of (await this.database.ownTables()).sort()) {
      if (table === 'sessions') continue
      const row = await this.database.one<{ rows: number | string }>(
        `SELECT COUNT(*) AS rows FROM "${table}"`,
      )
      counts[table] = Number(row?.rows ?? 0)
    }
    return counts
  }
}
