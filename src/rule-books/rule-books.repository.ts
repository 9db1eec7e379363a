import type { Database } from '../db/database'
import { RuleBookVersion } from './rule-book.entity'

export type RuleBookRow = Omit<RuleBookVersion, 'source'>

const COLUMNS = `id, code, version, checksum, loaded_at AS "loadedAt", loaded_by AS "loadedBy"`

export class RuleBooksRepository {
  constructor(private readonly database: Database) {}

  /** Every version, the newest first. */
  versions(): Promise<RuleBookRow[]> {
    return this.database.query<RuleBookRow>(
      `SELECT ${COLUMNS} FROM rule_books ORDER BY loaded_at DESC, id DESC`,
    )
  }

  /** What is read with now: the version that was loaded last. */
  inUse(): Promise<RuleBookRow | undefined> {
    return this.database.one<RuleBookRow>(
      `SELECT ${COLUMNS} FROM rule_books ORDER BY loaded_at DESC, id DESC LIMIT 1`,
    )
  }

  byId(id: string): Promise<RuleBookVersion | null> {
    return this.database.manager.getRepository(RuleBookVersion).findOneBy({ id })
  }

  newest(code: string): Promise<RuleBookRow | undefined> {
    return this.database.one<RuleBookRow>(
      `SELECT ${COLUMNS} FROM rule_books WHERE code = $1 ORDER BY version DESC LIMIT 1`,
      [code],
    )
  }

  /** The newest version of a code once nobody else is about to load one after it. */
  async holdNewest(code: string): Promise<RuleBookRow | undefined> {
    const seen = await this.newest(code)
    if (seen) await this.database.lock('rule_books', seen.id)
    return seen && this.newest(code)
  }

  /** The version of a code that came before another one. */
  before(code: string, version: number): Promise<RuleBookRow | undefined> {
    return this.database.one<RuleBookRow>(
      `SELECT ${COLUMNS} FROM rule_books WHERE code = $1 AND version < $2 ORDER BY version DESC LIMIT 1`,
      [code, version],
    )
  }

  insert(version: RuleBookVersion): Promise<void> {
    return this.database.insert(RuleBookVersion, [version])
  }
}
