import { z } from 'zod'
import type { TypedValue } from './answer-content'
import { readStamp, type AnswerStamp } from './answer-stamp'

const text = z.string().max(20_000)
const base = z.int().min(0)
const inputs = z.record(z.string().max(100), z.string().max(500))

/**
 * One field of one answer, as a script sends it. `actor` keeps a text from being saved under another person's name;
 * `seen` is the version of the question's other field that the page shows.
 */
export const fieldForm = z.discriminatedUnion('field', [
  z.object({
    field: z.literal('value'),
    base,
    actor: z.string().optional(),
    seen: base.optional(),
    option: text.optional(),
    inputs: inputs.optional(),
    /** The inputs that were typed over, so that two people's different ones merge. */
    was: inputs.optional(),
  }),
  z.object({
    field: z.literal('note'),
    base,
    actor: z.string().optional(),
    seen: base.optional(),
    note: text,
  }),
])

type Choice = 'mine' | 'theirs' | 'merge'

/** What a form without scripts says of one question. A field that it does not hold is undefined. */
export interface PostedAnswer {
  readonly code: string
  readonly stamp: AnswerStamp
  readonly value: TypedValue | undefined
  readonly note: string | undefined
  /** Between two contents, by field, with the version that the person saw beside the own one. */
  readonly chosen: Readonly<
    Partial<Record<'value' | 'note', { readonly choice: Choice; readonly seen: number }>>
  >
}

const NO_STAMP: AnswerStamp = { valueVersion: 0, noteVersion: 0, value: '', note: '' }
const CHOICES: readonly Choice[] = ['mine', 'theirs', 'merge']

/** Fields of one question by what stands before its code (`option`, `pakai:note`), and its inputs by key. */
interface PostedFields {
  readonly texts: Map<string, string>
  readonly inputs: Map<string, string>
}

const FIELD =
  /^(?<name>stamp|option|note|gabung|(?:pakai|seen):(?:value|note)):(?<code>.+)$|^input:(?<counted>[^:]+):(?<key>.+)$/

/**
 * The questions of a posted form, by their stamps: `stamp:<code>`, `option:<code>`, `input:<code>:<key>`, `note:<code>`;
 * from the page of a conflict also `pakai:<field>:<code>`, `seen:<field>:<code>` and `gabung:<code>`.
 */
export function readPosted(body: Readonly<Record<string, unknown>>): PostedAnswer[] {
  const cleared = body['kosongkan']
  return [...fieldsByCode(body)].flatMap(([code, fields]) => {
    const stamp = fields.texts.get('stamp')
    return stamp === undefined ? [] : [postedAnswer(code, stamp, fields, cleared === code)]
  })
}

/** One pass over the names: a body of many names costs no more than reading it. */
function fieldsByCode(body: Readonly<Record<string, unknown>>): Map<string, PostedFields> {
  const found = new Map<string, PostedFields>()
  for (const [field, text] of Object.entries(body)) {
    const { name, code, counted, key } = FIELD.exec(field)?.groups ?? {}
    const of = code ?? counted
    if (of === undefined || typeof text !== 'string') continue
    const fields = found.get(of) ?? { texts: new Map(), inputs: new Map() }
    found.set(of, fields)
    if (name !== undefined) fields.texts.set(name, text)
    else if (key !== undefined) fields.inputs.set(key, text)
  }
  return found
}

function postedAnswer(code: string, stamp: string, fields: PostedFields, cleared: boolean): PostedAnswer {
  const chosen = chosenOf(fields)
  return {
    code,
    stamp: readStamp(stamp) ?? NO_STAMP,
    value: cleared ? {} : valueOf(fields),
    note: fields.texts.get(chosen.note?.choice === 'merge' ? 'gabung' : 'note'),
    chosen,
  }
}

function valueOf({ texts, inputs }: PostedFields): TypedValue | undefined {
  if (inputs.size > 0) return { inputs: Object.fromEntries(inputs) }
  const option = texts.get('option')
  return option === undefined ? undefined : { option }
}

function chosenOf({ texts }: PostedFields): PostedAnswer['chosen'] {
  const of = (field: 'value' | 'note') => {
    const choice = CHOICES.find(candidate => candidate === texts.get(`pakai:${field}`))
    const seen = Number(texts.get(`seen:${field}`))
    return choice && Number.isSafeInteger(seen) ? { choice, seen } : undefined
  }
  const [value, note] = [of('value'), of('note')]
  return { ...(value && { value }), ...(note && { note }) }
}
