import type { Database } from '../db/database'
import type { SheetRow } from '../evaluation/sheet-rows'

export class SecondSheetsRepository {
  constructor(private readonly database: Database) {}

  /** The second scorer's worksheet, and what the satker handed in for the first round, the newest last. */
  sheets(assessmentId: string): Promise<SheetRow[]> {
    return this.database.query<SheetRow>(
      `SELECT w.id, w.seat, w.round, w.edition, w.based_on AS "basedOn", w.assessor_id AS "assessorId",
              u.name AS "assessorName", w.created_at AS "createdAt", w.frozen_at AS "frozenAt", w.hash
         FROM worksheets w LEFT JOIN users u ON u.id = w.assessor_id
        WHERE w.assessment_id = $1
          AND (w.seat = 'second' OR (w.seat = 'satker' AND w.round = 1 AND w.frozen_at IS NOT NULL))
        ORDER BY w.edition`,
      [assessmentId],
    )
  }

  /** Holds off everybody else who writes about the assessment, until the transaction ends. */
  hold(assessmentId: string): Promise<void> {
    return this.database.lock('assessments', assessmentId)
  }
}
