import type { Database } from '../db/database'
import type { StoredSection } from './stored-score'

export interface ResponsibleRow {
  /** A question's code for an assignment; null for a member of the team. */
  readonly question: string | null
  readonly role: string | null
  readonly parts: string | null
  readonly userId: string
  readonly name: string
}

export interface BeforeSubmission {
  /** Parts that the head attested in this round and that still stand. */
  readonly attested: ReadonlySet<string>
  /** Parts that the head sent back to their pokja in this round, with what should be done. */
  readonly returned: readonly { readonly part: string; readonly remark: string }[]
  /** Answers copied from an earlier cycle that nobody confirmed yet. */
  readonly carried: number
  /** By question, the id of the person it was given to. */
  readonly assigned: ReadonlyMap<string, string>
}

/** What the pages of one assessment show beside its answers. */
export class AssessmentFactsRepository {
  constructor(private readonly database: Database) {}

  sections(worksheetId: string): Promise<StoredSection[]> {
    return this.database.query<StoredSection>(
      `SELECT section, claimed, substantiated, answered, evidenced, flagged, contradictory
         FROM section_scores WHERE worksheet_id = $1`,
      [worksheetId],
    )
  }

  async beforeSubmission(
    assessmentId: string,
    round: number,
    worksheetId: string,
  ): Promise<BeforeSubmission> {
    const rows = await this.database.query<{
      kind: 'attested' | 'returned' | 'assigned' | 'carried'
      subject: string
      said: string
      carried: number
    }>(
      `SELECT outcome AS kind, part AS subject, remark AS said, 0 AS carried FROM attestations
        WHERE assessment_id = $1 AND round = $2 AND ended_at IS NULL
        UNION ALL
       SELECT 'assigned', question, user_id, 0 FROM assignments WHERE assessment_id = $1
        UNION ALL
       SELECT 'carried', '', '', COUNT(*) FROM answers WHERE worksheet_id = $3 AND carried = $4`,
      [assessmentId, round, worksheetId, true],
    )
    const ofKind = (kind: string) => rows.filter(row => row.kind === kind)
    return {
      attested: new Set(ofKind('attested').map(row => row.subject)),
      returned: ofKind('returned').map(({ subject, said }) => ({ part: subject, remark: said })),
      assigned: new Map(ofKind('assigned').map(row => [row.subject, row.said])),
      carried: rows.reduce((count, row) => count + Number(row.carried), 0),
    }
  }

  /** Assignments of questions, and the team of the satker on a civil date. */
  responsible(assessmentId: string, satkerId: string, today: string): Promise<ResponsibleRow[]> {
    return this.database.query<ResponsibleRow>(
      `SELECT a.question, NULL AS role, NULL AS parts, u.id AS "userId", u.name
         FROM assignments a JOIN users u ON u.id = a.user_id WHERE a.assessment_id = $1
        UNION ALL
       SELECT NULL, m.role, m.parts, u.id, u.name
         FROM memberships m JOIN users u ON u.id = m.user_id
        WHERE m.satker_id = $2 AND m.role IN ('chair', 'member') AND m.valid_from <= $3
          AND (m.valid_until IS NULL OR m.valid_until >= $3) AND u.disabled_at IS NULL
        ORDER BY 5`,
      [assessmentId, satkerId, today],
    )
  }

  /** Every cycle's assessment of some satker, the newest first. */
  ofSatker(
    satkerIds: readonly string[],
  ): Promise<{ id: string; satkerId: string; satkerName: string; year: number }[]> {
    const places = satkerIds.map((_, index) => `$${index + 1}`).join(', ')
    return this.database.query(
      `SELECT a.id, s.id AS "satkerId", s.name AS "satkerName", c.year
         FROM assessments a JOIN cycles c ON c.id = a.cycle_id JOIN satker s ON s.id = a.satker_id
        WHERE a.satker_id IN (${places || 'NULL'}) ORDER BY c.year DESC, s.name`,
      satkerIds,
    )
  }
}
