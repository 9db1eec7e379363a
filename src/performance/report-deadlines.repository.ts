import { POLICIES } from '../access/policies'
import type { Role } from '../access/roles'
import type { Database } from '../db/database'
import { Statement } from '../db/statement'
import type { Quarter } from '../engine/performance/quarters'
import type { TimeZone } from '../web/format/date'

/** A unit that has not reported all of a quarter, with one of those who learn of it. */
export interface UnreportedRow {
  readonly satkerId: string
  readonly satkerName: string
  readonly timeZone: TimeZone
  /** Commitments with a target in the quarter and no report. */
  readonly missing: number
  readonly userId: string
  readonly role: Role
}

export interface QuarterAsked {
  readonly year: number
  readonly quarter: Quarter
  /** The civil date on which the memberships must hold. */
  readonly today: string
}

const COLUMNS = `s.id AS "satkerId", s.name AS "satkerName", s.time_zone AS "timeZone",
  t.targeted - t.reported AS missing, m.user_id AS "userId", m.role`

export class ReportDeadlinesRepository {
  constructor(private readonly database: Database) {}

  /** Units that have not reported a quarter, each with everybody who keeps its registers. One statement. */
  withKeepers(asked: QuarterAsked): Promise<UnreportedRow[]> {
    const statement = new Statement()
    return this.rows(unreported(statement, asked, ofUnit(statement, POLICIES['keep-registers'])), statement)
  }

  /** The same with head and chair, and with the pendamping above. One statement. */
  withLeaders(asked: QuarterAsked): Promise<UnreportedRow[]> {
    const statement = new Statement()
    const own = unreported(statement, asked, ofUnit(statement, ['head', 'chair']))
    const above = unreported(
      statement,
      asked,
      `JOIN memberships m ON m.role = 'pendamping'
       JOIN satker k ON k.id = m.satker_id AND s.path LIKE k.path || '%'`,
    )
    return this.rows(`${own} UNION ALL ${above}`, statement)
  }

  private async rows(sql: string, { parameters }: Statement): Promise<UnreportedRow[]> {
    const rows = await this.database.query<UnreportedRow>(
      `SELECT * FROM (${sql}) u ORDER BY LOWER(u."satkerName"), u."satkerId", u."userId", u.role`,
      parameters,
    )
    return rows.map(row => ({ ...row, missing: Number(row.missing) }))
  }
}

const ofUnit = (statement: Statement, roles: readonly Role[]): string =>
  `JOIN memberships m ON m.satker_id = s.id AND m.role IN (${statement.list(roles)})`

function unreported(statement: Statement, { year, quarter, today }: QuarterAsked, people: string): string {
  return `SELECT ${COLUMNS} FROM performance_standings t JOIN satker s ON s.id = t.satker_id ${people}
     WHERE t.year = ${statement.value(year)} AND t.quarter = ${statement.value(quarter)}
       AND t.targeted > t.reported AND s.closed_at IS NULL
       AND m.valid_from <= ${statement.value(today)}
       AND (m.valid_until IS NULL OR m.valid_until >= ${statement.value(today)})`
}
