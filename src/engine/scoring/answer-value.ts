import { compare, div, isZero, max, min, ONE, sub, sum, ZERO, type Exact } from '../exact'
import { checkInput } from '../instrument/read-input'
import type {
  AsksAbout,
  ChoiceQuestion,
  EvidenceStage,
  IndexQuestion,
  Question,
  RatioQuestion,
} from '../instrument/instrument'
import type { AnswerValue, Contradiction, QuestionScore, ValueRule } from './score'

/** The value of one answer, the rule that gave it, and what has to prove it. */
export interface ValuedAnswer {
  readonly state: QuestionScore['state']
  /** Exact 0..1; 0 unless answered. */
  readonly value: Exact
  readonly rule: ValueRule | null
  readonly asksAbout: AsksAbout
  readonly expectedStages: readonly EvidenceStage[]
  readonly contradiction: Contradiction | null
  /** The denominator is 0: the official spreadsheet shows no number there. */
  readonly zeroDenominator: boolean
}

/** An answer that no form lets through: an option that is not on the scale, an input out of its range. */
export class InvalidAnswer extends Error {
  override readonly name = 'InvalidAnswer'
  constructor(
    readonly question: string,
    problem: string,
  ) {
    super(`${question}: ${problem}`)
  }
}

/** Values one answer by the question's scale, formula and zero rule. Throws InvalidAnswer on what cannot be an answer to it. */
export function valueOf(question: Question, answer: AnswerValue | undefined): ValuedAnswer {
  if (!answer) return without(question, 'unanswered')
  if (question.kind === 'choice') return valueOfChoice(question, answer)
  const inputs = inputsOf(question, answer)
  const required = question.inputs.filter(input => !input.informational)
  if (required.some(input => !inputs.has(input.key))) {
    return without(question, inputs.size === 0 ? 'unanswered' : 'incomplete')
  }
  return question.kind === 'index' ? valueOfIndex(question, inputs) : valueOfRatio(question, inputs)
}

type Inputs = ReadonlyMap<string, Exact>

function inputsOf(question: RatioQuestion | IndexQuestion, answer: AnswerValue): Inputs {
  if (!('inputs' in answer)) throw new InvalidAnswer(question.code, 'takes inputs, not an option')
  const typed = new Map(Object.entries(answer.inputs))
  for (const [key, value] of typed) {
    const input = question.inputs.find(candidate => candidate.key === key)
    if (!input) throw new InvalidAnswer(question.code, `has no input "${key}"`)
    const check = checkInput(input, value)
    if (!check.ok) throw new InvalidAnswer(question.code, `input "${key}" is ${check.reason}`)
  }
  return typed
}

function valueOfChoice(question: ChoiceQuestion, answer: AnswerValue): ValuedAnswer {
  if (!('option' in answer)) throw new InvalidAnswer(question.code, 'takes an option, not inputs')
  const option = question.options.find(candidate => candidate.key === answer.option)
  if (!option) throw new InvalidAnswer(question.code, `has no option "${answer.option}"`)
  return answered(question, option.value, 'scale')
}

const valueOfIndex = (question: IndexQuestion, inputs: Inputs): ValuedAnswer =>
  answered(question, within(div(inputs.get(question.inputs[0].key) ?? ZERO, question.divisor)), 'index')

function valueOfRatio(question: RatioQuestion, inputs: Inputs): ValuedAnswer {
  const total = (keys: readonly string[]): Exact => sum(keys.map(key => inputs.get(key) ?? ZERO))
  const numerator = sub(total(question.numerator.plus), total(question.numerator.minus))
  const denominator = total(question.denominator)
  if (isZero(denominator)) return byZeroRule(question, numerator)
  if (question.numeratorWithinDenominator && compare(numerator, denominator) > 0) {
    return contradictory(question, { kind: 'part-above-whole', numerator, denominator })
  }
  return answered(question, within(div(numerator, denominator)), question.scale)
}

function byZeroRule(question: RatioQuestion, numerator: Exact): ValuedAnswer {
  const rule = question.zeroRule
  const value = isZero(numerator) ? rule.bothZero : rule.denominatorZero
  if (value === null) {
    return contradictory(question, { kind: 'above-zero-denominator', numerator, denominator: ZERO })
  }
  return {
    ...answered(question, value, 'zero-rule'),
    asksAbout: rule.asksAbout ?? question.asksAbout,
    expectedStages: rule.expectedStages ?? question.expectedStages,
    zeroDenominator: true,
  }
}

const within = (value: Exact): Exact => max(ZERO, min(ONE, value))

const without = (question: Question, state: 'unanswered' | 'incomplete' | 'contradictory'): ValuedAnswer => ({
  state,
  value: ZERO,
  rule: null,
  asksAbout: question.asksAbout,
  expectedStages: question.expectedStages,
  contradiction: null,
  zeroDenominator: false,
})

const answered = (question: Question, value: Exact, rule: ValueRule): ValuedAnswer => ({
  ...without(question, 'unanswered'),
  state: 'answered',
  value,
  rule,
})

const contradictory = (question: Question, found: Omit<Contradiction, 'question'>): ValuedAnswer => ({
  ...without(question, 'contradictory'),
  contradiction: { question: question.code, ...found },
})
