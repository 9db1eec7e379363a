import type { AssessmentContext } from '../assessments/assessment-context'
import type { Database } from '../db/database'
import { exact, scaled, toText } from '../engine/exact'
import type { EvidenceStage, Instrument } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import type { Answers, AnswerValue, EvidenceUse, Score, SectionScore } from '../engine/scoring/score'
import { score } from '../engine/scoring/score-worksheet'
import type { StoredValue } from './answer-content'
import { ScoringRepository, type AnswerFacts, type UseFacts } from './scoring.repository'
import type { SectionScoreRow } from './section-score.entity'

export interface ScoredFacts {
  readonly answers: Answers
  readonly uses: readonly EvidenceUse[]
  readonly score: Score
}

/** The rows that a score is made of; answers that are not confirmed are left out. */
export interface Facts {
  readonly answers: readonly AnswerFacts[]
  readonly uses: readonly (UseFacts | EvidenceUse)[]
}

/** The bridge between the rows of a worksheet and the engine. */
export class ScoringService {
  private readonly scoring: ScoringRepository

  constructor(database: Database) {
    this.scoring = new ScoringRepository(database)
  }

  /** The score of the satker's present worksheet, with the facts it was made of. One statement, two of a frozen worksheet. */
  async scoreOf(assessment: AssessmentContext): Promise<ScoredFacts> {
    return scoreFrom(assessment, await this.factsOf(assessment))
  }

  /** A frozen worksheet keeps the evidence it saw: a piece may change its nature or be withdrawn afterwards. */
  async factsOf({ id, worksheetId, frozenAt }: AssessmentContext): Promise<Facts> {
    const [[answers, uses], seen] = await Promise.all([
      this.scoring.facts(worksheetId, id, frozenAt),
      frozenAt === null ? null : this.scoring.frozenUses(worksheetId),
    ])
    return { answers, uses: seen ?? uses }
  }

  /** Scores again after a change and stores as `store` does. Must be called inside the transaction of the change. */
  async rescore(assessment: AssessmentContext, questions?: readonly string[]): Promise<ScoredFacts> {
    const scored = await this.scoreOf(assessment)
    await this.store(assessment, scored.score, questions)
    return scored
  }

  /**
   * Stores the sections that lie on the way up from the changed questions (all of them when none are named). Must be
   * called inside the transaction of the change.
   */
  async store(assessment: AssessmentContext, score: Score, questions?: readonly string[]): Promise<void> {
    const touched = questions && sectionsAbove(assessment, questions)
    const rows = [...score.sections.values()]
      .filter(section => !touched || touched.has(section.code))
      .map(section => rowOf(assessment.worksheetId, section))
    await this.scoring.writeSections(rows)
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

export function scoreFrom(assessment: AssessmentContext, facts: Facts): ScoredFacts {
  const answers: Answers = new Map(facts.answers.flatMap(row => answerOf(row)))
  // Prerequisites have evidence too; they stand beside the score.
  const uses = facts.uses.filter(row => !row.question.startsWith('P.')).map(useOf)
  return {
    answers,
    uses,
    score: score(assessment.instrument, answers, uses, { areaGates: assessment.areaGates }),
  }
}

/** The facts with another answer to one question. */
export const withAnswer = (facts: Facts, question: string, { option, inputs }: StoredValue): Facts => ({
  ...facts,
  answers: [
    ...facts.answers.filter(row => row.question !== question),
    { question, option, inputs: inputs && JSON.stringify(inputs) },
  ],
})

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

const useOf = (row: UseFacts | EvidenceUse): EvidenceUse =>
  typeof row.stages === 'string' ? { ...row, stages: stagesOf(row.stages) } : (row as EvidenceUse)

/** A worksheet has hundreds of uses and only a handful of different lists of stages. */
const knownStages = new Map<string, readonly EvidenceStage[]>()
const MOST_KNOWN = 1_000

function stagesOf(text: string): readonly EvidenceStage[] {
  const known = knownStages.get(text)
  if (known) return known
  if (knownStages.size >= MOST_KNOWN) knownStages.clear()
  const stages = JSON.parse(text) as EvidenceStage[]
  knownStages.set(text, stages)
  return stages
}

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
