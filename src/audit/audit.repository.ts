import type { Database } from '../db/database'
import { Statement } from '../db/statement'

export interface TrailFilter {
  readonly assessmentId: string
  readonly question?: string
  /** Only events of this person, only these acts. */
  readonly userId?: string
  readonly actions?: readonly string[]
  /** Acts that stay hidden. */
  readonly hidden?: readonly string[]
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

/** Papers that are `terbatas` by now, though they may not have been when the event was written. */
const IS_RESTRICTED = `CASE WHEN subject_type = 'evidence' AND EXISTS (SELECT 1 FROM evidence
  WHERE evidence.id = audit_events.subject_id AND evidence.access = 'terbatas') THEN 1 ELSE 0 END`
const COLUMNS = `id, at, user_id AS "userId", user_name AS "userName", role, action, question, before, after`

export class AuditRepository {
  constructor(private readonly database: Database) {}

  /** The person's newest such event on a question since an instant, unless somebody else acted on it afterwards. */
  lastUndisturbed(
    of: {
      readonly assessmentId: string
      readonly question: string
      readonly action: string
      readonly userId: string
    },
    since: string,
  ): Promise<{ id: string } | undefined> {
    return this.database.one(
      `SELECT e.id FROM audit_events e
        WHERE e.assessment_id = $1 AND e.question = $2 AND e.action = $3 AND e.user_id = $4 AND e.at >= $5
          AND NOT EXISTS (SELECT 1 FROM audit_events o
                           WHERE o.assessment_id = e.assessment_id AND o.question = e.question
                             AND (o.at > e.at OR (o.at = e.at AND o.id > e.id))
                             AND COALESCE(o.user_id, '') <> e.user_id)
        ORDER BY e.at DESC, e.id DESC LIMIT 1`,
      [of.assessmentId, of.question, of.action, of.userId, since],
    )
  }

  async extend(id: string, after: unknown): Promise<void> {
    await this.database
      .writing()
      .query('UPDATE audit_events SET after = $1 WHERE id = $2', [JSON.stringify(after), id])
  }

  trail(filter: TrailFilter): Promise<(TrailRow & { readonly isRestricted: number })[]> {
    const statement = new Statement()
    return this.database.query(
      `SELECT ${COLUMNS}, ${IS_RESTRICTED} AS "isRestricted" FROM audit_events WHERE ${conditions(statement, filter)}
       ORDER BY at DESC, id DESC LIMIT ${Number(filter.limit)} OFFSET ${Number(filter.offset)}`,
      statement.parameters,
    )
  }

  async trailLength(filter: TrailFilter): Promise<number> {
    const statement = new Statement()
    const row = await this.database.one<{ events: number }>(
      `SELECT COUNT(*) AS events FROM audit_events WHERE ${conditions(statement, filter)}`,
      statement.parameters,
    )
    return Number(row?.events ?? 0)
  }

  /** Everybody who acted on an assessment, by name. */
  people(assessmentId: string): Promise<{ userId: string; userName: string }[]> {
    return this.database.query(
      `SELECT user_id AS "userId", MAX(user_name) AS "userName" FROM audit_events
        WHERE assessment_id = $1 AND user_id IS NOT NULL GROUP BY user_id ORDER BY 2`,
      [assessmentId],
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

function conditions(statement: Statement, filter: TrailFilter): string {
  const all = [`assessment_id = ${statement.value(filter.assessmentId)}`]
  if (filter.question !== undefined) all.push(`question = ${statement.value(filter.question)}`)
  if (filter.userId !== undefined) all.push(`user_id = ${statement.value(filter.userId)}`)
  if (filter.actions !== undefined) all.push(`action IN (${statement.list(filter.actions)})`)
  if (filter.hidden !== undefined) all.push(`action NOT IN (${statement.list(filter.hidden)})`)
  return all.join(' AND ')
}
