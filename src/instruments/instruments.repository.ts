import type { Database } from '../db/database'
import { InstrumentVersion } from './instrument.entity'

/** One version beside one of the cycles that use it; no cycle: both null. */
export interface VersionRow {
  readonly id: string
  readonly code: string
  readonly version: number
  readonly title: string
  readonly checksum: string
  readonly loadedAt: string
  readonly loadedBy: string
  readonly cycleId: string | null
  readonly year: number | null
}

const VERSIONS = `SELECT i.id, i.code, i.version, i.title, i.checksum, i.loaded_at AS "loadedAt",
         i.loaded_by AS "loadedBy", c.id AS "cycleId", c.year
    FROM instruments i LEFT JOIN cycles c ON c.instrument_id = i.id`

export class InstrumentsRepository {
  constructor(private readonly database: Database) {}

  /** Every version, the newest first within its code; a row per cycle that uses it. */
  versions(): Promise<VersionRow[]> {
    return this.database.query<VersionRow>(`${VERSIONS} ORDER BY i.code, i.version DESC, c.year DESC`)
  }

  version(id: string): Promise<VersionRow[]> {
    return this.database.query<VersionRow>(`${VERSIONS} WHERE i.id = $1 ORDER BY c.year DESC`, [id])
  }

  sourceOf(
    id: string,
  ): Promise<{ readonly source: string; readonly code: string; readonly version: number } | undefined> {
    return this.database.one('SELECT source, code, version FROM instruments WHERE id = $1', [id])
  }

  /** The newest version of a code. */
  newest(code: string): Promise<InstrumentVersion | null> {
    return this.database.manager
      .getRepository(InstrumentVersion)
      .findOne({ where: { code }, order: { version: 'DESC' } })
  }

  /** The version that the newest cycle uses, or the newest one while there is no cycle. */
  inUse(): Promise<{ readonly id: string } | undefined> {
    return this.database.one(
      `SELECT i.id FROM instruments i LEFT JOIN cycles c ON c.instrument_id = i.id
        ORDER BY CASE WHEN c.year IS NULL THEN 1 ELSE 0 END, c.year DESC, i.loaded_at DESC, i.id DESC LIMIT 1`,
    )
  }

  insert(version: InstrumentVersion): Promise<void> {
    return this.database.insert(InstrumentVersion, [version])
  }
}
