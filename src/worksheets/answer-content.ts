import { equals, exact, round, type Exact } from '../engine/exact'
import type { Question } from '../engine/instrument/instrument'
import { readInput, type InputReading } from '../engine/instrument/read-input'
import { formatDecimal, formatScore } from '../web/format/number'

/** The value of an answer as it is stored: an option's key, or inputs as exact decimal text; both null: unanswered. */
export interface StoredValue {
  readonly option: string | null
  readonly inputs: Readonly<Record<string, string>> | null
}

/** The value of an answer as a person gave it: `''` clears. */
export interface TypedValue {
  readonly option?: string | undefined
  readonly inputs?: Readonly<Record<string, string>> | undefined
}

export const NO_VALUE: StoredValue = { option: null, inputs: null }

/** The value of a row of an answer. */
export const storedValue = (row: {
  readonly option: string | null
  readonly inputs: string | null
}): StoredValue => ({
  option: row.option,
  inputs: row.inputs === null ? null : (JSON.parse(row.inputs) as Record<string, string>),
})

export type ValueReading =
  | { readonly ok: true; readonly value: StoredValue }
  /** Messages by input key; an option's is under `option`. */
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> }

/** Reads what was given for a question. One input that cannot be read refuses the whole value, so that no half of it is kept. */
export function readValue(question: Question, typed: TypedValue): ValueReading {
  if (question.kind === 'choice') {
    const option = typed.option ?? ''
    if (option === '') return { ok: true, value: NO_VALUE }
    const known = question.options.some(candidate => candidate.key === option)
    return known
      ? { ok: true, value: { option, inputs: null } }
      : { ok: false, errors: { option: 'Pilih salah satu jawaban yang tersedia.' } }
  }
  const inputs: Record<string, string> = {}
  const errors: Record<string, string> = {}
  for (const input of question.inputs) {
    const text = typed.inputs?.[input.key]?.trim() ?? ''
    if (text === '') continue
    const reading = readInput(input, text)
    if (reading.ok) inputs[input.key] = decimalText(reading.value, text)
    else errors[input.key] = refusalWords(reading, input.type, text)
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  return { ok: true, value: { option: null, inputs: Object.keys(inputs).length > 0 ? inputs : null } }
}

/** The places that were typed stay: `3,60` is kept as `3.60`. */
const decimalText = (value: Exact, text: string): string =>
  round(value, equals(value, exact(round(value, 0))) && !/,\d/.test(text) ? 0 : placesOf(text))

const placesOf = (text: string): number => /[.,](\d+)$/.exec(text)?.[1]?.length ?? 0

function refusalWords(refusal: InputReading & { ok: false }, type: 'count' | 'index', text: string): string {
  const scale =
    refusal.min && refusal.max
      ? `Tulis angka dari ${formatDecimal(round(refusal.min, 0))} sampai ${formatDecimal(round(refusal.max, 0))}.`
      : 'Angka ini di luar rentangnya.'
  switch (refusal.reason) {
    case 'not-a-number':
      return type === 'count' ? 'Tulis bilangan bulat, misalnya 12.' : 'Tulis angka, misalnya 3,60.'
    case 'not-whole':
      return 'Tulis bilangan bulat tanpa koma.'
    case 'negative':
      return 'Angka tidak boleh kurang dari nol.'
    case 'looks-like-percent': {
      const converted = refusal.converted ? formatScore(refusal.converted) : ''
      return `${scale} Nilai ${text.replace('.', ',')} dari 100 setara ${converted} pada skala ini.`
    }
    case 'below-minimum':
    case 'above-maximum':
      return scale
  }
}

/** Whether two values say the same, however they were typed. */
export function sameValue(a: StoredValue, b: StoredValue): boolean {
  if (a.option !== b.option) return false
  const left = a.inputs ?? {}
  const right = b.inputs ?? {}
  const keys = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...keys].every(key => {
    const [one, other] = [left[key], right[key]]
    return one !== undefined && other !== undefined && equals(exact(one), exact(other))
  })
}

/** Line ends as browsers post them differ from what scripts read. */
export const normalNote = (text: string): string => text.replace(/\r\n?/g, '\n').trimEnd()

/** A stored input in Indonesian writing, without thousands, as it is edited. */
export const typedText = (decimal: string): string => decimal.replace('.', ',')

/** The value in words for a trail and for two people at odds: the option's key, or the inputs by their labels. */
export function valueFacts(
  question: Question,
  stored: StoredValue,
): { readonly option: string } | { readonly inputs: Readonly<Record<string, string>> } | null {
  if (stored.option !== null) return { option: stored.option }
  if (stored.inputs === null || question.kind === 'choice') return null
  const inputs = question.inputs.flatMap(input => {
    const text = stored.inputs?.[input.key]
    return text === undefined ? [] : [[input.label, typedText(text)] as const]
  })
  return { inputs: Object.fromEntries(inputs) }
}

/** `B. Baru sebagian…`, `Jumlah agen perubahan 7; …`, `Belum dijawab`. */
export function valueWords(question: Question, stored: StoredValue): string {
  if (stored.option !== null) {
    const option =
      question.kind === 'choice' && question.options.find(candidate => candidate.key === stored.option)
    return option ? `${option.key}. ${option.criterion}` : stored.option
  }
  const facts = valueFacts(question, stored)
  if (!facts || !('inputs' in facts)) return 'Belum dijawab'
  return Object.entries(facts.inputs)
    .map(([label, text]) => `${label} ${text}`)
    .join('; ')
}
