import type { Database } from '../db/database'
import type { EvidenceNature } from '../engine/instrument/instrument'
import type { EvidenceAccess } from '../evidence/evidence.entity'

export interface PieceRow {
  readonly id: string
  readonly title: string
  readonly access: EvidenceAccess
  readonly nature: EvidenceNature
  readonly happenedOn: string | null
  readonly happenedUntil: string | null
  readonly createdAt: string
  /** Current addresses. */
  readonly links: number | string
}

export interface UseRow {
  readonly evidenceId: string
  readonly question: string
}

export interface FileRow {
  readonly evidenceId: string
  readonly name: string
  readonly contentType: string
  readonly sha256: string
  /** Other satker that keep the same content. */
  readonly elsewhere: number | string
}

const USED = `e.id IN (SELECT u.evidence_id FROM evidence_uses u WHERE u.assessment_id = $1) AND e.withdrawn_at IS NULL`

/** The pieces that a worksheet uses, one statement each. */
export class EvidenceFactsRepository {
  constructor(private readonly database: Database) {}

  pieces(assessmentId: string): Promise<PieceRow[]> {
    return this.database.queryMany<PieceRow>(
      ['id', 'title', 'access', 'nature', 'happenedOn', 'happenedUntil', 'createdAt', 'links'],
      `SELECT e.id, e.title, e.access, e.nature, e.happened_on AS "happenedOn", e.happened_until AS "happenedUntil",
              e.created_at AS "createdAt", (SELECT COUNT(*) FROM evidence_files f
                WHERE f.evidence_id = e.id AND f.url IS NOT NULL AND f.replaced_at IS NULL) AS links FROM evidence e WHERE ${USED} ORDER BY e.id`,
      [assessmentId],
    )
  }

  uses(assessmentId: string): Promise<UseRow[]> {
    return this.database.queryMany<UseRow>(
      ['evidenceId', 'question'],
      `SELECT u.evidence_id AS "evidenceId", u.question FROM evidence_uses u
        WHERE u.assessment_id = $1 ORDER BY u.evidence_id, u.question`,
      [assessmentId],
    )
  }

  files(assessmentId: string): Promise<FileRow[]> {
    return this.database.queryMany<FileRow>(
      ['evidenceId', 'name', 'contentType', 'sha256', 'elsewhere'],
      `SELECT f.evidence_id AS "evidenceId", f.name, f.content_type AS "contentType", f.sha256,
              (SELECT COUNT(DISTINCT o.satker_id) FROM evidence_files t JOIN evidence o ON o.id = t.evidence_id
                WHERE t.sha256 = f.sha256 AND o.satker_id <> e.satker_id AND o.withdrawn_at IS NULL) AS elsewhere
         FROM evidence e JOIN evidence_files f ON f.evidence_id = e.id
        WHERE ${USED} AND f.replaced_at IS NULL AND f.sha256 IS NOT NULL ORDER BY f.evidence_id, f.id`,
      [assessmentId],
    )
  }
}
