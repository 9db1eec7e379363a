import type { Database } from '../db/database'
import { Assignment } from './assignment.entity'

export interface AssignmentRow {
  readonly question: string
  readonly userId: string
  readonly name: string
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

  ofAssessment(assessmentId: string): Promise<AssignmentRow[]> {
    return this.database.query<AssignmentRow>(
      `SELECT g.question, g.user_id AS "userId", u.name FROM assignments g JOIN users u ON u.id = g.user_id
        WHERE g.assessment_id = $1`,
      [assessmentId],
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
