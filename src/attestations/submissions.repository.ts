import type { Database } from '../db/database'
import type { AssessmentStage } from '../engine/stages/stages'
import { Submission } from './submission.entity'

/** A submission with the name of the head and the frozen worksheet. */
export interface SubmissionRow {
  readonly id: string
  readonly round: number
  readonly edition: number
  readonly worksheetId: string
  readonly hash: string
  readonly fromStage: AssessmentStage
  readonly acting: boolean | number
  readonly createdByName: string | null
  readonly createdAt: string
  readonly withdrawnAt: string | null
  /** The last day on which a withdrawal could be handed in again; null where there is no window. */
  readonly closesOn: string | null
}

export class SubmissionsRepository {
  constructor(private readonly database: Database) {}

  /** Holds off everybody who writes the worksheet or moves the assessment on, until the transaction ends. */
  async hold(assessmentId: string, worksheetId: string): Promise<void> {
    await this.database.lock('worksheets', worksheetId)
    await this.database.lock('assessments', assessmentId)
  }

  /** Every submission of an assessment, the newest first. */
  ofAssessment(assessmentId: string): Promise<SubmissionRow[]> {
    return this.database.query<SubmissionRow>(
      `SELECT b.id, b.round, w.edition, b.worksheet_id AS "worksheetId", w.hash, b.from_stage AS "fromStage",
              b.acting, u.name AS "createdByName", b.created_at AS "createdAt", b.withdrawn_at AS "withdrawnAt",
              COALESCE((SELECT MAX(e.closes_on) FROM extensions e WHERE e.assessment_id = b.assessment_id
                         AND e.stage = b.from_stage AND e.closes_on > cw.closes_on), cw.closes_on) AS "closesOn"
         FROM submissions b JOIN worksheets w ON w.id = b.worksheet_id JOIN assessments a ON a.id = b.assessment_id
         LEFT JOIN users u ON u.id = b.created_by
         LEFT JOIN cycle_windows cw ON cw.cycle_id = a.cycle_id AND cw.stage = b.from_stage
        WHERE b.assessment_id = $1 ORDER BY b.created_at DESC, b.id DESC`,
      [assessmentId],
    )
  }

  async insert(submission: Partial<Submission>): Promise<void> {
    await this.database.insert(Submission, [submission])
  }

  async withdraw(id: string, withdrawnAt: string): Promise<void> {
    await this.database.writing().update(Submission, { id }, { withdrawnAt })
  }
}
