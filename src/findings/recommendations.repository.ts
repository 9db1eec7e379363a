import type { Actor } from '../access/actor'
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
