import type { Database } from '../db/database'
import { Statement } from '../db/statement'

export class EvidenceFilesRepository {
  constructor(private readonly database: Database) {}

  /** Bytes that versions of a satker's files take, the same content once; `known`: of those, in the named contents. */
  async stored(satkerId: string, hashes: readonly string[]): Promise<{ used: number; known: number }> {
    const statement = new Statement()
    const known = statement.list(hashes)
    const row = await this.database.one<{ used: number | string; known: number | string }>(
      `SELECT COALESCE(SUM(size), 0) AS used,
              COALESCE(SUM(CASE WHEN sha256 IN (${known}) THEN size ELSE 0 END), 0) AS known
         FROM (SELECT DISTINCT f.sha256, f.size FROM evidence_files f JOIN evidence e ON e.id = f.evidence_id
                WHERE f.sha256 IS NOT NULL AND e.satker_id = ${statement.value(satkerId)}) contents`,
      statement.parameters,
    )
    return { used: Number(row?.used ?? 0), known: Number(row?.known ?? 0) }
  }

  /** Whether the person's opening of the file is on record since then. */
  async isRecorded(userId: string, fileId: string, since: string): Promise<boolean> {
    const found = await this.database.one(
      `SELECT 1 FROM audit_events WHERE user_id = $1 AND at >= $2 AND subject_type = 'file' AND subject_id = $3`,
      [userId, since, fileId],
    )
    return found !== undefined
  }
}
