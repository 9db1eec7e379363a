import { compare, ONE, ZERO } from '../exact'
import type { InstrumentFault } from './instrument-fault'
import type { ChoiceQuestion, IndexQuestion, Input, Question, RatioQuestion } from './instrument'

/** Options, inputs and formula of one question. */
export function formulaFaults(question: Question, incomplete: ReadonlySet<object>): InstrumentFault[] {
  const problems = { choice: choiceProblems, ratio: ratioProblems, index: indexProblems }[question.kind] as (
    question: Question,
    incomplete: ReadonlySet<object>,
  ) => Problem[]
  return problems(question, incomplete).map(([code, message]) => ({
    code,
    at: question.code,
    subject: question,
    message,
  }))
}

type Problem = readonly [code: string, message: string]

const choiceProblems = (question: ChoiceQuestion): Problem[] =>
  question.options
    .filter(option => option.criterion === '')
    .map(option => ['option-without-criterion', `pilihan "${option.key}" tidak mempunyai kriteria.`])

function ratioProblems(question: RatioQuestion, incomplete: ReadonlySet<object>): Problem[] {
  const terms = [...question.numerator.plus, ...question.numerator.minus, ...question.denominator]
  const problems = [...repeatedInputs(question.inputs), ...inputProblems(question.inputs)]
  for (const key of new Set(terms)) {
    const input = question.inputs.find(candidate => candidate.key === key)
    if (!input) problems.push(['formula-unknown-input', `rumus memakai masukan "${key}" yang tidak ada.`])
    if (input?.informational) {
      problems.push(['formula-informational-input', `rumus memakai masukan "${key}" yang hanya keterangan.`])
    }
  }
  problems.push(...repeatedTerms(question))
  if (incomplete.has(question)) return problems
  if (question.numerator.plus.length === 0 || question.denominator.length === 0) {
    problems.push(['formula-empty', 'rumus harus mempunyai pembilang dan penyebut.'])
  }
  for (const input of question.inputs) {
    if (input.informational || terms.includes(input.key)) continue
    problems.push(['input-unused', `masukan "${input.key}" tidak dipakai rumus; tandai informational.`])
  }
  const { bothZero, denominatorZero } = question.zeroRule
  for (const value of [bothZero, denominatorZero]) {
    if (value === null || (compare(value, ZERO) >= 0 && compare(value, ONE) <= 0)) continue
    problems.push(['zero-rule-out-of-range', 'nilai aturan nol harus antara 0 dan 1, atau null.'])
  }
  return problems
}

/** What is added twice counts double, what is added and taken away counts for nothing: neither is ever meant. */
function repeatedTerms({ numerator, denominator }: RatioQuestion): Problem[] {
  const lists = [numerator.plus, numerator.minus, denominator]
  const twice = lists.flatMap(keys => keys.filter((key, position) => keys.indexOf(key) < position))
  const both = new Set(numerator.plus.filter(key => numerator.minus.includes(key)))
  return [
    ...[...new Set(twice)].map((key): Problem => [
      'formula-repeated-input',
      `rumus memakai masukan "${key}" dua kali di satu tempat.`,
    ]),
    ...[...both].map((key): Problem => [
      'formula-cancelled-input',
      `rumus menambah dan mengurangi masukan "${key}".`,
    ]),
  ]
}

function indexProblems(question: IndexQuestion, incomplete: ReadonlySet<object>): Problem[] {
  const [input] = question.inputs
  if (incomplete.has(question)) return []
  if (input.type !== 'index' || input.informational) {
    return [['index-inputs', `masukan "${input.key}" harus bertipe index dan bukan keterangan.`]]
  }
  const problems = inputProblems(question.inputs)
  if (input.min && compare(input.min, ZERO) < 0)
    problems.push(['index-range', 'min tidak boleh di bawah nol.'])
  if (input.max && compare(input.max, question.divisor) > 0) {
    problems.push(['index-range', 'max tidak boleh melebihi penyebut.'])
  }
  return problems
}

const inputProblems = (inputs: readonly Input[]): Problem[] =>
  inputs.flatMap((input): Problem[] => {
    if (input.type === 'count') {
      return input.min || input.max
        ? [['input-range', `masukan "${input.key}" tidak mengenal min dan max.`]]
        : []
    }
    const { min, max } = input
    return min && max && compare(min, max) < 0
      ? []
      : [['input-range', `masukan "${input.key}" memerlukan min yang lebih kecil daripada max.`]]
  })

const repeatedInputs = (inputs: readonly Input[]): Problem[] =>
  inputs
    .filter((input, position) => inputs.findIndex(other => other.key === input.key) < position)
    .map(input => ['duplicate-input', `masukan "${input.key}" ditulis dua kali.`])
