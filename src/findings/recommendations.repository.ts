import type { Actor } from '../access/actor'
import type { TimeZone } from '../web/format/date'
import type { ScopedSatker } from '../access/scope'
import type { Database } from '../db/database'
import type { EvidenceNature } from '../engine/instrument/instrument'
import { openedCondition } from '../evidence/evidence-access'
import { RecommendationEvidence, RecommendationState } from './recommendation.entity'

export interface StateRow extends RecommendationState {
  readonly changedByName: string | null
}

/** A piece shown for a recommendation, as one person may see it. */
export interface ShownPiece {
  readonly number: number
  readonly id: string
  readonly title: string
  readonly nature: EvidenceNature
  /** 0/1 on SQLite. */
  readonly opened: boolean | number
}

/** A recommendation of a cycle that is not final, past neither its day nor done, and one of those who answer for it. */
export interface DueRecommendation {
  readonly assessmentId: string
  readonly number: number
  readonly dueOn: string
  readonly satkerName: string
  readonly timeZone: TimeZone
  readonly userId: string
}

export class RecommendationsRepository {
  constructor(private readonly database: Database) {}

  states(assessmentId: string): Promise<StateRow[]> {
    return this.database.query<StateRow>(
      `SELECT r.assessment_id AS "assessmentId", r.number, r.status, r.owner, r.due_on AS "dueOn", r.notes, r.version,
              r.changed_by AS "changedBy", r.changed_at AS "changedAt", u.name AS "changedByName"
         FROM recommendation_states r LEFT JOIN users u ON u.id = r.changed_by
        WHERE r.assessment_id = $1 ORDER BY r.number`,
      [assessmentId],
    )
  }

  pieces(actor: Actor, assessment: ScopedSatker & { readonly id: string }): Promise<ShownPiece[]> {
    const opened = openedCondition(actor, assessment, 'e', 1)
    return this.database.query<ShownPiece>(
      `SELECT e.id, ${opened.sql} AS opened, x.number, e.title, e.nature
         FROM recommendation_evidence x JOIN evidence e ON e.id = x.evidence_id
        WHERE x.assessment_id = $${opened.parameters.length + 1} AND e.withdrawn_at IS NULL
        ORDER BY x.number, e.created_at, e.id`,
      [...opened.parameters, assessment.id],
    )
  }

  /** Those due between two days, once for the head and once for the chair of each satker. */
  due(from: string, to: string, today: string): Promise<DueRecommendation[]> {
    return this.database.query<DueRecommendation>(
      `SELECT r.assessment_id AS "assessmentId", r.number, r.due_on AS "dueOn", s.name AS "satkerName",
              s.time_zone AS "timeZone", u.id AS "userId"
         FROM recommendation_states r JOIN assessments a ON a.id = r.assessment_id JOIN satker s ON s.id = a.satker_id
         JOIN memberships m ON m.satker_id = s.id AND m.role IN ('head', 'chair')
         JOIN users u ON u.id = m.user_id
        WHERE r.due_on BETWEEN $1 AND $2 AND r.status IN ('belum', 'berjalan') AND a.stage <> 'final'
          AND m.valid_from <= $3 AND (m.valid_until IS NULL OR m.valid_until >= $3) AND u.disabled_at IS NULL
          AND s.closed_at IS NULL
        ORDER BY r.assessment_id, r.due_on, r.number, u.id`,
      [from, to, today],
    )
  }

  hold(assessmentId: string): Promise<void> {
    return this.database.lock('assessments', assessmentId)
  }

  put(row: RecommendationState): Promise<void> {
    return this.database.insert(RecommendationState, [row], {
      key: ['assessmentId', 'number'],
      replace: ['status', 'owner', 'dueOn', 'notes', 'version', 'changedBy', 'changedAt'],
    })
  }

  async putEvidence(assessmentId: string, number: number, evidenceIds: readonly string[]): Promise<void> {
    await this.database.writing().delete(RecommendationEvidence, { assessmentId, number })
    await this.database.insert(
      RecommendationEvidence,
      evidenceIds.map(evidenceId => ({ assessmentId, number, evidenceId })),
    )
  }
}
