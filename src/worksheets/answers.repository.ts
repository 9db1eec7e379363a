import type { Database } from '../db/database'
import type { AssessmentStage } from '../engine/stages/stages'
import { Answer } from './answer.entity'
import { COUNTING_ANSWERS, COUNTING_USES, NEVER, type AnswerFacts, type UseFacts } from './scoring.repository'
import type { Facts } from './scoring.service'

/** An answer with the names of those who gave it. */
export interface AnswerRow {
  readonly id: string
  readonly question: string
  readonly option: string | null
  /** JSON: exact decimal text by key. */
  readonly inputs: string | null
  readonly valueVersion: number
  readonly valueByName: string | null
  readonly valueAt: string | null
  readonly note: string
  readonly noteVersion: number
  readonly noteByName: string | null
  readonly noteAt: string | null
  readonly carried: boolean | number
}

/** What stands inside the transaction of a save: whether the worksheet is still open, and the answer there. */
export type StandingRow = { readonly [K in keyof AnswerRow]: AnswerRow[K] | null } & {
  readonly stage: AssessmentStage
  readonly frozenAt: string | null
  /** Whether the head attested any part in this round. */
  readonly attested: boolean | number
}

const COLUMNS = `n.id, n.question, n.option, n.inputs, n.value_version AS "valueVersion", vu.name AS "valueByName",
  n.value_at AS "valueAt", n.note, n.note_version AS "noteVersion", nu.name AS "noteByName",
  n.note_at AS "noteAt", n.carried`
const ANSWER_COLUMNS = [
  'id',
  'question',
  'option',
  'inputs',
  'valueVersion',
  'valueByName',
  'valueAt',
  'note',
  'noteVersion',
  'noteByName',
  'noteAt',
  'carried',
] as const
const STANDING_COLUMNS = ['stage', 'frozenAt', 'attested', ...ANSWER_COLUMNS] as const
const NAMES = 'LEFT JOIN users vu ON vu.id = n.value_by LEFT JOIN users nu ON nu.id = n.note_by'

const standingSql = ({ worksheet, question }: { readonly worksheet: string; readonly question: string }) =>
  `SELECT a.stage, w.frozen_at AS "frozenAt",
          EXISTS (SELECT 1 FROM attestations t WHERE t.assessment_id = a.id AND t.round = a.round
                   AND t.outcome = 'attested' AND t.ended_at IS NULL) AS attested, ${COLUMNS}
     FROM worksheets w
     JOIN assessments a ON a.id = w.assessment_id
     LEFT JOIN answers n ON n.worksheet_id = w.id AND n.question = ${question} ${NAMES}
    WHERE w.id = ${worksheet}`

export class AnswersRepository {
  constructor(private readonly database: Database) {}

  all(worksheetId: string): Promise<AnswerRow[]> {
    return this.database.queryMany<AnswerRow>(
      ANSWER_COLUMNS,
      `SELECT ${COLUMNS} FROM answers n ${NAMES} WHERE n.worksheet_id = $1`,
      [worksheetId],
    )
  }

  /** After the worksheet's lock, never together with it: on PostgreSQL a row read with its lock may be old. */
  standing(worksheetId: string, question: string): Promise<StandingRow | undefined> {
    return this.database.one<StandingRow>(standingSql({ question: '$1', worksheet: '$2' }), [
      question,
      worksheetId,
    ])
  }

  /** As `standing`, with the facts of the whole worksheet, in one trip. */
  async standingWithFacts(
    { id, worksheetId }: { readonly id: string; readonly worksheetId: string },
    question: string,
  ): Promise<{ readonly standing: StandingRow | undefined; readonly facts: Facts }> {
    const [answers, uses, [standing]] = await this.database.queryTogether<
      [AnswerFacts, UseFacts, StandingRow]
    >(
      [
        COUNTING_ANSWERS,
        COUNTING_USES,
        { columns: STANDING_COLUMNS, sql: standingSql({ worksheet: '$1', question: '$5' }) },
      ],
      [worksheetId, false, id, NEVER, question],
    )
    return { standing, facts: { answers, uses } }
  }

  write(answer: Partial<Answer>): Promise<void> {
    return this.database.insert(Answer, [answer], {
      key: ['worksheetId', 'question'],
      replace: (Object.keys(answer) as (keyof Answer)[]).filter(
        key => key !== 'id' && key !== 'worksheetId' && key !== 'question',
      ),
    })
  }
}
