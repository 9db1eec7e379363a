import type { Database } from '../db/database'
import type { TimeZone } from '../web/format/date'

/** Something of an agreement that must be done by a day. */
export interface DueRow {
  readonly what: 'task' | 'evaluation' | 'term'
  /** Of the task, or of the agreement. */
  readonly id: string
  readonly agreementId: string
  readonly agreementTitle: string
  /** The task; empty for the others. */
  readonly title: string
  readonly dueOn: string
  readonly satkerId: string
  readonly satkerName: string
  readonly timeZone: TimeZone
}

export class AgreementDeadlinesRepository {
  constructor(private readonly database: Database) {}

  /** Open tasks, evaluations and ends of terms between two civil dates. One statement. */
  due(from: string, to: string): Promise<DueRow[]> {
    const of = 'a.id AS "agreementId", a.title AS "agreementTitle"'
    const unit = 's.id AS "satkerId", s.name AS "satkerName", s.time_zone AS "timeZone"'
    const agreements = 'agreements a JOIN satker s ON s.id = a.satker_id'
    return this.database.query<DueRow>(
      `SELECT * FROM (
         SELECT 'task' AS what, t.id, ${of}, t.title, t.due_on AS "dueOn", ${unit}
           FROM ${agreements} JOIN agreement_tasks t ON t.agreement_id = a.id
          WHERE t.done_on IS NULL AND t.due_on >= $1 AND t.due_on <= $2
         UNION ALL
         SELECT 'evaluation', a.id, ${of}, '', a.next_evaluation_on, ${unit} FROM ${agreements}
          WHERE a.next_evaluation_on >= $1 AND a.next_evaluation_on <= $2
         UNION ALL
         SELECT 'term', a.id, ${of}, '', a.valid_until, ${unit} FROM ${agreements}
          WHERE a.valid_until >= $1 AND a.valid_until <= $2) due
        ORDER BY "dueOn", what, id`,
      [from, to],
    )
  }

  /** Who answers for the agreements of units on a civil date, at those very units. */
  keepers(satkerIds: readonly string[], today: string): Promise<{ userId: string; satkerId: string }[]> {
    return this.database.query(
      `SELECT DISTINCT m.user_id AS "userId", m.satker_id AS "satkerId" FROM memberships m
        WHERE m.satker_id IN ${this.database.listOf('$1')} AND m.role IN ('head', 'chair', 'pendamping', 'centre-admin')
          AND m.valid_from <= $2 AND (m.valid_until IS NULL OR m.valid_until >= $3)
        ORDER BY 2, 1`,
      [JSON.stringify(satkerIds), today, today],
    )
  }
}
