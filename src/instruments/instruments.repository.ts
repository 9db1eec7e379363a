import type { Database } from '../db/database'
import { InstrumentVersion } from './instrument.entity'

export class InstrumentsRepository {
  constructor(private readonly database: Database) {}

  sourceOf(id: string): Promise<{ source: string } | undefined> {
    return this.database.one('SELECT source FROM instruments WHERE id = $1', [id])
  }

  /** The newest version of a code. */
  newest(code: string): Promise<InstrumentVersion | null> {
    return this.database.manager
      .getRepository(InstrumentVersion)
      .findOne({ where: { code }, order: { version: 'DESC' } })
  }

  insert(version: InstrumentVersion): Promise<void> {
    return this.database.insert(InstrumentVersion, [version])
  }
}
