import { exact, isZero, type Exact } from '../engine/exact'
import type { IndexQuestion, Question, RatioQuestion } from '../engine/instrument/instrument'
import type { Contradiction, QuestionScore } from '../engine/scoring/score'
import { formatScore } from '../web/format/number'
import { typedText, type StoredValue } from './answer-content'

/** How the value of typed inputs came about. */
export interface ComputedValue {
  /** `5 ÷ 7`, `(10 − 8) ÷ 10`; `''` before all is typed. */
  readonly formula: string
  /** `0,71`, `Belum dihitung`, `Belum lengkap`, `Belum dijawab` */
  readonly result: string
  /** The rule for a zero denominator, when it gave the value. */
  readonly rule: string
  /** Why the inputs contradict each other. */
  readonly contradiction: string
}

type Counted = RatioQuestion | IndexQuestion

/** The computed value beside the inputs of a ratio or an index, with the numbers as they were typed. */
export function computedValue(
  question: Counted,
  stored: StoredValue,
  scored: QuestionScore,
  contradiction: Contradiction | undefined,
): ComputedValue {
  const inputs = stored.inputs ?? {}
  const complete = question.inputs.every(input => input.informational || inputs[input.key] !== undefined)
  return {
    formula: complete && stored.inputs !== null ? formulaOf(question, inputs) : '',
    result: resultOf(scored),
    rule: scored.rule === 'zero-rule' && question.kind === 'ratio' ? question.zeroRule.text : '',
    contradiction: contradiction && question.kind === 'ratio' ? contradictionWords(question, inputs) : '',
  }
}

function resultOf({ state, value }: QuestionScore): string {
  if (state === 'answered') return formatScore(value)
  if (state === 'contradictory') return 'Belum dihitung'
  return state === 'incomplete' ? 'Belum lengkap' : 'Belum dijawab'
}

type Inputs = Readonly<Record<string, string>>

function formulaOf(question: Counted, inputs: Inputs): string {
  const shown = (key: string): string => typedText(inputs[key] ?? '0')
  if (question.kind === 'index') return `${shown(question.inputs[0].key)} ÷ ${numberText(question.divisor)}`
  const plus = question.numerator.plus.map(shown).join(' + ')
  const minus = question.numerator.minus.map(key => ` − ${shown(key)}`).join('')
  return `${grouped(plus + minus)} ÷ ${grouped(question.denominator.map(shown).join(' + '))}`
}

const grouped = (sum: string): string => (sum.includes(' ') ? `(${sum})` : sum)

const numberText = (value: Exact): string => formatScore(value).replace(/,00$/, '')

/** Both sides with their labels and the numbers typed, so that the mistake is seen at once. */
function contradictionWords(question: RatioQuestion, inputs: Inputs): string {
  const side = (keys: readonly string[]): string =>
    keys.map(key => `${labelOf(question, key)} ${typedText(inputs[key] ?? '0')}`).join(', ')
  const zero = question.denominator.every(key => isZero(exact(inputs[key] ?? '0')))
  const why = zero ? 'pembaginya nol' : 'bagian melebihi keseluruhannya'
  return `Angka bertentangan: ${side(question.numerator.plus)}, tetapi ${side(question.denominator)}; ${why}.`
}

const labelOf = (question: Question, key: string): string => {
  const label =
    question.kind === 'choice' ? undefined : question.inputs.find(input => input.key === key)?.label
  return (label ?? key).replace(/^./, first => first.toLowerCase())
}
