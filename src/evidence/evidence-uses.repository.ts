import type { Actor } from '../access/actor'
import type { ScopedSatker } from '../access/scope'
import type { Database } from '../db/database'
import type { EvidenceNature } from '../engine/instrument/instrument'
import { openedCondition } from './evidence-access'
import type { EvidenceAccess } from './evidence.entity'

export interface UseRow {
  readonly id: string
  readonly question: string
  readonly evidenceId: string
  /** JSON: a list of stages. */
  readonly stages: string
  readonly claim: string
  readonly page: string
  readonly version: number
  readonly nature: EvidenceNature
  readonly title: string
  readonly access: EvidenceAccess
  /** 0/1 on SQLite. */
  readonly opened: boolean | number
}

export class EvidenceUsesRepository {
  constructor(private readonly database: Database) {}

  /** Uses of pieces that were not withdrawn, in the order they were made; of some questions or of all. */
  ofAssessment(
    assessment: ScopedSatker & { readonly id: string },
    actor: Actor,
    questions?: readonly string[],
  ): Promise<UseRow[]> {
    const opened = openedCondition(actor, assessment, 'e', 1)
    const parameters = [...opened.parameters]
    const next = (value: string) => `$${parameters.push(value)}`
    const only = questions ? `AND u.question IN (${['', ...questions].map(next).join(', ')})` : ''
    return this.database.query<UseRow>(
      `SELECT ${opened.sql} AS opened, u.id, u.question, u.evidence_id AS "evidenceId", u.stages, u.claim, u.page,
              u.version, e.nature, e.title, e.access
         FROM evidence_uses u JOIN evidence e ON e.id = u.evidence_id
        WHERE e.withdrawn_at IS NULL ${only} AND u.assessment_id = ${next(assessment.id)}
        ORDER BY u.created_at, u.id`,
      parameters,
    )
  }
}
