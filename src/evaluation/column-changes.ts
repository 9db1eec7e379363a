import { compare, mul, sub, sum, ZERO, type Exact } from '../engine/exact'
import type { Instrument } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import type { HandedInColumn } from './handed-in-columns'

/** What changed from one column to another, from the questions that were lowered alone. */
export interface Lowered {
  readonly questions: number
  /** Points of the total that they lost together; 0 or below. */
  readonly points: Exact
}

/** Points of the total that a question gains (or loses) from one column to another: its share × the difference of the values. */
export function pointsBetween(
  instrument: Instrument,
  code: string,
  from: HandedInColumn,
  to: HandedInColumn,
): Exact {
  const share = lookup(instrument).questions.get(code)?.share ?? ZERO
  return mul(share, sub(valueOf(to, code), valueOf(from, code)))
}

const valueOf = (column: HandedInColumn, code: string): Exact => column.questions.get(code)?.value ?? ZERO

export function loweredBetween(instrument: Instrument, from: HandedInColumn, to: HandedInColumn): Lowered {
  const losses = [...lookup(instrument).questions.keys()]
    .map(code => pointsBetween(instrument, code, from, to))
    .filter(points => compare(points, ZERO) < 0)
  return { questions: losses.length, points: sum(losses) }
}
