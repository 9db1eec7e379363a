import type { Database } from '../db/database'
import { Statement } from '../db/statement'

const BY_ROWS = `SELECT sha256 FROM evidence_files UNION SELECT logo_sha256 FROM satker`

/** The contents that must be kept: versions of evidence, logos, and logos under which a worksheet was handed in. */
export class NamedContentsRepository {
  private readonly byDocuments: string

  constructor(private readonly database: Database) {
    const logo =
      database.dialect === 'sqlite'
        ? `json_extract(document, '$.satker.letterhead.logo.sha256')`
        : `document::json #>> '{satker,letterhead,logo,sha256}'`
    this.byDocuments = `SELECT DISTINCT ${logo} AS sha256 FROM frozen_worksheets`
  }

  /** The SHA-256 of all of them. */
  async all(): Promise<string[]> {
    const rows = await this.database.query<{ sha256: string }>(
      `SELECT sha256 FROM (${BY_ROWS} UNION ${this.byDocuments}) contents WHERE sha256 IS NOT NULL`,
    )
    return rows.map(row => row.sha256).sort()
  }

  /** Those of the candidates that are named. Documents are long: they are opened for what no row names. */
  async among(candidates: readonly string[]): Promise<Set<string>> {
    const named = await this.namedIn(BY_ROWS, candidates)
    const left = candidates.filter(hash => !named.has(hash))
    for (const hash of await this.namedIn(this.byDocuments, left)) named.add(hash)
    return named
  }

  private async namedIn(contents: string, candidates: readonly string[]): Promise<Set<string>> {
    if (candidates.length === 0) return new Set()
    const statement = new Statement()
    const rows = await this.database.query<{ sha256: string }>(
      `SELECT sha256 FROM (${contents}) contents WHERE sha256 IN (${statement.list(candidates)})`,
      statement.parameters,
    )
    return new Set(rows.map(row => row.sha256))
  }
}
