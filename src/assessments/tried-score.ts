import { equals, round } from '../engine/exact'
import type { Instrument } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import type { Answers, AnswerValue, Missing, Score } from '../engine/scoring/score'
import { score } from '../engine/scoring/score-worksheet'
import { formatDecimal } from '../web/format/number'
import type { ScoredFacts } from '../worksheets/scoring.service'
import type { AssessmentContext } from './assessment-context'
import type { MissingQuery } from './missing.form'
import { tryOut } from './what-if'

/** The score of what is tried; null when nothing differs from what stands. */
export function triedScore(
  assessment: AssessmentContext,
  { answers, uses }: ScoredFacts,
  missing: Missing,
  query: MissingQuery,
): Score | null {
  const steps = missing.steps.filter(step => query.steps.has(step.question))
  // The field of an index always comes along; another question is only named when somebody chose it.
  const assumptions = query.assumptions.filter(
    ({ question, answer }) =>
      (query.proven && !query.indexes.has(question)) || !sameAnswer(answer, answers.get(question)),
  )
  if (steps.length + assumptions.length === 0) return null
  const tried = tryOut(assessment.instrument, { answers, uses }, { steps, assumptions, proven: query.proven })
  return score(assessment.instrument, tried.answers, tried.uses, { areaGates: assessment.areaGates })
}

function sameAnswer(one: AnswerValue, other: AnswerValue | undefined): boolean {
  if (!other) return false
  if ('option' in one || 'option' in other)
    return 'option' in one && 'option' in other && one.option === other.option
  return Object.entries(one.inputs).every(([key, value]) => {
    const now = other.inputs[key]
    return now !== undefined && equals(value, now)
  })
}

/** The answers to index questions as they are typed: `3,62`. */
export function typedIndexes(instrument: Instrument, answers: Answers): ReadonlyMap<string, string> {
  const typed = [...lookup(instrument).questions.values()].flatMap(({ question }) => {
    if (question.kind !== 'index') return []
    const answer = answers.get(question.code)
    const value = answer && 'inputs' in answer ? answer.inputs[question.inputs[0].key] : undefined
    return value ? [[question.code, formatDecimal(round(value, 2))] as const] : []
  })
  return new Map(typed)
}
