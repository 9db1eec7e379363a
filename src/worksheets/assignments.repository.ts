import type { Database } from '../db/database'
import { Assignment } from './assignment.entity'

export interface AssignmentRow {
  readonly question: string
  readonly userId: string
  readonly name: string
}

/** An assignment beside one present membership of the assignee as chair or member; without one the person has left. */
export interface HeldAssignmentRow extends AssignmentRow {
  readonly role: 'chair' | 'member' | null
  /** Part codes joined by commas; null: no narrowing. */
  readonly parts: string | null
}

export interface AnswererRow {
  readonly userId: string
  readonly name: string
  readonly role: 'chair' | 'member'
  /** Part codes joined by commas; null: no narrowing. */
  readonly parts: string | null
}

export class AssignmentsRepository {
  constructor(private readonly database: Database) {}

  /** Every assignment, once for each present membership of its assignee at the satker. */
  ofAssessment(assessmentId: string, satkerId: string, today: string): Promise<HeldAssignmentRow[]> {
    return this.database.query<HeldAssignmentRow>(
      `SELECT g.question, g.user_id AS "userId", u.name, m.role, m.parts
         FROM assignments g JOIN users u ON u.id = g.user_id
         LEFT JOIN memberships m ON m.user_id = u.id AND u.disabled_at IS NULL AND m.satker_id = $1
               AND m.role IN ('chair', 'member') AND m.valid_from <= $2
               AND (m.valid_until IS NULL OR m.valid_until >= $3)
        WHERE g.assessment_id = $4`,
      [satkerId, today, today, assessmentId],
    )
  }

  ofQuestion(assessmentId: string, question: string): Promise<AssignmentRow | undefined> {
    return this.database.one<AssignmentRow>(
      `SELECT g.question, g.user_id AS "userId", u.name FROM assignments g JOIN users u ON u.id = g.user_id
        WHERE g.assessment_id = $1 AND g.question = $2`,
      [assessmentId, question],
    )
  }

  /** Chair and members of a satker on a day. */
  answerers(satkerId: string, today: string): Promise<AnswererRow[]> {
    return this.database.query<AnswererRow>(
      `SELECT u.id AS "userId", u.name, m.role, m.parts
         FROM memberships m JOIN users u ON u.id = m.user_id
        WHERE m.satker_id = $1 AND m.role IN ('chair', 'member') AND u.disabled_at IS NULL
          AND m.valid_from <= $2 AND (m.valid_until IS NULL OR m.valid_until >= $3)
        ORDER BY u.name, u.id`,
      [satkerId, today, today],
    )
  }

  set(assignment: Assignment): Promise<void> {
    return this.database.insert(Assignment, [assignment], {
      key: ['assessmentId', 'question'],
      replace: ['userId', 'assignedAt'],
    })
  }

  async clear(assessmentId: string, question: string): Promise<void> {
    await this.database.writing().delete(Assignment, { assessmentId, question })
  }
}
