import type { Database } from '../db/database'
import type { EvidenceNature } from '../engine/instrument/instrument'
import { SectionScoreRow } from './section-score.entity'

export interface AnswerFacts {
  readonly question: string
  readonly option: string | null
  /** JSON: exact decimal text by key. */
  readonly inputs: string | null
}

export interface UseFacts {
  readonly id: string
  readonly question: string
  readonly nature: EvidenceNature
  /** JSON: a list of stages. */
  readonly stages: string
}

/** What a score is made of, and where it is kept. */
export class ScoringRepository {
  constructor(private readonly database: Database) {}

  /** Answers that count: typed here, or copied and confirmed. */
  answers(worksheetId: string): Promise<AnswerFacts[]> {
    return this.database.query<AnswerFacts>(
      'SELECT question, option, inputs FROM answers WHERE worksheet_id = $1 AND carried = $2',
      [worksheetId, false],
    )
  }

  /** Uses of evidence that was not withdrawn before the present worksheet was frozen; those of prerequisites (`P.`) never change a score. */
  uses(assessmentId: string): Promise<UseFacts[]> {
    return this.database.query<UseFacts>(
      `SELECT u.id, u.question, u.stages, e.nature
         FROM evidence_uses u JOIN evidence e ON e.id = u.evidence_id
        WHERE u.assessment_id = $1 AND u.question NOT LIKE 'P.%'
          AND (e.withdrawn_at IS NULL OR EXISTS (
                SELECT 1 FROM worksheets w JOIN assessments a ON a.id = w.assessment_id
                 WHERE a.id = u.assessment_id AND w.seat = 'satker' AND w.round = a.round AND w.edition = a.edition
                   AND w.frozen_at < e.withdrawn_at))`,
      [assessmentId],
    )
  }

  writeSections(rows: readonly SectionScoreRow[]): Promise<void> {
    return this.database.insert(SectionScoreRow, rows, {
      key: ['worksheetId', 'section'],
      replace: [
        'claimed',
        'substantiated',
        'claimedMicro',
        'substantiatedMicro',
        'questions',
        'answered',
        'evidenced',
        'flagged',
        'contradictory',
      ],
    })
  }

  /** Gives other worksheets the very sections of one. */
  async copySections(from: string, to: readonly string[]): Promise<void> {
    const columns = `section, claimed, substantiated, claimed_micro, substantiated_micro, questions, answered,
      evidenced, flagged, contradictory`
    await this.database.writing().query(
      `INSERT INTO section_scores (worksheet_id, ${columns})
       SELECT w.id, ${columns} FROM section_scores x, worksheets w
        WHERE x.worksheet_id = $1 AND w.id IN ${this.database.listOf('$2')}`,
      [from, JSON.stringify(to)],
    )
  }
}
