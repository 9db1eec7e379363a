import { drawnAtSatkerCondition } from '../access/blind-scoring'
import type { Database } from '../db/database'
import { AuditEvent } from './audit.entity'
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

/** Papers that are `terbatas` by now, though they may not have been when the event was written, and their files. */
const IS_RESTRICTED = `CASE WHEN EXISTS (SELECT 1 FROM evidence p WHERE p.access = 'terbatas' AND p.id =
  CASE subject_type WHEN 'evidence' THEN subject_id
    WHEN 'file' THEN (SELECT f.evidence_id FROM evidence_files f WHERE f.id = subject_id) END) THEN 1 ELSE 0 END`
/** Who scores a unit a second time is not told to its team and its satker before the sample is closed. */
const opensBlind = (event: string): string =>
  `(${event}.action = 'open-restricted-file' AND ${drawnAtSatkerCondition(`${event}.satker_id`, `${event}.user_id`)})`
const COLUMNS = `id, at, user_id AS "userId", user_name AS "userName", role, action, question, before, after`

export class AuditRepository {
  constructor(private readonly database: Database) {}

  insert(events: readonly Partial<AuditEvent>[]): Promise<void> {
    return this.database.insert(AuditEvent, events)
  }

  /**
   * The person's newest such event on a question since an instant, unless somebody else acted on it afterwards: within
   * an assessment, or about one subject where there is none.
   */
  lastUndisturbed(
    of: {
      readonly assessmentId: string | null
      readonly subjectId: string
      readonly question: string
      readonly action: string
      readonly userId: string
    },
    since: string,
  ): Promise<{ id: string } | undefined> {
    const within = of.assessmentId === null ? 'subject_id' : 'assessment_id'
    return this.database.one(
      `SELECT e.id FROM audit_events e
        WHERE e.${within} = $1 AND e.question = $2 AND e.action = $3 AND e.user_id = $4 AND e.at >= $5
          AND NOT EXISTS (SELECT 1 FROM audit_events o
                           WHERE o.${within} = e.${within} AND o.question = e.question
                             AND (o.at > e.at OR (o.at = e.at AND o.id > e.id))
                             AND COALESCE(o.user_id, '') <> e.user_id)
        ORDER BY e.at DESC, e.id DESC LIMIT 1`,
      [of.assessmentId ?? of.subjectId, of.question, of.action, of.userId, since],
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
      `${eventsOf(statement, filter)}
       SELECT ${COLUMNS}, ${IS_RESTRICTED} AS "isRestricted" FROM events WHERE ${conditions(statement, filter)}
       ORDER BY at DESC, id DESC LIMIT ${Number(filter.limit)} OFFSET ${Number(filter.offset)}`,
      statement.parameters,
    )
  }

  /** The acts on one thing that belongs to no assessment, oldest first. */
  on(subjectType: string, subjectId: string): Promise<TrailRow[]> {
    return this.database.query<TrailRow>(
      `SELECT ${COLUMNS} FROM audit_events WHERE subject_id = $1 AND subject_type = $2 ORDER BY at, id`,
      [subjectId, subjectType],
    )
  }

  async trailLength(filter: TrailFilter): Promise<number> {
    const statement = new Statement()
    const row = await this.database.one<{ events: number }>(
      `${eventsOf(statement, filter)} SELECT COUNT(*) AS events FROM events WHERE ${conditions(statement, filter)}`,
      statement.parameters,
    )
    return Number(row?.events ?? 0)
  }

  /** Everybody who acted on an assessment, by name. */
  people(assessmentId: string): Promise<{ userId: string; userName: string }[]> {
    const statement = new Statement()
    return this.database.query(
      `${eventsOf(statement, { assessmentId })}
       SELECT user_id AS "userId", MAX(user_name) AS "userName" FROM events
        WHERE user_id IS NOT NULL GROUP BY user_id ORDER BY 2`,
      statement.parameters,
    )
  }

  /** The newest events on any of the subjects. */
  ofSubjects(subjectIds: readonly string[], limit: number): Promise<TrailRow[]> {
    const numbers = subjectIds.map((_id, index) => `$${index + 1}`).join(', ')
    return this.database.query<TrailRow>(
      `SELECT ${COLUMNS} FROM audit_events e WHERE subject_id IN (${numbers}) AND NOT ${opensBlind('e')}
       ORDER BY at DESC, id DESC LIMIT ${Number(limit)}`,
      subjectIds,
    )
  }
}

/**
 * The events of an assessment, or of one of its questions, as the table `events`. A change of a piece, or the opening
 * of its file, is one act wherever the piece serves: it belongs to every place that the piece was put to before,
 * also when it was taken away since.
 */
function eventsOf(
  statement: Statement,
  { assessmentId, question }: Pick<TrailFilter, 'assessmentId' | 'question'>,
) {
  const assessment = `assessment_id = ${statement.value(assessmentId)}`
  const here =
    question === undefined ? assessment : `${assessment} AND question = ${statement.value(question)}`
  return `WITH pieces AS (
      SELECT piece, MIN(since) AS since
        FROM (SELECT evidence_id AS piece, created_at AS since FROM evidence_uses WHERE ${here}
               UNION ALL
              SELECT subject_id, at FROM audit_events WHERE ${here} AND subject_type = 'evidence') put
       GROUP BY piece),
    events AS (
      SELECT * FROM audit_events WHERE ${here}
       UNION ALL
      SELECT e.* FROM pieces JOIN audit_events e ON e.subject_id = piece
       WHERE e.assessment_id IS NULL AND e.subject_type = 'evidence' AND e.at >= since
       UNION ALL
      SELECT e.* FROM pieces JOIN evidence_files f ON f.evidence_id = piece JOIN audit_events e ON e.subject_id = f.id
       WHERE e.assessment_id IS NULL AND e.subject_type = 'file' AND e.at >= since AND NOT ${opensBlind('e')})`
}

function conditions(statement: Statement, { userId, actions, hidden }: TrailFilter): string {
  const all = ['1 = 1']
  if (userId !== undefined) all.push(`user_id = ${statement.value(userId)}`)
  if (actions !== undefined) all.push(`action IN (${statement.list(actions)})`)
  if (hidden !== undefined) all.push(`action NOT IN (${statement.list(hidden)})`)
  return all.join(' AND ')
}
