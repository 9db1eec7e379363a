import type { Database } from '../db/database'

/** The contents that rows name, and how many rows there are; for backups. */
export class StoredContentsRepository {
  constructor(private readonly database: Database) {}

  /** SHA-256 of every stored content that a row names: versions of evidence and logos. */
  async named(): Promise<string[]> {
    const rows = await this.database.query<{ sha256: string }>(
      `SELECT sha256 FROM evidence_files WHERE sha256 IS NOT NULL
        UNION SELECT logo_sha256 FROM satker WHERE logo_sha256 IS NOT NULL`,
    )
    return rows.map(row => row.sha256).sort()
  }

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
