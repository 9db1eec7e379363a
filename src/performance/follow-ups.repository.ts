import type { Actor } from '../access/actor'
import { visibleCondition } from '../access/scope'
import type { Database } from '../db/database'
import type { FollowUpState } from '../engine/performance/follow-up'
import type { Quarter } from '../engine/performance/quarters'
import type { TimeZone } from '../web/format/date'
import { FollowUp } from './follow-up.entity'

export interface FollowUpRow {
  readonly id: string
  readonly satkerId: string
  readonly satkerName: string
  readonly satkerPath: string
  readonly timeZone: TimeZone
  readonly year: number
  readonly quarter: Quarter
  readonly text: string
  readonly dueOn: string
  readonly state: FollowUpState
  readonly version: number
  readonly writtenBy: string
  readonly writtenByName: string
  readonly writtenAt: string
  readonly reply: string
  readonly repliedByName: string | null
  readonly repliedAt: string | null
  readonly remark: string
  readonly closedAt: string | null
}

const SELECT = `SELECT f.id, f.satker_id AS "satkerId", s.name AS "satkerName", s.path AS "satkerPath",
  s.time_zone AS "timeZone", f.year, f.quarter, f.text, f.due_on AS "dueOn", f.state, f.version,
  f.written_by AS "writtenBy", w.name AS "writtenByName", f.written_at AS "writtenAt", f.reply,
  r.name AS "repliedByName", f.replied_at AS "repliedAt", f.remark, f.closed_at AS "closedAt"
  FROM performance_follow_ups f JOIN satker s ON s.id = f.satker_id
  JOIN users w ON w.id = f.written_by LEFT JOIN users r ON r.id = f.replied_by`

/** A follow-up with one of those it waits for. */
export type DueFollowUp = Pick<
  FollowUpRow,
  'id' | 'satkerName' | 'timeZone' | 'year' | 'quarter' | 'dueOn'
> & {
  readonly userId: string
}

const SHOWN = 50

export class FollowUpsRepository {
  constructor(private readonly database: Database) {}

  /** Those of a year, and before them those that are still open, of whatever year. */
  of(satkerId: string, year: number): Promise<FollowUpRow[]> {
    return this.database.query<FollowUpRow>(
      `${SELECT} WHERE f.satker_id = $1 AND (f.year = $2 OR f.state <> 'closed')
        ORDER BY CASE f.state WHEN 'closed' THEN 1 ELSE 0 END, f.due_on, f.id LIMIT ${SHOWN}`,
      [satkerId, year],
    )
  }

  /** One at a satker that the actor sees. */
  visible(actor: Actor, id: string): Promise<FollowUpRow | undefined> {
    const scope = visibleCondition(actor, 'read-registers', 's', 1)
    return this.database.one<FollowUpRow>(
      `${SELECT} WHERE ${scope.sql} AND f.id = $${scope.parameters.length + 1}`,
      [...scope.parameters, id],
    )
  }

  insert(row: FollowUp): Promise<void> {
    return this.database.insert(FollowUp, [row])
  }

  async update(id: string, changes: Partial<FollowUp>): Promise<void> {
    await this.database.writing().update(FollowUp, { id }, changes)
  }

  /** Open ones that are due between two civil dates, each with the head and the chair it waits for. */
  due(from: string, to: string, today: string): Promise<DueFollowUp[]> {
    return this.database.query<DueFollowUp>(
      `SELECT f.id, s.name AS "satkerName", s.time_zone AS "timeZone", f.year, f.quarter, f.due_on AS "dueOn",
              m.user_id AS "userId"
         FROM performance_follow_ups f JOIN satker s ON s.id = f.satker_id
         JOIN memberships m ON m.satker_id = f.satker_id AND m.role IN ('head', 'chair')
        WHERE f.state = 'open' AND f.due_on >= $1 AND f.due_on <= $2
          AND m.valid_from <= $3 AND (m.valid_until IS NULL OR m.valid_until >= $3)
        ORDER BY f.due_on, f.id, m.user_id`,
      [from, to, today],
    )
  }

  /** Head and chair of a satker on a day: who learns of what is asked. */
  async leaders(satkerId: string, today: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT DISTINCT m.user_id AS id FROM memberships m
        WHERE m.satker_id = $1 AND m.role IN ('head', 'chair') AND m.valid_from <= $2
          AND (m.valid_until IS NULL OR m.valid_until >= $2)`,
      [satkerId, today],
    )
    return rows.map(row => row.id)
  }
}
