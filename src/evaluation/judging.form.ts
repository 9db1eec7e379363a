import { z } from 'zod'
import { EVIDENCE_VERDICTS, type Question } from '../engine/instrument/instrument'
import { DECISIONS, type Decision } from '../engine/stages/decisions'
import { readValue, type TypedValue } from '../worksheets/answer-content'
import { noteFingerprint, readStamp, valueFingerprint, type AnswerStamp } from '../worksheets/answer-stamp'
import type { Saying } from './apply-saying'
import type { Judgement } from './judgements.service'

const text = z.string().max(20_000)
const base = z.int().min(0)
const FLAG_KINDS = ['unsupported', 'document-only', 'no-outcome'] as const
const RULINGS = ['confirmed', 'dismissed'] as const

/** What a script sends beside a saying: who typed it, and over which sheet. */
const sent = { actor: z.string().optional(), sheet: z.string().max(100).optional() }

/** One saying, as a script sends it. */
export const sayingForm = z.discriminatedUnion('field', [
  z.object({
    field: z.literal('value'),
    base,
    ...sent,
    option: text.optional(),
    inputs: z.record(z.string().max(100), z.string().max(500)).optional(),
  }),
  z.object({ field: z.literal('note'), base, ...sent, note: text }),
  z.object({ field: z.literal('decision'), base, ...sent, decision: z.enum(DECISIONS) }),
  z.object({
    field: z.literal('verdict'),
    ...sent,
    use: z.string().max(100),
    verdict: z.enum(EVIDENCE_VERDICTS).nullable(),
  }),
  z.object({
    field: z.literal('ruling'),
    ...sent,
    kind: z.enum(FLAG_KINDS),
    ruling: z.enum(RULINGS).nullable(),
    reason: text,
  }),
])

export function sayingOf(sent: z.output<typeof sayingForm>): Saying {
  if (sent.field !== 'value') return sent
  return { field: 'value', base: sent.base, value: { option: sent.option, inputs: sent.inputs } }
}

/** A verdict from its own small form; none of the list takes it back. */
export const verdictForm = z.object({
  use: z.string().max(100),
  verdict: z.enum(EVIDENCE_VERDICTS).nullable().catch(null),
})

/** A ruling from its own small form; none of the list takes it back. */
export const rulingForm = z.object({
  kind: z.enum(FLAG_KINDS),
  ruling: z.enum(RULINGS).nullable().catch(null),
  reason: text.catch(''),
})

/** What the form without scripts holds of a question. */
export interface PostedJudgement {
  readonly option: string | undefined
  readonly inputs: Readonly<Record<string, string>> | undefined
  /** Undefined: not a text, so left alone. */
  readonly note: string | undefined
  readonly decision: Decision | null
  readonly stamp: AnswerStamp
  /** The decision that was shown, and its version. */
  readonly decided: { readonly decision: string; readonly version: number }
  readonly sheet: string
}

type Fields = Readonly<Record<string, unknown>>

const textOf = (fields: Fields, name: string): string | undefined => {
  const value = fields[name]
  return typeof value === 'string' ? value : undefined
}

/** Reads `option` or `input:<key>`, `note`, `decision`, `stamp` (of the answer), `decided` (version and decision) and `sheet`. */
export function readJudgement(body: unknown): PostedJudgement {
  const fields = (body ?? {}) as Fields
  const inputs = Object.keys(fields).flatMap(name =>
    name.startsWith('input:') ? [[name.slice('input:'.length), textOf(fields, name) ?? ''] as const] : [],
  )
  const decided = /^(\d{1,9})\.(.*)$/.exec(textOf(fields, 'decided') ?? '')
  return {
    option: textOf(fields, 'option'),
    inputs: inputs.length > 0 ? Object.fromEntries(inputs) : undefined,
    note: textOf(fields, 'note'),
    decision: DECISIONS.find(decision => decision === fields['decision']) ?? null,
    stamp: readStamp(textOf(fields, 'stamp') ?? '') ?? {
      valueVersion: 0,
      noteVersion: 0,
      value: '',
      note: '',
    },
    decided: { version: Number(decided?.[1] ?? 0), decision: decided?.[2] ?? '' },
    sheet: textOf(fields, 'sheet') ?? '',
  }
}

/** What was changed in the form; fields that were only sent back are left alone, whoever changed them meanwhile. */
export function judgementOf(question: Question, posted: PostedJudgement): Judgement {
  const { stamp, decided, note, decision } = posted
  const value: TypedValue | undefined =
    posted.inputs || posted.option !== undefined
      ? { option: posted.option, inputs: posted.inputs }
      : undefined
  return {
    value:
      value && valueChanged(question, stamp, value)
        ? { field: 'value', value, base: stamp.valueVersion }
        : undefined,
    note:
      note === undefined || noteFingerprint(note) === stamp.note
        ? undefined
        : { field: 'note', note, base: stamp.noteVersion },
    decision:
      decision === null || decision === decided.decision
        ? undefined
        : { field: 'decision', decision, base: decided.version },
  }
}

function valueChanged(question: Question, stamp: AnswerStamp, value: TypedValue): boolean {
  const reading = readValue(question, value)
  return !reading.ok || valueFingerprint(reading.value) !== stamp.value
}
