import type { Actor } from '../access/actor'
import type { ResponsibleRow } from '../assessments/assessment-facts.repository'
import type { AssessmentContext } from '../assessments/assessment-context'
import type { Database } from '../db/database'
import type { EvidenceNature } from '../engine/instrument/instrument'
import { openedCondition } from '../evidence/evidence-access'

export interface LetterheadRow {
  readonly code: string
  readonly kind: string
  readonly city: string
  /** Lines of the letterhead. */
  readonly letterhead: string
  readonly logoSha256: string | null
  readonly logoType: string | null
}

export interface PrerequisiteValueRow {
  readonly prerequisite: string
  readonly value: string | null
  readonly note: string
}

/** A use with its piece. */
export interface IndexRow {
  readonly evidenceId: string
  readonly title: string
  readonly nature: EvidenceNature
  readonly happenedOn: string | null
  readonly happenedUntil: string | null
  readonly question: string
  /** JSON: a list of stages. */
  readonly stages: string
  /** 0/1 on SQLite. */
  readonly opened: boolean | number
}

export interface IndexFileRow {
  readonly evidenceId: string
  /** Null for a link. */
  readonly sha256: string | null
}

export interface TeamRow extends ResponsibleRow {
  readonly nip: string | null
  readonly acting: boolean | number
}

const NEVER = '9999'

/** What the report shows beside the score. A frozen worksheet keeps the pieces and versions it saw. */
export class ReportsRepository {
  constructor(private readonly database: Database) {}

  letterhead(satkerId: string): Promise<LetterheadRow | undefined> {
    return this.database.one<LetterheadRow>(
      `SELECT code, kind, city, letterhead, logo_sha256 AS "logoSha256", logo_type AS "logoType"
         FROM satker WHERE id = $1`,
      [satkerId],
    )
  }

  prerequisites(assessmentId: string): Promise<PrerequisiteValueRow[]> {
    return this.database.query<PrerequisiteValueRow>(
      'SELECT prerequisite, value, note FROM prerequisite_values WHERE assessment_id = $1',
      [assessmentId],
    )
  }

  /** Uses in the order they were made. */
  index(assessment: AssessmentContext, actor: Actor): Promise<IndexRow[]> {
    const opened = openedCondition(actor, assessment, 'e', 1)
    const next = opened.parameters.length + 1
    return this.database.query<IndexRow>(
      `SELECT e.id AS "evidenceId", e.title, e.nature, e.happened_on AS "happenedOn",
              e.happened_until AS "happenedUntil", u.question, u.stages, ${opened.sql} AS opened
         FROM evidence_uses u JOIN evidence e ON e.id = u.evidence_id
        WHERE u.assessment_id = $${next} AND (e.withdrawn_at IS NULL OR e.withdrawn_at > $${next + 1})
        ORDER BY u.created_at, u.id`,
      [...opened.parameters, assessment.id, assessment.frozenAt ?? NEVER],
    )
  }

  /** Files and links of the pieces in use: the versions that stand, or stood when the worksheet was frozen. */
  files(assessment: AssessmentContext): Promise<IndexFileRow[]> {
    return this.database.query<IndexFileRow>(
      `SELECT f.evidence_id AS "evidenceId", f.sha256
         FROM evidence_files f
        WHERE f.evidence_id IN (SELECT evidence_id FROM evidence_uses WHERE assessment_id = $1)
          AND f.uploaded_at <= $2 AND (f.replaced_at IS NULL OR f.replaced_at > $2)
        ORDER BY f.evidence_id, f.slot`,
      [assessment.id, assessment.frozenAt ?? NEVER],
    )
  }

  /** Assignments of questions, and head, chair and members of the satker on a civil date; an acting head first. */
  team(assessment: AssessmentContext, on: string): Promise<TeamRow[]> {
    return this.database.query<TeamRow>(
      `SELECT a.question, NULL AS role, NULL AS parts, u.name, NULL AS nip, $1 AS acting, '' AS since
         FROM assignments a JOIN users u ON u.id = a.user_id WHERE a.assessment_id = $2
        UNION ALL
       SELECT NULL, m.role, m.parts, u.name, u.nip, m.acting, m.valid_from
         FROM memberships m JOIN users u ON u.id = m.user_id
        WHERE m.satker_id = $3 AND m.role IN ('head', 'chair', 'member') AND m.valid_from <= $4
          AND (m.valid_until IS NULL OR m.valid_until >= $4)
        ORDER BY acting DESC, since DESC, name`,
      [false, assessment.id, assessment.satkerId, on],
    )
  }
}
