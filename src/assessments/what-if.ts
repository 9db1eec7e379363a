import { compare, div, exact, ONE, sub, toText, ZERO, type Exact } from '../engine/exact'
import type { EvidenceNature, Instrument, Question, RatioQuestion } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import { readInput } from '../engine/instrument/read-input'
import type { Answers, AnswerValue, EvidenceUse, Step } from '../engine/scoring/score'

/** One answer that is tried without being saved. */
export interface Assumption {
  readonly question: string
  /** As typed: `A`, `Ya`, `3,62`, `0,8`. */
  readonly text: string
  readonly answer: AnswerValue
}

export type AssumptionReading =
  | { readonly ok: true; readonly assumption: Assumption }
  | { readonly ok: false; readonly question: string; readonly text: string; readonly message: string }

/** Reads `A.I.1.i.a:A`: an option's key, an index, or the value 0–1 (or a percentage) of a ratio. */
export function readAssumption(instrument: Instrument, typed: string): AssumptionReading {
  const [code = '', ...rest] = typed.split(':')
  const text = rest.join(':').trim()
  const question = lookup(instrument).questions.get(code)?.question
  const refuse = (message: string) => ({ ok: false as const, question: code, text, message })
  if (!question) return refuse('Pilih pertanyaan dari daftar.')
  const answer = answerOf(question, text)
  return typeof answer === 'string'
    ? refuse(answer)
    : { ok: true, assumption: { question: code, text, answer } }
}

/** The answer, or why the text is none. */
function answerOf(question: Question, text: string): AnswerValue | string {
  if (question.kind === 'choice') {
    const option = question.options.find(candidate => candidate.key.toLowerCase() === text.toLowerCase())
    return option ? { option: option.key } : `Pilih ${question.options.map(({ key }) => key).join(', ')}.`
  }
  if (question.kind === 'index') {
    const [input] = question.inputs
    const reading = readInput(input, text)
    return reading.ok
      ? { inputs: { [input.key]: reading.value } }
      : 'Tulis indeks pada rentang surveinya, misalnya 3,62.'
  }
  const value = shareFrom(text)
  return value ? { inputs: inputsFor(question, value) } : 'Tulis nilai 0 sampai 1, misalnya 0,8, atau persen.'
}

function shareFrom(text: string): Exact | null {
  const parts = /^(\d{1,3}(?:[.,]\d{1,4})?)\s*(%?)$/.exec(text)
  if (!parts) return null
  const number = exact((parts[1] ?? '').replace(',', '.'))
  const share = parts[2] ? div(number, exact(100)) : number
  return compare(share, ONE) <= 0 ? share : null
}

/** Counts that give a ratio question the value: the smallest whole numbers that fit its formula. */
export function inputsFor(question: RatioQuestion, value: Exact): Readonly<Record<string, Exact>> {
  const [n = '0', d = '1'] = toText(value).split('/')
  const part = exact(BigInt(n))
  const whole = exact(BigInt(d))
  const { plus, minus } = question.numerator
  const inputs: Record<string, Exact> = {}
  for (const key of [...question.denominator, ...plus, ...minus]) inputs[key] = ZERO
  inputs[question.denominator[0] ?? ''] = whole
  const free = plus.find(key => !question.denominator.includes(key))
  const taken = minus.find(key => !question.denominator.includes(key))
  if (free !== undefined) inputs[free] = part
  else if (taken !== undefined) inputs[taken] = sub(whole, part)
  return inputs
}

/** The worksheet as it would stand if steps were carried out and some answers were others. */
export interface Tried {
  readonly answers: Answers
  readonly uses: readonly EvidenceUse[]
}

export function tryOut(
  instrument: Instrument,
  worksheet: Tried,
  tried: {
    readonly steps: readonly Step[]
    readonly assumptions: readonly Assumption[]
    /** Whether the evidence of the assumed answers is taken as complete. */
    readonly proven: boolean
  },
): Tried {
  const answers = new Map(worksheet.answers)
  const uses = [...worksheet.uses]
  const { questions } = lookup(instrument)
  for (const step of tried.steps) {
    const question = questions.get(step.question)?.question
    if (!question) continue
    if (step.to !== step.from) answers.set(step.question, answerTo(question, step.to))
    if (step.stages.length > 0 || step.nature !== null)
      uses.push(pieceFor(question, step.stages, step.nature ?? 'formal'))
  }
  for (const { question: code, answer } of tried.assumptions) {
    answers.set(code, answer)
    const question = questions.get(code)?.question
    if (question && tried.proven)
      uses.push(pieceFor(question, question.expectedStages, NATURE_OF[question.asksAbout]))
  }
  return { answers, uses }
}

const NATURE_OF = { document: 'formal', practice: 'trace', result: 'outcome' } as const

const pieceFor = (
  question: Question,
  stages: EvidenceUse['stages'],
  nature: EvidenceNature,
): EvidenceUse => ({ id: `andaian ${question.code}`, question: question.code, stages, nature })

function answerTo(question: Question, to: Step['to']): AnswerValue {
  if (typeof to === 'string') return { option: to }
  if (question.kind === 'index') return { inputs: { [question.inputs[0].key]: to } }
  return { inputs: question.kind === 'ratio' ? inputsFor(question, to) : {} }
}
