import type { AssessmentContext } from '../assessments/assessment-context'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { Attestation } from './attestation.entity'

/** What the head said of a part, with the name. */
export interface AttestationRow {
  readonly id: string
  readonly part: string
  readonly outcome: 'attested' | 'returned'
  readonly remark: string
  readonly acting: boolean | number
  readonly createdBy: string
  readonly createdByName: string | null
  readonly createdAt: string
  readonly endedAt: string | null
  readonly endedBecause: string
}

/** One version of something that a part consists of. */
export interface VersionRow {
  readonly question: string
  readonly versions: string
}

export class AttestationsRepository {
  constructor(private readonly database: Database) {}

  /** Everything said in a round, the oldest first. */
  ofRound(assessmentId: string, round: number): Promise<AttestationRow[]> {
    return this.database.query<AttestationRow>(
      `SELECT t.id, t.part, t.outcome, t.remark, t.acting, t.created_by AS "createdBy", u.name AS "createdByName",
              t.created_at AS "createdAt", t.ended_at AS "endedAt", t.ended_because AS "endedBecause"
         FROM attestations t LEFT JOIN users u ON u.id = t.created_by
        WHERE t.assessment_id = $1 AND t.round = $2 ORDER BY t.created_at, t.id`,
      [assessmentId, round],
    )
  }

  /** Attestations of a round that still stand, for the named parts. */
  async standing(
    assessmentId: string,
    round: number,
    parts: readonly string[],
  ): Promise<Pick<Attestation, 'id' | 'part'>[]> {
    const rows = await this.database.query<Pick<Attestation, 'id' | 'part'>>(
      `SELECT id, part FROM attestations
        WHERE assessment_id = $1 AND round = $2 AND outcome = 'attested' AND ended_at IS NULL`,
      [assessmentId, round],
    )
    return rows.filter(row => parts.includes(row.part))
  }

  /** The versions of every answer, and of every use with its piece and its newest file. */
  versions({ id, worksheetId }: AssessmentContext): Promise<VersionRow[]> {
    return this.database.query<VersionRow>(
      `SELECT question, id || ' ' || value_version || ' ' || note_version AS versions
         FROM answers WHERE worksheet_id = $1
        UNION ALL
       SELECT u.question, u.id || ' ' || u.version || ' ' || e.version || ' ' || COALESCE(
                (SELECT MAX(f.id) FROM evidence_files f WHERE f.evidence_id = e.id), '')
         FROM evidence_uses u JOIN evidence e ON e.id = u.evidence_id
        WHERE u.assessment_id = $2 AND e.withdrawn_at IS NULL`,
      [worksheetId, id],
    )
  }

  /** Repeats in another round what stands attested in one, with its author and time. */
  async copy(
    assessmentId: string,
    from: number,
    to: number,
    wanted: (part: string) => boolean,
  ): Promise<void> {
    const standing = await this.database.query<Attestation>(
      `SELECT part, outcome, remark, acting, created_by AS "createdBy", created_at AS "createdAt" FROM attestations
        WHERE assessment_id = $1 AND round = $2 AND outcome = 'attested' AND ended_at IS NULL`,
      [assessmentId, from],
    )
    await this.database.insert(
      Attestation,
      standing
        .filter(row => wanted(row.part))
        .map(row => ({
          ...row,
          acting: Boolean(row.acting),
          id: newId(),
          assessmentId,
          round: to,
          endedBecause: '',
        })),
    )
  }

  async insert(attestation: Partial<Attestation>): Promise<void> {
    await this.database.insert(Attestation, [attestation])
  }

  async end(id: string, endedAt: string, endedBecause: string): Promise<void> {
    await this.database.writing().update(Attestation, { id }, { endedAt, endedBecause })
  }
}
