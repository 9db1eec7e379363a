import { compare, exact, isWhole, ZERO, type Exact } from '../exact'
import { fromHundred, SCALE_BOUNDS } from '../surveys/index-scales'
import type { Input } from './instrument'

/** Why a typed text is not stored. `looks-like-percent`: 87.65 typed for an index of 0–4. */
export type InputRefusal =
  'not-a-number' | 'not-whole' | 'negative' | 'below-minimum' | 'above-maximum' | 'looks-like-percent'

export type InputReading =
  | { readonly ok: true; readonly value: Exact }
  | {
      readonly ok: false
      readonly reason: InputRefusal
      readonly min?: Exact
      readonly max?: Exact
      /** The typed percentage on the scale of the index: 87.65 is 3.506 of 4. */
      readonly converted?: Exact
    }

const HUNDRED = exact(100)
/** Answers begin at one point: less cannot have been an index. */
const [LOWEST_POINT] = SCALE_BOUNDS['1-4']
const DECIMAL = /^[+-]?\d{1,40}(?:[.,]\d{1,40})?$/
const THOUSANDS = /^[+-]?[1-9]\d{0,2}(?:\.\d{3}){1,13}$|^[+-]?[1-9]\d{0,2}(?: \d{3}){1,13}$/

/**
 * Reads what a person typed into an input. Decimals take a comma or a point; in a count, unmistakable groups of three
 * (`1.234`, `1 234`) are thousands.
 */
export function readInput(input: Input, text: string): InputReading {
  const typed = text
    .trim()
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace('\u2212', '-')
  if (input.type === 'count' && THOUSANDS.test(typed)) {
    return checkInput(input, exact(typed.replace(/[. ]/g, '')))
  }
  if (!DECIMAL.test(typed)) return { ok: false, reason: 'not-a-number' }
  return checkInput(input, exact(typed.replace(',', '.')))
}

/** Whether an exact number may stand in an input: whole and not negative for a count, within min..max for an index. */
export function checkInput(input: Input, value: Exact): InputReading {
  if (input.type === 'count') {
    if (compare(value, ZERO) < 0) return { ok: false, reason: 'negative' }
    return isWhole(value) ? { ok: true, value } : { ok: false, reason: 'not-whole' }
  }
  const bounds = { ...(input.min && { min: input.min }), ...(input.max && { max: input.max }) }
  if (input.min && compare(value, input.min) < 0) {
    return { ok: false, reason: compare(value, ZERO) < 0 ? 'negative' : 'below-minimum', ...bounds }
  }
  if (input.max && compare(value, input.max) > 0) {
    const converted = fromHundred(value, input.max)
    const percent = compare(value, HUNDRED) <= 0 && compare(converted, LOWEST_POINT) >= 0
    return percent
      ? { ok: false, reason: 'looks-like-percent', converted, ...bounds }
      : { ok: false, reason: 'above-maximum', ...bounds }
  }
  return { ok: true, value }
}
