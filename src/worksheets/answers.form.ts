import { z } from 'zod'
import type { TypedValue } from './answer-content'
import { readStamp, type AnswerStamp } from './answer-stamp'

const text = z.string().max(20_000)
const base = z.int().min(0)

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
    inputs: z.record(z.string().max(100), z.string().max(500)).optional(),
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

type Fields = Readonly<Record<string, unknown>>

const textOf = (fields: Fields, name: string): string | undefined => {
  const value = fields[name]
  return typeof value === 'string' ? value : undefined
}

/**
 * The questions of a posted form, by their stamps: `stamp:<code>`, `option:<code>`, `input:<code>:<key>`, `note:<code>`;
 * from the page of a conflict also `pakai:<field>:<code>`, `seen:<field>:<code>` and `gabung:<code>`.
 */
export function readPosted(body: unknown): PostedAnswer[] {
  const fields = (body ?? {}) as Fields
  const codes = Object.keys(fields).flatMap(name => (name.startsWith('stamp:') ? [name.slice(6)] : []))
  return codes.map(code => {
    const chosen = chosenOf(fields, code)
    const note = textOf(fields, chosen.note?.choice === 'merge' ? `gabung:${code}` : `note:${code}`)
    return {
      code,
      stamp: readStamp(textOf(fields, `stamp:${code}`) ?? '') ?? NO_STAMP,
      value: fields['kosongkan'] === code ? {} : valueOf(fields, code),
      note,
      chosen,
    }
  })
}

function valueOf(fields: Fields, code: string): TypedValue | undefined {
  const option = textOf(fields, `option:${code}`)
  const prefix = `input:${code}:`
  const inputs = Object.keys(fields)
    .filter(name => name.startsWith(prefix))
    .map(name => [name.slice(prefix.length), textOf(fields, name) ?? ''] as const)
  if (option === undefined && inputs.length === 0) return undefined
  return inputs.length > 0 ? { inputs: Object.fromEntries(inputs) } : { option }
}

function chosenOf(fields: Fields, code: string): PostedAnswer['chosen'] {
  const of = (field: 'value' | 'note') => {
    const choice = CHOICES.find(candidate => candidate === textOf(fields, `pakai:${field}:${code}`))
    const seen = Number(textOf(fields, `seen:${field}:${code}`))
    return choice && Number.isSafeInteger(seen) ? { choice, seen } : undefined
  }
  const [value, note] = [of('value'), of('note')]
  return { ...(value && { value }), ...(note && { note }) }
}
