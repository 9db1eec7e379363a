import type { Actor } from '../access/actor'
import { keptUnitsCondition } from '../access/agreement-keeping'
import type { RolePolicy } from '../access/policies'
import { visibleCondition, type Condition } from '../access/scope'
import type { Database } from '../db/database'
import type { AssessmentStage } from '../engine/stages/stages'
import type { TimeZone } from '../web/format/date'
import { onAgreement, onlyOnAgreements } from './agreement-papers'
import { Evidence } from './evidence.entity'
import { EvidenceFile } from './evidence-file.entity'

/** A piece with its satker and the names of those who handled it. */
export interface PieceRow extends Evidence {
  readonly satkerPath: string
  readonly satkerName: string
  readonly timeZone: TimeZone
  readonly createdByName: string | null
  readonly withdrawnByName: string | null
  /** 0/1 on SQLite. */
  readonly onlyOnAgreements: boolean | number
}

export interface FileRow extends EvidenceFile {
  readonly uploadedByName: string | null
}

/** A use of a piece with the assessment it belongs to. */
export interface PieceUseRow {
  readonly id: string
  readonly assessmentId: string
  readonly year: number
  readonly stage: AssessmentStage
  readonly question: string
  readonly part: string | null
  /** JSON: a list of stages. */
  readonly stages: string
  readonly claim: string
  readonly page: string
}

const PIECE = `e.id, e.satker_id AS "satkerId", e.title, e.nature, e.happened_on AS "happenedOn",
  e.happened_until AS "happenedUntil", e.document_number AS "documentNumber", e.issuer, e.access, e.version,
  e.created_by AS "createdBy", e.created_at AS "createdAt", e.withdrawn_at AS "withdrawnAt",
  e.withdrawn_by AS "withdrawnBy", e.withdrawn_reason AS "withdrawnReason",
  s.path AS "satkerPath", s.name AS "satkerName", s.time_zone AS "timeZone",
  cu.name AS "createdByName", wu.name AS "withdrawnByName", ${onlyOnAgreements('e')} AS "onlyOnAgreements"`
const FROM = `FROM evidence e JOIN satker s ON s.id = e.satker_id
  LEFT JOIN users cu ON cu.id = e.created_by LEFT JOIN users wu ON wu.id = e.withdrawn_by`

/** Pieces one at a time, with their files and uses. */
export class EvidencePiecesRepository {
  constructor(private readonly database: Database) {}

  /** The piece when its satker is within the actor's reach, or when it stands on an agreement that the actor keeps. */
  visible(actor: Actor, id: string): Promise<PieceRow | undefined> {
    const scope = reachedCondition(actor, 'read-evidence', 2)
    return this.database.one<PieceRow>(`SELECT ${PIECE} ${FROM} WHERE e.id = $1 AND ${scope.sql}`, [
      id,
      ...scope.parameters,
    ])
  }

  /** The piece that a file or link belongs to, under the same condition. */
  visibleByFile(actor: Actor, file: string): Promise<PieceRow | undefined> {
    const scope = reachedCondition(actor, 'read-evidence-file', 2)
    return this.database.one<PieceRow>(
      `SELECT ${PIECE} ${FROM} WHERE e.id = (SELECT evidence_id FROM evidence_files WHERE id = $1) AND ${scope.sql}`,
      [file, ...scope.parameters],
    )
  }

  uses(evidenceId: string): Promise<PieceUseRow[]> {
    return this.database.query<PieceUseRow>(
      `SELECT u.id, u.assessment_id AS "assessmentId", c.year, a.stage, u.question, u.part, u.stages, u.claim, u.page
         FROM evidence_uses u JOIN assessments a ON a.id = u.assessment_id JOIN cycles c ON c.id = a.cycle_id
        WHERE u.evidence_id = $1 ORDER BY c.year DESC, u.question, u.id`,
      [evidenceId],
    )
  }

  /** Every version of every file and link, each file's newest first. */
  files(evidenceId: string): Promise<FileRow[]> {
    return this.database.query<FileRow>(
      `SELECT f.id, f.evidence_id AS "evidenceId", f.slot, f.version, f.name, f.url, f.sha256, f.size,
              f.content_type AS "contentType", f.uploaded_by AS "uploadedBy", f.uploaded_at AS "uploadedAt",
              f.replaced_at AS "replacedAt", u.name AS "uploadedByName"
         FROM evidence_files f LEFT JOIN users u ON u.id = f.uploaded_by
        WHERE f.evidence_id = $1 ORDER BY f.slot, f.version DESC`,
      [evidenceId],
    )
  }

  /** Holds the piece against other writers. */
  hold(id: string): Promise<void> {
    return this.database.lock('evidence', id)
  }

  /** Other pieces that hold a content of this one, in any satker. */
  async holdingTheSame(evidenceId: string): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT DISTINCT o.evidence_id AS id FROM evidence_files f
         JOIN evidence_files o ON o.sha256 = f.sha256 AND o.evidence_id <> f.evidence_id AND o.replaced_at IS NULL
        WHERE f.evidence_id = $1 AND f.replaced_at IS NULL`,
      [evidenceId],
    )
    return new Set(rows.map(row => row.id))
  }

  insert(piece: Partial<Evidence>): Promise<void> {
    return this.database.insert(Evidence, [piece])
  }

  insertFiles(files: readonly Partial<EvidenceFile>[]): Promise<void> {
    return this.database.insert(EvidenceFile, files)
  }

  async update(id: string, facts: Partial<Evidence>): Promise<void> {
    await this.database.writing().update(Evidence, { id }, facts)
  }

  async retire(fileId: string, replacedAt: string): Promise<void> {
    await this.database.writing().update(EvidenceFile, { id: fileId }, { replacedAt })
  }
}

function reachedCondition(actor: Actor, policy: RolePolicy, first: number): Condition {
  const read = visibleCondition(actor, policy, 's', first)
  const kept = keptUnitsCondition(actor, 's', first + read.parameters.length)
  return {
    sql: `(${read.sql} OR (${kept.sql} AND ${onAgreement('e')}))`,
    parameters: [...read.parameters, ...kept.parameters],
  }
}
