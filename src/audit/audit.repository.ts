import type { Database } from '../db/database'

export interface TrailFilter {
  readonly assessmentId: string
  readonly question?: string
  readonly limit: number
  readonly offset: number
}

export interface TrailRow {
  readonly id: string
  readonly at: string
  readonly userId: string | null
  readonly userName: string
  readonly role: string
  readonly action: string
  readonly question: string | null
  readonly before: string | null
  readonly after: string | null
}

const COLUMNS = `id, at, user_id AS "userId", user_name AS "userName", role, action, question, before, after`

export class AuditRepository {
  constructor(private readonly database: Database) {}

  /** The newest event on a question of an assessment. */
  lastOfQuestion(assessmentId: string, question: string): Promise<TrailRow | undefined> {
    return this.database.one<TrailRow>(
      `SELECT ${COLUMNS} FROM audit_events WHERE assessment_id = $1 AND question = $2 ORDER BY at DESC, id DESC LIMIT 1`,
      [assessmentId, question],
    )
  }

  async extend(id: string, after: unknown): Promise<void> {
    await this.database
      .writing()
      .query('UPDATE audit_events SET after = $1 WHERE id = $2', [JSON.stringify(after), id])
  }

  trail(filter: TrailFilter): Promise<TrailRow[]> {
    const question = filter.question === undefined ? '' : 'AND question = $2'
    return this.database.query<TrailRow>(
      `SELECT ${COLUMNS} FROM audit_events WHERE assessment_id = $1 ${question}
       ORDER BY at DESC, id DESC LIMIT ${Number(filter.limit)} OFFSET ${Number(filter.offset)}`,
      filter.question === undefined ? [filter.assessmentId] : [filter.assessmentId, filter.question],
    )
  }

  /** The newest events on any of the subjects. */
  ofSubjects(subjectIds: readonly string[], limit: number): Promise<TrailRow[]> {
    const numbers = subjectIds.map((_id, index) => `$${index + 1}`).join(', ')
    return this.database.query<TrailRow>(
      `SELECT ${COLUMNS} FROM audit_events WHERE subject_id IN (${numbers})
       ORDER BY at DESC, id DESC LIMIT ${Number(limit)}`,
      subjectIds,
    )
  }
}
