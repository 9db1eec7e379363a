import type { Question } from '../engine/instrument/instrument'
import { readValue, sameValue, type StoredValue } from './answer-content'

type Inputs = Readonly<Record<string, string>>

/**
 * The inputs of two people who typed over the same ones: each input is of whoever changed it. Null where both changed
 * the same input to something else.
 */
export function mergeInputs(was: Inputs, mine: Inputs, theirs: Inputs): Inputs | null {
  const merged: Record<string, string> = {}
  for (const key of new Set([...Object.keys(was), ...Object.keys(mine), ...Object.keys(theirs)])) {
    const [before, own, other] = [was[key], mine[key], theirs[key]]
    if (!same(before, own) && !same(before, other) && !same(own, other)) return null
    const kept = same(before, own) ? other : own
    if (kept !== undefined) merged[key] = kept
  }
  return merged
}

/** The value of a counted question when somebody else changed it meanwhile; null where one has to be chosen. */
export function mergedValue(
  question: Question,
  was: Inputs | undefined,
  mine: StoredValue,
  theirs: StoredValue,
): StoredValue | null {
  if (question.kind === 'choice' || was === undefined) return null
  const before = readValue(question, { inputs: was })
  const inputs = before.ok && mergeInputs(before.value.inputs ?? {}, mine.inputs ?? {}, theirs.inputs ?? {})
  if (!inputs) return null
  return { option: null, inputs: Object.keys(inputs).length > 0 ? inputs : null }
}

/** `3.6` and `3.60` are the same input. */
const same = (one: string | undefined, other: string | undefined): boolean =>
  one === other || (one !== undefined && other !== undefined && sameValue(inputOf(one), inputOf(other)))

const inputOf = (text: string): StoredValue => ({ option: null, inputs: { text } })
