import {
  agreementOf,
  stepsOf,
  VALUE_STEPS,
  type Agreement,
  type RatedPair,
} from '../engine/calibration/agreement'
import { compare, sub, ZERO, type Exact } from '../engine/exact'
import type { Instrument, Question } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'

/** The values of one unit by question, as its member and its second scorer handed them in. */
export interface ScoredTwice {
  readonly sample: number
  /** The member, whose hand is compared. */
  readonly evaluator: { readonly id: string; readonly name: string }
  readonly first: ReadonlyMap<string, { readonly value: Exact }>
  readonly second: ReadonlyMap<string, { readonly value: Exact }>
}

export interface QuestionAgreement extends Agreement {
  readonly question: Question
  readonly part: string
}

export interface EvaluatorAgreement extends Agreement {
  readonly id: string
  readonly name: string
  readonly units: number
}

/** The part whose questions are compared; `''` for all. */
export function compareScorers(
  instrument: Instrument,
  units: readonly ScoredTwice[],
  part: string,
): {
  /** The most ambiguous first: those in which the fewest agree, then by the size of the difference. */
  readonly questions: readonly QuestionAgreement[]
  /** From the hardest hand to the softest. */
  readonly evaluators: readonly EvaluatorAgreement[]
} {
  const { questions, partOfQuestion } = lookup(instrument)
  const wanted = [...questions.values()]
    .map(({ question }) => ({ question, part: partOfQuestion.get(question.code) ?? '' }))
    .filter(one => part === '' || one.part === part)
  const codes = wanted.map(({ question }) => question.code)
  return {
    questions: wanted
      .map(one => ({ ...one, ...agreementOf(pairsOf(units, [one.question.code]), stepsOf(one.question)) }))
      .filter(({ pairs }) => pairs > 0)
      .sort((a, b) => compare(a.equal!, b.equal!) || compare(size(b.difference!), size(a.difference!))),
    evaluators: evaluatorsOf(units)
      .map(({ own, ...one }) => ({ ...one, ...agreementOf(pairsOf(own, codes), VALUE_STEPS) }))
      .filter(({ pairs }) => pairs > 0)
      .sort((a, b) => compare(b.difference!, a.difference!) || a.name.localeCompare(b.name, 'id')),
  }
}

const pairsOf = (units: readonly ScoredTwice[], codes: readonly string[]): RatedPair[] =>
  units.flatMap(({ first, second }) =>
    codes.flatMap(code => {
      const [one, other] = [first.get(code), second.get(code)]
      return one && other ? [{ first: one.value, second: other.value }] : []
    }),
  )

function evaluatorsOf(units: readonly ScoredTwice[]) {
  const byId = new Map<string, ScoredTwice[]>()
  for (const unit of units) byId.set(unit.evaluator.id, [...(byId.get(unit.evaluator.id) ?? []), unit])
  return [...byId].map(([id, own]) => ({ id, name: own[0]!.evaluator.name, units: own.length, own }))
}

const size = (value: Exact): Exact => (compare(value, ZERO) < 0 ? sub(ZERO, value) : value)
