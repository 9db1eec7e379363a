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
    return this.rows<AnswerFacts>(
      { question: 'question', option: 'option', inputs: 'inputs' },
      'FROM answers WHERE worksheet_id = $1 AND carried = $2',
      [worksheetId, false],
    )
  }

  /** Uses of evidence that was not withdrawn. */
  uses(assessmentId: string): Promise<UseFacts[]> {
    return this.rows<UseFacts>(
      { id: 'u.id', question: 'u.question', nature: 'e.nature', stages: 'u.stages' },
      `FROM evidence_uses u JOIN evidence e ON e.id = u.evidence_id
        WHERE u.assessment_id = $1 AND e.withdrawn_at IS NULL`,
      [assessmentId],
    )
  }

  /** Many small rows in one JSON text: the driver's work per row would cost more than the query. */
  private async rows<Row>(
    columns: Readonly<Record<keyof Row & string, string>>,
    from: string,
    parameters: readonly unknown[],
  ): Promise<Row[]> {
    const pairs = Object.entries<string>(columns).map(([name, column]) => `'${name}', ${column}`)
    const list = pairs.join(', ')
    const collected =
      this.database.dialect === 'sqlite'
        ? `json_group_array(json_object(${list}))`
        : `COALESCE(json_agg(json_build_object(${list})), '[]')::text`
    const found = await this.database.one<{ rows: string }>(`SELECT ${collected} AS rows ${from}`, parameters)
    return JSON.parse(found?.rows ?? '[]') as Row[]
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
