import { thingsOf, fieldsOfQuestion, type Affects, type Fields, type Things } from './diff-fields'
import type { Instrument, Question } from './instrument'

/** One difference between two instruments. */
export interface InstrumentChange {
  readonly thing: Things['thing']
  /** Code or id; a threshold as `WBK B.I`. */
  readonly at: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** The field that differs, e.g. `weight`, `text`, `criteria`; empty for a whole thing. */
  readonly field: string
  readonly before: string
  readonly after: string
  /** Whether a score of the same answers can differ, or only the words. */
  readonly affects: Affects
}

/** All differences, in the order of the newer instrument, removed things last within their kind. */
export function diffInstruments(before: Instrument, after: Instrument): InstrumentChange[] {
  const old = thingsOf(before)
  return thingsOf(after).flatMap((things, position) => differences(old[position]!, things))
}

/** Whether an answer to one question can stand for the other: same scale, inputs, formula and criteria. */
export function sameAnswerMeaning(a: Question, b: Question): boolean {
  const [one, other] = [fieldsOfQuestion(a), fieldsOfQuestion(b)]
  return ['scale', 'options', 'criteria', 'inputs', 'formula'].every(
    field => one[field]?.[0] === other[field]?.[0],
  )
}

function differences(before: Things, after: Things): InstrumentChange[] {
  const { thing } = after
  const whole = (at: string, kind: 'added' | 'removed'): InstrumentChange => {
    return { thing, at, kind, field: '', before: '', after: '', affects: after.affects }
  }
  const kept = [...after.fields].flatMap(([at, fields]) => {
    const old = before.fields.get(at)
    return old ? changedFields(thing, at, old, fields) : [whole(at, 'added')]
  })
  const gone = [...before.fields.keys()].filter(at => !after.fields.has(at)).map(at => whole(at, 'removed'))
  return [...kept, ...gone]
}

const changedFields = (thing: Things['thing'], at: string, old: Fields, now: Fields): InstrumentChange[] =>
  [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap(field => {
    const [before, after] = [old[field]?.[0] ?? '', now[field]?.[0] ?? '']
    const affects = (now[field] ?? old[field])?.[1] ?? 'wording'
    return before === after ? [] : [{ thing, at, kind: 'changed' as const, field, before, after, affects }]
  })
