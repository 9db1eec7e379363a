import type { Actor } from '../access/actor'
import type { Database } from '../db/database'
import { Statement } from '../db/statement'
import type { TimeZone } from '../web/format/date'
import type { MatrixQuery } from './matrix-list'
import type { HistoryMonth } from './matrix-months'
import { seenUnits } from './matrix-units'

/** How many units stood at a level of a pitfall when a month ended. */
export interface LevelCount {
  readonly month: string
  readonly rule: string
  readonly level: string
  readonly units: number
}

/** That the rules said something else of a unit than before. */
export interface LevelChange {
  readonly assessmentId: string
  readonly unit: string
  readonly rule: string
  readonly before: string
  readonly after: string
  readonly at: string
  readonly timeZone: TimeZone
}

export const CHANGES_SHOWN = 100

export class MatrixHistoryRepository {
  constructor(private readonly database: Database) {}

  /** The instant of the last change of a pitfall; null before any reading. One statement. */
  async lastChange(actor: Actor, query: MatrixQuery): Promise<string | null> {
    const statement = new Statement()
    const row = await this.database.one<{ at: string | null }>(
      `WITH ${seenUnits(statement, actor, query)}
       SELECT MAX(h.at) AS at FROM seen JOIN finding_changes h
         ON h.assessment_id = seen.id AND h.rule LIKE 'pitfall-%'`,
      statement.parameters,
    )
    return row?.at ?? null
  }

  /** Each change stands until the next one of its unit and rule. One statement. */
  async counts(actor: Actor, query: MatrixQuery, months: readonly HistoryMonth[]): Promise<LevelCount[]> {
    const statement = new Statement()
    const edges = months.map(
      ({ month, until }) =>
        `(CAST(${statement.value(month)} AS TEXT), CAST(${statement.value(until)} AS TEXT))`,
    )
    const rows = await this.database.query<LevelCount>(
      `WITH edge(month, until) AS (VALUES ${edges.join(', ')}), ${seenUnits(statement, actor, query)},
        stood AS (
          SELECT h.rule, h.level, h.at,
                 LEAD(h.at) OVER (PARTITION BY h.assessment_id, h.rule, h.about ORDER BY h.at, h.id) AS ended
            FROM seen JOIN finding_changes h ON h.assessment_id = seen.id AND h.rule LIKE 'pitfall-%')
       SELECT edge.month, stood.rule, stood.level, COUNT(*) AS units
         FROM edge JOIN stood ON stood.at < edge.until AND (stood.ended IS NULL OR stood.ended >= edge.until)
        GROUP BY edge.month, stood.rule, stood.level ORDER BY edge.month, stood.rule, stood.level`,
      statement.parameters,
    )
    return rows.map(row => ({ ...row, units: Number(row.units) }))
  }

  /** The newest first; what was read for the first time is no change. One more than are shown tells of more. One statement. */
  changes(actor: Actor, query: MatrixQuery, since: string): Promise<LevelChange[]> {
    const statement = new Statement()
    return this.database.query<LevelChange>(
      `WITH ${seenUnits(statement, actor, query)},
        changed AS (
          SELECT h.id, h.assessment_id, h.rule, h.level, h.at,
                 (SELECT p.level FROM finding_changes p
                   WHERE p.assessment_id = h.assessment_id AND p.rule = h.rule AND p.about = h.about
                     AND (p.at < h.at OR (p.at = h.at AND p.id < h.id)) ORDER BY p.at DESC, p.id DESC LIMIT 1) AS before
            FROM seen JOIN finding_changes h ON h.assessment_id = seen.id
           WHERE h.at >= ${statement.value(since)} AND (h.rule LIKE 'pitfall-%' OR h.rule LIKE 'recommendation-%'))
       SELECT c.assessment_id AS "assessmentId", s.name AS unit, c.rule, c.before, c.level AS after, c.at,
              s.time_zone AS "timeZone"
         FROM changed c JOIN assessments a ON a.id = c.assessment_id JOIN satker s ON s.id = a.satker_id
        WHERE c.before IS NOT NULL ORDER BY c.at DESC, LOWER(s.name), c.rule, c.id LIMIT ${CHANGES_SHOWN + 1}`,
      statement.parameters,
    )
  }
}
