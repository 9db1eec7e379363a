import { abs, compare, div, exact, isZero, sub, ZERO, type Exact } from '../exact'

/** Which way an indicator is to move. */
export const DIRECTIONS = ['higher', 'lower'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** What two measurements of one indicator say. */
export interface Change {
  readonly before: Exact
  readonly after: Exact
  /** after − before */
  readonly difference: Exact
  /** Of the size of what was there before; null where that was nothing. */
  readonly share: Exact | null
  readonly outcome: 'better' | 'worse' | 'same'
}

/** From two decimal texts (`40`, `12.5`). Throws RangeError on any other text. */
export function changeOf(beforeText: string, afterText: string, better: Direction): Change {
  const [before, after] = [exact(beforeText), exact(afterText)]
  const difference = sub(after, before)
  const moved = compare(difference, ZERO)
  return {
    before,
    after,
    difference,
    share: isZero(before) ? null : div(difference, abs(before)),
    outcome: moved === 0 ? 'same' : moved > 0 === (better === 'higher') ? 'better' : 'worse',
  }
}
