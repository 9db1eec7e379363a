import type { Database } from '../db/database'
import type { Decision } from '../engine/stages/decisions'
import type { SheetSeat } from '../engine/stages/turns'

/** What one worksheet says of one question; nulls where it says nothing. */
export interface ColumnRow {
  readonly sheet: string
  readonly option: string | null
  /** JSON: exact decimal text by key. */
  readonly inputs: string | null
  readonly note: string | null
  readonly valueByName: string | null
  readonly valueAt: string | null
  readonly decision: Decision | null
  readonly decidedByName: string | null
  readonly decidedAt: string | null
}

/** What a worksheet of the cycle before said of the same code. */
export interface LastCycleRow {
  readonly year: number
  readonly instrumentId: string
  readonly seat: SheetSeat
  readonly option: string | null
  readonly inputs: string | null
  readonly note: string
  readonly byName: string | null
  readonly at: string | null
}

export class EvaluatedQuestionsRepository {
  constructor(private readonly database: Database) {}

  /** One question on every worksheet of an assessment. */
  columns(assessmentId: string, question: string): Promise<ColumnRow[]> {
    return this.database.query<ColumnRow>(
      `SELECT w.id AS sheet, n.option, n.inputs, n.note, vu.name AS "valueByName", n.value_at AS "valueAt",
              d.decision, du.name AS "decidedByName", d.decided_at AS "decidedAt"
         FROM worksheets w
         LEFT JOIN answers n ON n.worksheet_id = w.id AND n.question = $1 AND n.carried = $2
         LEFT JOIN decisions d ON d.worksheet_id = w.id AND d.question = $3
         LEFT JOIN users vu ON vu.id = n.value_by LEFT JOIN users du ON du.id = d.decided_by
        WHERE w.assessment_id = $4`,
      [question, false, question, assessmentId],
    )
  }

  /** The same code in the newest cycle before a year: the satker's last worksheet and the last frozen one of the dalnis. */
  lastCycle(satkerId: string, year: number, question: string): Promise<LastCycleRow[]> {
    return this.database.query<LastCycleRow>(
      `SELECT c.year, c.instrument_id AS "instrumentId", w.seat, n.option, n.inputs, n.note,
              u.name AS "byName", n.value_at AS at
         FROM assessments a JOIN cycles c ON c.id = a.cycle_id
         JOIN worksheets w ON w.assessment_id = a.id
          AND (w.seat = 'satker' OR (w.seat = 'controller' AND w.frozen_at IS NOT NULL))
         JOIN answers n ON n.worksheet_id = w.id AND n.question = $1 AND n.carried = $2
         LEFT JOIN users u ON u.id = n.value_by
        WHERE a.satker_id = $3
          AND c.year = (SELECT MAX(b.year) FROM assessments p JOIN cycles b ON b.id = p.cycle_id
                         WHERE p.satker_id = $4 AND b.year < $5)
        ORDER BY w.round, w.edition, w.created_at`,
      [question, false, satkerId, satkerId, year],
    )
  }
}
