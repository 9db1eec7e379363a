import type { Database, ListQuery } from '../db/database'
import type { EvidenceNature } from '../engine/instrument/instrument'
import type { EvidenceUse } from '../engine/scoring/score'
import type { FrozenDocument } from '../frozen/frozen-document'
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

export const NEVER = '9999'

/**
 * Answers that count (typed here, or copied and confirmed) of worksheet $1, $2 being false; and uses in assessment $3 of
 * evidence that was not withdrawn, or only after $4, when the worksheet was frozen: that one keeps what it saw.
 */
export const COUNTING_ANSWERS: ListQuery<AnswerFacts> = {
  columns: ['question', 'option', 'inputs'],
  sql: 'SELECT question, option, inputs FROM answers WHERE worksheet_id = $1 AND carried = $2',
}
export const COUNTING_USES: ListQuery<UseFacts> = {
  columns: ['id', 'question', 'nature', 'stages'],
  sql: `SELECT u.id, u.question, e.nature, u.stages
          FROM evidence_uses u JOIN evidence e ON e.id = u.evidence_id
         WHERE u.assessment_id = $3 AND (e.withdrawn_at IS NULL OR e.withdrawn_at > $4)`,
}

/** What a score is made of, and where it is kept. */
export class ScoringRepository {
  constructor(private readonly database: Database) {}

  facts(
    worksheetId: string,
    assessmentId: string,
    frozenAt: string | null,
  ): Promise<[AnswerFacts[], UseFacts[]]> {
    return this.database.queryTogether<[AnswerFacts, UseFacts]>(
      [COUNTING_ANSWERS, COUNTING_USES],
      [worksheetId, false, assessmentId, frozenAt ?? NEVER],
    )
  }

  /** The uses that a frozen worksheet saw, from its own document; null when it has none. */
  async frozenUses(worksheetId: string): Promise<EvidenceUse[] | null> {
    const stored = await this.database.one<{ document: string }>(
      'SELECT document FROM frozen_worksheets WHERE worksheet_id = $1',
      [worksheetId],
    )
    if (!stored) return null
    const { questions, evidence } = JSON.parse(stored.document) as FrozenDocument
    const natures = new Map(evidence.map(piece => [piece.id, piece.nature]))
    return questions.flatMap(({ code, uses }) =>
      uses.map(use => ({
        id: use.id,
        question: code,
        nature: natures.get(use.evidence)!,
        stages: use.stages,
      })),
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
