import type { Database } from '../db/database'
import { ReturnedQuestion } from './returned-question.entity'

/** A question that came back, and whether its answer, note or evidence changed since. */
export interface RepairRow {
  readonly question: string
  readonly note: string
  readonly reply: string
  readonly repliedByName: string | null
  readonly repliedAt: string | null
  readonly createdByName: string | null
  readonly createdAt: string
  readonly changed: boolean | number
}

export class RepairsRepository {
  constructor(private readonly database: Database) {}

  /** What came back for a round; `worksheetId` is the satker's worksheet of that round. */
  ofRound(assessmentId: string, round: number, worksheetId: string): Promise<RepairRow[]> {
    return this.database.query<RepairRow>(
      `SELECT r.question, r.note, r.reply, ru.name AS "repliedByName", r.replied_at AS "repliedAt",
              cu.name AS "createdByName", r.created_at AS "createdAt",
              (EXISTS (SELECT 1 FROM answers n WHERE n.worksheet_id = $1 AND n.question = r.question
                        AND (n.value_at > r.created_at OR n.note_at > r.created_at))
               OR EXISTS (SELECT 1 FROM evidence_uses u JOIN evidence_files f ON f.evidence_id = u.evidence_id
                           WHERE u.assessment_id = r.assessment_id AND u.question = r.question
                             AND (u.created_at > r.created_at OR f.uploaded_at > r.created_at))) AS changed
         FROM returned_questions r LEFT JOIN users ru ON ru.id = r.replied_by
         LEFT JOIN users cu ON cu.id = r.created_by
        WHERE r.assessment_id = $2 AND r.round = $3`,
      [worksheetId, assessmentId, round],
    )
  }

  async reply(
    { assessmentId, round, question }: Pick<ReturnedQuestion, 'assessmentId' | 'round' | 'question'>,
    said: Pick<ReturnedQuestion, 'reply' | 'repliedBy' | 'repliedAt'>,
  ): Promise<void> {
    await this.database.writing().update(ReturnedQuestion, { assessmentId, round, question }, said)
  }
}
