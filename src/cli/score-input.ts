import { exact, round, type Exact } from '../engine/exact'
import {
  EVIDENCE_NATURES,
  EVIDENCE_STAGES,
  EVIDENCE_VERDICTS,
  type EvidenceStage,
  type Input,
  type Question,
} from '../engine/instrument/instrument'
import type { Lookup } from '../engine/instrument/lookup'
import { checkInput, readInput, type InputReading } from '../engine/instrument/read-input'
import type { AnswerValue, AreaGates, EvidenceUse } from '../engine/scoring/score'
import type { ScoreFaults } from './score-faults'
import { ScoreObject } from './score-object'
import type { JsonNode } from './score-json'

const AREA_GATES: readonly AreaGates[] = ['joint', 'separate']

/** The top of a score file; null when it is no object. */
export function openScoreFile(node: JsonNode, faults: ScoreFaults): ScoreObject | null {
  const top = ScoreObject.open(node, 'berkas', faults)
  top?.onlyKeys(['instrument', 'areaGates', 'answers', 'evidence'])
  return top
}

export const readAreaGates = (top: ScoreObject): AreaGates =>
  (top.has('areaGates') && top.oneOf('areaGates', AREA_GATES)) || 'joint'

/** Answers by question code. Without an instrument only their form is checked. */
export function readAnswers(top: ScoreObject, instrument: Lookup | null): Map<string, AnswerValue> {
  const answers = new Map<string, AnswerValue>()
  for (const { key: code, line, value } of top.object('answers')?.entries() ?? []) {
    const question = instrument?.questions.get(code)?.question
    if (instrument && !question)
      top.faults.add(line, `answers: pertanyaan "${code}" tidak ada dalam instrumen.`)
    const fields = ScoreObject.open(value, code, top.faults)
    const answer = fields && readAnswer(fields, question ?? null)
    if (answer) answers.set(code, answer)
  }
  return answers
}

function readAnswer(fields: ScoreObject, question: Question | null): AnswerValue | null {
  fields.onlyKeys(['option', 'inputs'])
  if (fields.has('option') === fields.has('inputs')) {
    fields.fault('jawaban memerlukan "option" atau "inputs", salah satu.')
    return null
  }
  if (fields.has('option')) return readOption(fields, question)
  const inputs = fields.object('inputs')
  if (question?.kind === 'choice') {
    fields.fault('pertanyaan ini dijawab dengan "option", bukan "inputs".')
    return null
  }
  if (!inputs) return null
  const read = inputs.entries().map(({ key, line, value }) => {
    const input = question?.inputs.find(candidate => candidate.key === key)
    if (question && !input) fields.faults.add(line, `${fields.name}: masukan "${key}" tidak dikenal.`)
    return [key, readNumber(inputs, key, value, input ?? null)] as const
  })
  return { inputs: Object.fromEntries(read.filter((pair): pair is [string, Exact] => pair[1] !== null)) }
}

function readOption(fields: ScoreObject, question: Question | null): AnswerValue | null {
  const option = fields.text('option')
  if (question && question.kind !== 'choice') {
    fields.fault('pertanyaan ini dijawab dengan "inputs", bukan "option".')
    return null
  }
  if (option !== null && question && !question.options.some(candidate => candidate.key === option)) {
    const keys = question.options.map(candidate => candidate.key).join(', ')
    fields.fault(`pilihan "${option}" tidak ada pada skalanya (${keys}).`)
    return null
  }
  return option === null ? null : { option }
}

function readNumber(inputs: ScoreObject, key: string, node: JsonNode, input: Input | null): Exact | null {
  const refuse = (message: string): null => {
    inputs.faults.add(node.line, `${inputs.name}, ${key}: ${message}`)
    return null
  }
  if (node.kind !== 'number' && node.kind !== 'text') return refuse('harus berisi angka.')
  const reading = readingOf(node.kind, node.text, input)
  return reading.ok ? reading.value : refuse(refusalOf(reading))
}

function readingOf(kind: 'number' | 'text', text: string, input: Input | null): InputReading {
  if (kind === 'text') return input ? readInput(input, text) : { ok: true, value: exact(0) }
  try {
    const value = exact(text)
    return input ? checkInput(input, value) : { ok: true, value }
  } catch {
    return { ok: false, reason: 'not-a-number' }
  }
}

function refusalOf({ reason, min, max, converted }: Extract<InputReading, { ok: false }>): string {
  const range = min && max ? ` Rentangnya ${plain(min)} sampai ${plain(max)}.` : ''
  const hint = converted && max ? ` Setara ${plain(converted)} pada skala ${plain(max)}.` : ''
  return {
    'not-a-number': 'tidak terbaca sebagai angka.',
    'not-whole': 'harus bilangan bulat.',
    negative: 'tidak boleh negatif.',
    'below-minimum': `di bawah nilai terendah.${range}`,
    'above-maximum': `di atas nilai tertinggi.${range}`,
    'looks-like-percent': `tampaknya persen, bukan indeks.${range}${hint}`,
  }[reason]
}

const plain = (value: Exact): string =>
  round(value, 2)
    .replace(/\.?0+$/, '')
    .replace('.', ',')

/** Uses of evidence in the order of the file. Without an instrument only their form is checked. */
export function readEvidence(top: ScoreObject, instrument: Lookup | null): EvidenceUse[] {
  return top.list('evidence').flatMap((node, position) => {
    const fields = ScoreObject.open(node, `evidence[${position}]`, top.faults)
    if (!fields) return []
    fields.onlyKeys(['question', 'nature', 'stage', 'verdict'])
    const question = fields.text('question')
    if (question !== null && instrument && !instrument.questions.has(question)) {
      fields.fault(`pertanyaan "${question}" tidak ada dalam instrumen.`)
    }
    const nature = fields.oneOf('nature', EVIDENCE_NATURES)
    const verdict = fields.has('verdict') ? fields.oneOf('verdict', EVIDENCE_VERDICTS) : null
    const stages = readStages(fields)
    if (question === null || nature === null) return []
    return [{ id: String(position), question, nature, stages, ...(verdict && { verdict }) }]
  })
}

function readStages(fields: ScoreObject): EvidenceStage[] {
  const node = fields.node('stage')
  const words = node?.kind === 'list' ? node.items : node ? [node] : []
  if (!node) fields.fault('"stage" belum ada.')
  return words.flatMap(word => {
    const stage =
      word.kind === 'text' ? EVIDENCE_STAGES.find(candidate => candidate === word.text) : undefined
    if (!stage) {
      const written = 'text' in word ? word.text : word.kind
      fields.faults.add(
        word.line,
        `${fields.name}: tahap "${written}" tidak dikenal (${EVIDENCE_STAGES.join(', ')}).`,
      )
    }
    return stage ?? []
  })
}
