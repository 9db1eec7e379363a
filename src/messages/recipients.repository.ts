import type { Role } from '../access/roles'
import { reachesBelow } from '../access/scope'
import type { Database } from '../db/database'
import type { AssessorSeat } from '../engine/stages/turns'

/** Somebody with a role that reaches a satker. */
export interface HolderRow {
  readonly satkerId: string
  readonly userId: string
  readonly role: Role
  /** Parts of a pokja member, parted by commas; null: all. */
  readonly parts: string | null
}

export interface SeatHolderRow {
  readonly assessmentId: string
  readonly userId: string
  readonly seat: Exclude<AssessorSeat, 'kanwil'>
}

/** Who is told: people by what they are to an assessment. */
export class RecipientsRepository {
  constructor(private readonly database: Database) {}

  /** Everybody with one of these roles on a civil date at some satker or, where the role reaches below, above them. */
  async holders(
    satkerIds: readonly string[],
    roles: readonly Role[],
    today: string,
  ): Promise<readonly HolderRow[]> {
    const rows = await this.database.query<HolderRow & { at: string }>(
      `SELECT b.id AS "satkerId", m.user_id AS "userId", m.role, m.parts, m.satker_id AS at
         FROM satker b JOIN satker s ON b.path LIKE s.path || '%' JOIN memberships m ON m.satker_id = s.id
        WHERE b.id IN ${this.database.listOf('$1')} AND m.role IN ${this.database.listOf('$2')}
          AND m.valid_from <= $3 AND (m.valid_until IS NULL OR m.valid_until >= $4)`,
      [JSON.stringify(satkerIds), JSON.stringify(roles), today, today],
    )
    return rows.filter(({ at, satkerId, role }) => at === satkerId || reachesBelow(role))
  }

  /** Who scores some assessments, by seat; whoever is no evaluator any more on that date scores nothing. */
  seats(assessmentIds: readonly string[], today: string): Promise<SeatHolderRow[]> {
    const evaluator = `EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = x."userId" AND m.role = 'evaluator'
      AND m.valid_from <= $2 AND (m.valid_until IS NULL OR m.valid_until >= $3))`
    return this.database.query<SeatHolderRow>(
      `SELECT x."assessmentId", x."userId", x.seat FROM (
         SELECT ea.assessment_id AS "assessmentId", ea.user_id AS "userId", 'member' AS seat
           FROM evaluator_assignments ea WHERE ea.ended_at IS NULL
          UNION ALL
         SELECT ea.assessment_id, t.user_id, t.seat FROM evaluator_assignments ea
           JOIN team_seats t ON t.team_id = ea.team_id AND t.ended_at IS NULL AND t.seat <> 'member'
          WHERE ea.ended_at IS NULL) x
        WHERE x."assessmentId" IN ${this.database.listOf('$1')} AND ${evaluator}`,
      [JSON.stringify(assessmentIds), today, today],
    )
  }
}
