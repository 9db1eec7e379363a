import type { Database } from '../db/database'

export class EvidenceFilesRepository {
  constructor(private readonly database: Database) {}

  /** Those of the hashes that a file of any version or a satker's logo names. */
  async named(candidates: readonly string[]): Promise<Set<string>> {
    if (candidates.length === 0) return new Set()
    const numbers = candidates.map((_hash, index) => `$${index + 1}`).join(', ')
    const rows = await this.database.query<{ sha256: string }>(
      `SELECT sha256 FROM evidence_files WHERE sha256 IN (${numbers})
        UNION SELECT logo_sha256 FROM satker WHERE logo_sha256 IN (${numbers})`,
      candidates,
    )
    return new Set(rows.map(row => row.sha256))
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
