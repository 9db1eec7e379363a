import type { Actor } from '../access/actor'
import type { AssessmentContext } from '../assessments/assessment-context'
import type { Database } from '../db/database'
import type { EvidenceService, VisibleUse } from '../evidence/evidence.service'
import { usesByQuestion } from '../evidence/in-question.page'
import { AnswersRepository, type AnswerRow } from './answers.repository'
import { scoreFrom, type ScoredFacts } from './scoring.service'

/** A worksheet as one actor may see it, scored. */
export interface WorksheetContents {
  readonly rows: ReadonlyMap<string, AnswerRow>
  readonly uses: ReadonlyMap<string, readonly VisibleUse[]>
  readonly score: ScoredFacts['score']
}

/** Reading the satker's present worksheet. */
export class WorksheetsService {
  private readonly answers: AnswersRepository

  constructor(
    database: Database,
    private readonly evidence: EvidenceService,
  ) {
    this.answers = new AnswersRepository(database)
  }

  /** Everything on the worksheet, scored from the same rows, or as it was frozen. Two statements, three once frozen. */
  async contents(actor: Actor, assessment: AssessmentContext): Promise<WorksheetContents> {
    const [rows, uses] = await Promise.all([
      this.answers.all(assessment.worksheetId),
      this.evidence.usesOf(assessment, actor),
    ])
    const answers = rows.filter(row => !row.carried)
    const { score } = scoreFrom(assessment, { answers, uses })
    return { rows: new Map(rows.map(row => [row.question, row])), uses: usesByQuestion(uses), score }
  }
}
