import type { Actor } from '../access/actor'
import type { ScopedSatker } from '../access/scope'
import type { AssessmentContext } from '../assessments/assessment-context'
import type { Database } from '../db/database'
import type { EvidenceNature } from '../engine/instrument/instrument'
import { openedCondition } from './evidence-access'
import { EvidenceUseRow } from './evidence-use.entity'
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
  readonly withdrawnAt: string | null
  /** Files and links of the piece, whatever their versions. */
  readonly files: number | string
  /** 0/1 on SQLite. */
  readonly opened: boolean | number
}

const USE_COLUMNS = [
  'opened',
  'id',
  'question',
  'evidenceId',
  'stages',
  'claim',
  'page',
  'version',
  'nature',
  'title',
  'access',
  'withdrawnAt',
  'files',
] as const

const NEVER = '9999'

export class EvidenceUsesRepository {
  constructor(private readonly database: Database) {}

  /**
   * Uses of pieces that were not withdrawn, or only after the worksheet was frozen, in the order they were made; of
   * some questions or of all.
   */
  ofAssessment(
    assessment: ScopedSatker & Pick<AssessmentContext, 'id' | 'frozenAt'>,
    actor: Actor,
    questions?: readonly string[],
  ): Promise<UseRow[]> {
    const opened = openedCondition(actor, assessment, 'e', 1)
    const parameters = [...opened.parameters]
    const next = (value: string) => `$${parameters.push(value)}`
    const seen = next(assessment.frozenAt ?? NEVER)
    const only = questions ? `AND u.question IN (${['', ...questions].map(next).join(', ')})` : ''
    return this.database.queryMany<UseRow>(
      USE_COLUMNS,
      `SELECT ${opened.sql} AS opened, u.id, u.question, u.evidence_id AS "evidenceId", u.stages, u.claim, u.page,
              u.version, e.nature, e.title, e.access, e.withdrawn_at AS "withdrawnAt",
              (SELECT COUNT(DISTINCT f.slot) FROM evidence_files f WHERE f.evidence_id = e.id) AS files
         FROM evidence_uses u JOIN evidence e ON e.id = u.evidence_id
        WHERE (e.withdrawn_at IS NULL OR e.withdrawn_at > ${seen})
              ${only} AND u.assessment_id = ${next(assessment.id)}
        ORDER BY u.created_at, u.id`,
      parameters,
    )
  }

  find(assessmentId: string, id: string): Promise<EvidenceUseRow | null> {
    return this.database.manager.getRepository(EvidenceUseRow).findOneBy({ assessmentId, id })
  }

  /** Whether the piece stands under that question already. */
  async isUsed(assessmentId: string, question: string, evidenceId: string): Promise<boolean> {
    const found = await this.database.one(
      'SELECT 1 FROM evidence_uses WHERE assessment_id = $1 AND question = $2 AND evidence_id = $3',
      [assessmentId, question, evidenceId],
    )
    return found !== undefined
  }

  insert(use: Partial<EvidenceUseRow>): Promise<void> {
    return this.database.insert(EvidenceUseRow, [use])
  }

  async update(id: string, facts: Partial<EvidenceUseRow>): Promise<void> {
    await this.database.writing().update(EvidenceUseRow, { id }, facts)
  }

  async remove(id: string): Promise<void> {
    await this.database.writing().delete(EvidenceUseRow, { id })
  }

  /** Assessments that the satker can still change and that use the piece, with the questions it serves there. */
  stillOpenWith(evidenceId: string): Promise<{ assessmentId: string; question: string }[]> {
    return this.database.query(
      `SELECT u.assessment_id AS "assessmentId", u.question
         FROM evidence_uses u JOIN assessments a ON a.id = u.assessment_id
        WHERE u.evidence_id = $1 AND a.stage IN ('draf', 'dikembalikan')
        ORDER BY u.assessment_id, u.question`,
      [evidenceId],
    )
  }
}
