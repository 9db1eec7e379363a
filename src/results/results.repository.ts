import type { Database } from '../db/database'
import type { Recommendation } from '../engine/recommendation/recommendation'
import type { AssessmentStage } from '../engine/stages/stages'
import { FinalRecommendation } from './final-recommendation.entity'
import { Seal } from './seal.entity'

export interface RecommendationRow {
  readonly recommendation: Recommendation
  readonly grounds: string
  readonly version: number
  readonly setBy: string
  readonly setByName: string | null
  readonly setAt: string
}

export interface SealRow {
  readonly id: string
  readonly code: string
  readonly document: string
  readonly hash: string
  readonly signature: string
  readonly publicKey: string
  readonly sealedByName: string | null
  readonly sealedAt: string
  readonly reopenedByName: string | null
  readonly reopenedAt: string | null
  readonly reopenedBecause: string
}

/** What a stranger with a code is told. */
export interface VerifiedRow {
  readonly code: string
  readonly document: string
  readonly hash: string
  readonly signature: string
  readonly publicKey: string
  readonly sealedAt: string
  readonly reopenedAt: string | null
  readonly stage: AssessmentStage
}

const SEAL = `x.id, x.code, x.document, x.hash, x.signature, x.public_key AS "publicKey", x.sealed_at AS "sealedAt",
  x.reopened_at AS "reopenedAt", x.reopened_because AS "reopenedBecause"`

/** The outcome of an evaluation and its seals. */
export class ResultsRepository {
  constructor(private readonly database: Database) {}

  recommendation(assessmentId: string): Promise<RecommendationRow | undefined> {
    return this.database.one<RecommendationRow>(
      `SELECT r.recommendation, r.grounds, r.version, r.set_by AS "setBy", u.name AS "setByName", r.set_at AS "setAt"
         FROM final_recommendations r LEFT JOIN users u ON u.id = r.set_by WHERE r.assessment_id = $1`,
      [assessmentId],
    )
  }

  writeRecommendation(row: FinalRecommendation): Promise<void> {
    return this.database.insert(FinalRecommendation, [row], {
      key: ['assessmentId'],
      replace: ['recommendation', 'grounds', 'version', 'setBy', 'setAt'],
    })
  }

  /** Every seal of an assessment, the newest first. */
  seals(assessmentId: string): Promise<SealRow[]> {
    return this.database.query<SealRow>(
      `SELECT ${SEAL}, su.name AS "sealedByName", ru.name AS "reopenedByName"
         FROM seals x LEFT JOIN users su ON su.id = x.sealed_by LEFT JOIN users ru ON ru.id = x.reopened_by
        WHERE x.assessment_id = $1 ORDER BY x.sealed_at DESC, x.id DESC`,
      [assessmentId],
    )
  }

  byCode(code: string): Promise<VerifiedRow | undefined> {
    return this.database.one<VerifiedRow>(
      `SELECT ${SEAL}, a.stage FROM seals x JOIN assessments a ON a.id = x.assessment_id WHERE x.code = $1`,
      [code],
    )
  }

  /** Public keys that ever signed a seal here. */
  async publicKeys(): Promise<string[]> {
    const rows = await this.database.query<{ key: string }>('SELECT DISTINCT public_key AS key FROM seals')
    return rows.map(row => row.key)
  }

  insertSeal(seal: Seal): Promise<void> {
    return this.database.insert(Seal, [seal])
  }

  async reopenSeal(id: string, by: string, at: string, because: string): Promise<void> {
    await this.database
      .writing()
      .update(Seal, { id }, { reopenedBy: by, reopenedAt: at, reopenedBecause: because })
  }

  /** The frozen documents of some worksheets. */
  async documents(worksheetIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.query<{ id: string; document: string }>(
      `SELECT worksheet_id AS id, document FROM frozen_worksheets
        WHERE worksheet_id IN ${this.database.listOf('$1')}`,
      [JSON.stringify(worksheetIds)],
    )
    return new Map(rows.map(row => [row.id, row.document]))
  }

  /** Evaluators with the unit that they evaluate for now; whoever holds the role at several stands there once for each. */
  assessors(userIds: readonly string[]): Promise<AssessorRow[]> {
    return this.database.query<AssessorRow>(
      `SELECT u.id, u.nip, s.name AS unit, s.code, s.kind, s.city, s.letterhead, s.logo_sha256 AS "logoSha256",
              s.logo_type AS "logoType"
         FROM users u LEFT JOIN memberships m ON m.user_id = u.id AND m.role = 'evaluator'
         LEFT JOIN satker s ON s.id = m.satker_id
        WHERE u.id IN ${this.database.listOf('$1')} ORDER BY m.valid_from DESC, s.id`,
      [JSON.stringify(userIds)],
    )
  }

  identity(assessmentId: string): Promise<IdentityRow | undefined> {
    return this.database.one<IdentityRow>(
      `SELECT s.code AS "satkerCode", c.title AS "cycleTitle", i.code AS "instrumentCode",
              i.version AS "instrumentVersion", i.checksum
         FROM assessments a JOIN satker s ON s.id = a.satker_id JOIN cycles c ON c.id = a.cycle_id
         JOIN instruments i ON i.id = c.instrument_id WHERE a.id = $1`,
      [assessmentId],
    )
  }
}

export interface AssessorRow {
  readonly id: string
  readonly nip: string | null
  /** Null, as all below, of one who evaluates for no unit any more. */
  readonly unit: string | null
  readonly code: string | null
  readonly kind: string | null
  readonly city: string | null
  readonly letterhead: string | null
  readonly logoSha256: string | null
  readonly logoType: string | null
}

export interface IdentityRow {
  readonly satkerCode: string
  readonly cycleTitle: string
  readonly instrumentCode: string
  readonly instrumentVersion: number
  readonly checksum: string
}
