import type { AssessmentContext } from '../assessments/assessment-context'
import { equals } from '../engine/exact'
import { lookup } from '../engine/instrument/lookup'
import type { EvidenceUse, QuestionScore, Score } from '../engine/scoring/score'
import { undecidedBecause, type DecidedQuestion } from '../engine/stages/decisions'
import type { FrozenDocument } from '../frozen/frozen-document'
import type { AnswerFacts } from '../worksheets/scoring.repository'
import { scoreFrom } from '../worksheets/scoring.service'
import type { Change } from './apply-saying'
import type {
  SheetAnswer,
  SheetDecision,
  SheetRow,
  SheetRows,
  SheetRuling,
  SheetVerdict,
} from './evaluations.repository'

/** Everything on one evaluator's worksheet, scored with its own verdicts on the evidence that the satker handed in. */
export interface SheetContents {
  readonly sheet: SheetRow
  readonly answers: ReadonlyMap<string, SheetAnswer>
  readonly decisions: ReadonlyMap<string, SheetDecision>
  /** By use. */
  readonly verdicts: ReadonlyMap<string, SheetVerdict>
  readonly rulings: readonly SheetRuling[]
  /** The uses of evidence that the satker handed in. */
  readonly uses: readonly EvidenceUse[]
  readonly score: Score
}

export function sheetContents(
  assessment: AssessmentContext,
  sheet: SheetRow,
  uses: readonly EvidenceUse[],
  rows: SheetRows,
): SheetContents {
  const verdicts = new Map(rows.verdicts.map(row => [row.useId, row]))
  return {
    sheet,
    answers: new Map(rows.answers.map(row => [row.question, row])),
    decisions: new Map(rows.decisions.map(row => [row.question, row])),
    verdicts,
    rulings: rows.rulings,
    uses,
    score: scoreOfSheet(assessment, uses, rows.answers, verdicts),
  }
}

/** Whether a change can move a score: what was decided, ruled or written cannot. */
export const movesScore = (before: SheetContents, question: string, { answer, verdict }: Change): boolean =>
  verdict !== undefined ||
  (answer !== undefined && answer.valueVersion !== (before.answers.get(question)?.valueVersion ?? 0))

/** The sheet as it stands with some changes of one question, scored anew where they can move the score. */
export function changedContents(
  assessment: AssessmentContext,
  contents: SheetContents,
  question: string,
  changes: readonly Change[],
): SheetContents {
  const answers = new Map(contents.answers)
  const decisions = new Map(contents.decisions)
  const verdicts = new Map(contents.verdicts)
  let rulings = contents.rulings
  for (const { answer, decision, verdict, ruling } of changes) {
    if (answer) answers.set(question, answer)
    if (decision) decisions.set(question, decision)
    if (verdict?.verdict === null) verdicts.delete(verdict.useId)
    else if (verdict) verdicts.set(verdict.useId, verdict)
    if (ruling) {
      rulings = rulings.filter(row => row.question !== question || row.kind !== ruling.kind)
      if (ruling.ruling !== null) rulings = [...rulings, ruling]
    }
  }
  const score = changes.some(change => movesScore(contents, question, change))
    ? scoreOfSheet(assessment, contents.uses, [...answers.values()], verdicts)
    : contents.score
  return { ...contents, answers, decisions, verdicts, rulings, score }
}

/** The score of answers over the evidence that was handed in, with the verdicts of one worksheet. */
export function scoreOfSheet(
  assessment: AssessmentContext,
  uses: readonly EvidenceUse[],
  answers: readonly AnswerFacts[],
  verdicts: ReadonlyMap<string, Pick<SheetVerdict, 'verdict'>>,
): Score {
  const judged = uses.map(use => {
    const verdict = verdicts.get(use.id)?.verdict
    return verdict ? { ...use, verdict } : use
  })
  return scoreFrom(assessment, { answers, uses: judged }).score
}

/** Scores of the questions as they stand in the column before, without any verdict of this worksheet. */
export type ValuesBefore = ReadonlyMap<string, Pick<QuestionScore, 'state' | 'value'>>

/** How a question stands on the worksheet against the column before. */
export function decidedQuestion(
  contents: SheetContents,
  before: ValuesBefore,
  code: string,
): DecidedQuestion {
  const answer = contents.answers.get(code)
  const own = (answer?.noteVersion ?? 0) > 0
  const same = sameAsBefore(contents, before, code)
  return {
    decision: contents.decisions.get(code)?.decision ?? null,
    same,
    // A note that was copied explains the copied value, not a new one.
    note: same || own || (answer?.valueVersion ?? 0) === 0 ? (answer?.note ?? '') : '',
  }
}

/** Whether a question has the value of the column before. */
export const sameAsBefore = (
  { score }: Pick<SheetContents, 'score'>,
  before: ValuesBefore,
  code: string,
): boolean => sameValue(score.questions.get(code), before.get(code))

export const sameValue = (
  one: Pick<QuestionScore, 'state' | 'value'> | undefined,
  other: Pick<QuestionScore, 'state' | 'value'> | undefined,
): boolean =>
  one !== undefined && other !== undefined && one.state === other.state && equals(one.value, other.value)

export interface Progress {
  readonly questions: number
  readonly decided: number
  /** Undecided questions, in the order of the instrument. */
  readonly undecided: readonly string[]
}

/** Decisions made, of all questions: copied values are none. */
export function progressOf(
  assessment: AssessmentContext,
  contents: SheetContents,
  before: ValuesBefore,
): Progress {
  const codes = [...lookup(assessment.instrument).questions.keys()]
  const undecided = codes.filter(code => undecidedBecause(decidedQuestion(contents, before, code)) !== null)
  return { questions: codes.length, decided: codes.length - undecided.length, undecided }
}

/** Undecided questions whose value is the one before: those that can be agreed with in one go. */
export const agreeable = (
  contents: SheetContents,
  before: ValuesBefore,
  { undecided }: Progress,
): readonly string[] =>
  undecided.filter(
    code => (contents.decisions.get(code)?.decision ?? null) === null && sameAsBefore(contents, before, code),
  )

/** The uses of evidence that a handed-in worksheet of the satker saw. */
export function usesOfDocument({
  questions,
  evidence,
}: Pick<FrozenDocument, 'questions' | 'evidence'>): EvidenceUse[] {
  const natures = new Map(evidence.map(piece => [piece.id, piece.nature]))
  return questions.flatMap(({ code, uses }) =>
    uses.map(use => ({ id: use.id, question: code, nature: natures.get(use.evidence)!, stages: use.stages })),
  )
}
