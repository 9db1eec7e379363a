import type { Database } from '../db/database'
import { EvidenceUseRow } from '../evidence/evidence-use.entity'
import { Answer } from '../worksheets/answer.entity'
import type { HeldAnswer, HeldUse } from './carry-over'

export interface EarlierRow {
  readonly id: string
  readonly year: number
  readonly instrumentId: string
  readonly worksheetId: string
}

/** What is copied from one cycle to the next. */
export class CarryOverRepository {
  constructor(private readonly database: Database) {}

  /** The satker's assessment of the newest cycle before a year, with its last worksheet. */
  earlier(satkerId: string, year: number): Promise<EarlierRow | undefined> {
    return this.database.one<EarlierRow>(
      `SELECT a.id, c.year, c.instrument_id AS "instrumentId", w.id AS "worksheetId"
         FROM assessments a
         JOIN cycles c ON c.id = a.cycle_id
         JOIN worksheets w ON w.assessment_id = a.id AND w.seat = 'satker' AND w.round = a.round AND w.edition = a.edition
        WHERE a.satker_id = $1 AND c.year < $2 ORDER BY c.year DESC LIMIT 1`,
      [satkerId, year],
    )
  }

  async answers(worksheetId: string): Promise<(HeldAnswer & { versions: Versions })[]> {
    const rows = await this.database.query<Omit<HeldAnswer, 'inputs'> & Versions & { inputs: string | null }>(
      `SELECT question, option, inputs, note, carried, value_version AS "valueVersion", note_version AS "noteVersion"
         FROM answers WHERE worksheet_id = $1 ORDER BY question`,
      [worksheetId],
    )
    return rows.map(({ valueVersion, noteVersion, ...row }) => ({
      ...row,
      inputs: row.inputs === null ? null : (JSON.parse(row.inputs) as Record<string, string>),
      carried: Boolean(row.carried),
      versions: { valueVersion, noteVersion },
    }))
  }

  /** Uses of pieces that were not withdrawn. */
  uses(assessmentId: string): Promise<HeldUse[]> {
    return this.database.query<HeldUse>(
      `SELECT u.question, u.evidence_id AS "evidenceId", u.stages, u.claim, u.page
         FROM evidence_uses u JOIN evidence e ON e.id = u.evidence_id
        WHERE u.assessment_id = $1 AND e.withdrawn_at IS NULL ORDER BY u.created_at, u.id`,
      [assessmentId],
    )
  }

  /** Writes values and notes onto rows that hold no value yet. */
  async writeAnswers(whole: readonly Partial<Answer>[], notes: readonly Partial<Answer>[]): Promise<void> {
    const key = ['worksheetId', 'question'] as const
    await this.database.insert(Answer, whole, {
      key,
      replace: ['option', 'inputs', 'valueVersion', 'valueBy', 'valueAt', 'carried'],
    })
    await this.database.insert(Answer, notes, {
      key,
      replace: ['note', 'noteVersion', 'noteBy', 'noteAt', 'carried'],
    })
  }

  /** A piece that is used there already keeps its own use. */
  writeUses(rows: readonly Partial<EvidenceUseRow>[]): Promise<void> {
    return this.database.insert(EvidenceUseRow, rows, {
      key: ['assessmentId', 'question', 'evidenceId'],
      replace: [],
    })
  }
}

export interface Versions {
  readonly valueVersion: number
  readonly noteVersion: number
}
