import type { AssessmentContext } from '../assessments/assessment-context'
import type { Database } from '../db/database'
import { exact, scaled, toText } from '../engine/exact'
import type { EvidenceStage, Instrument } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import type { Answers, AnswerValue, EvidenceUse, Score, SectionScore } from '../engine/scoring/score'
import { score } from '../engine/scoring/score-worksheet'
import { ScoringRepository, type AnswerFacts, type UseFacts } from './scoring.repository'
import type { SectionScoreRow } from './section-score.entity'

export interface ScoredFacts {
  readonly answers: Answers
  readonly uses: readonly EvidenceUse[]
  readonly score: Score
}

/** The bridge between the rows of a worksheet and the engine. */
export class ScoringService {
  private readonly scoring: ScoringRepository

  constructor(database: Database) {
    this.scoring = new ScoringRepository(database)
  }

  /** The score of the satker's present worksheet, with the facts it was made of. Two statements. */
  async scoreOf(assessment: AssessmentContext): Promise<ScoredFacts> {
    const [answerRows, useRows] = await Promise.all([
      this.scoring.answers(assessment.worksheetId),
      this.usesOf(assessment),
    ])
    return scoreFrom(assessment, answerRows, useRows)
  }

  /** A frozen worksheet keeps the evidence it saw: a piece may change its nature or be withdrawn afterwards. */
  private async usesOf({ id, worksheetId, frozenAt }: AssessmentContext) {
    const seen = frozenAt === null ? null : await this.scoring.frozenUses(worksheetId)
    return seen ?? this.scoring.uses(id, frozenAt)
  }

  /**
   * Scores again after a change and stores the sections that lie on the way up from the changed questions
   * (all of them when none are named). Must be called inside the transaction of the change.
   */
  async rescore(assessment: AssessmentContext, questions?: readonly string[]): Promise<ScoredFacts> {
    const facts = await this.scoreOf(assessment)
    const touched = questions && sectionsAbove(assessment, questions)
    const rows = [...facts.score.sections.values()]
      .filter(section => !touched || touched.has(section.code))
      .map(section => rowOf(assessment.worksheetId, section))
    await this.scoring.writeSections(rows)
    return facts
  }

  /** Stores the sections of worksheets in which nothing is answered yet. Must be called inside the transaction that makes them. */
  async storeEmpty(instrument: Instrument, worksheetIds: readonly string[]): Promise<void> {
    const [first, ...others] = worksheetIds
    if (first === undefined) return
    // How area gates are read moves no section.
    const { sections } = score(instrument, new Map(), [], { areaGates: 'joint' })
    await this.scoring.writeSections([...sections.values()].map(section => rowOf(first, section)))
    await this.scoring.copySections(first, others)
  }
}

/** The score of rows that a page has read anyway. Answers that are not confirmed must be left out. */
export function scoreFrom(
  assessment: AssessmentContext,
  answerRows: readonly AnswerFacts[],
  useRows: readonly (UseFacts | EvidenceUse)[],
): ScoredFacts {
  const answers: Answers = new Map(answerRows.flatMap(row => answerOf(row)))
  // Prerequisites have evidence too; they stand beside the score.
  const uses = useRows.filter(row => !row.question.startsWith('P.')).map(useOf)
  return {
    answers,
    uses,
    score: score(assessment.instrument, answers, uses, { areaGates: assessment.areaGates }),
  }
}

/** Codes of every section whose score an answer to one of the questions can move. */
function sectionsAbove(assessment: AssessmentContext, questions: readonly string[]): Set<string> {
  const { questions: places, areas } = lookup(assessment.instrument)
  const codes = new Set<string>(['total'])
  for (const code of questions) {
    for (const ancestor of places.get(code)?.ancestors ?? []) codes.add(ancestor)
    for (const area of areas.values())
      if (area.questions.some(question => question.code === code)) codes.add(area.code)
  }
  return codes
}

function answerOf(row: AnswerFacts): [string, AnswerValue][] {
  if (row.option !== null) return [[row.question, { option: row.option }]]
  if (row.inputs === null) return []
  const typed = JSON.parse(row.inputs) as Record<string, string>
  const inputs = Object.fromEntries(Object.entries(typed).map(([key, text]) => [key, exact(text)]))
  return Object.keys(inputs).length === 0 ? [] : [[row.question, { inputs }]]
}

const useOf = (row: UseFacts | EvidenceUse): EvidenceUse => ({
  id: row.id,
  question: row.question,
  nature: row.nature,
  stages: typeof row.stages === 'string' ? (JSON.parse(row.stages) as EvidenceStage[]) : row.stages,
})

const rowOf = (worksheetId: string, section: SectionScore): SectionScoreRow => ({
  worksheetId,
  section: section.code,
  claimed: toText(section.claimed),
  substantiated: toText(section.substantiated),
  claimedMicro: scaled(section.claimed),
  substantiatedMicro: scaled(section.substantiated),
  questions: section.questions,
  answered: section.answered,
  evidenced: section.evidenced,
  flagged: section.flagged,
  contradictory: section.contradictory,
})
