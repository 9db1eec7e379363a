import { compare, div, exact, isZero, mul, ratio, sub, type Exact } from '../exact'

/** Whether more is better (`up`) or less is (`down`). */
export const DIRECTIONS = ['up', 'down'] as const
export type Direction = (typeof DIRECTIONS)[number]

export const REACHED_STATES = ['reached', 'near', 'missed'] as const
export type ReachedState = (typeof REACHED_STATES)[number]

/** From this share of the target on, a target that is not reached is nearly reached. */
export const NEAR = ratio(9, 10)

export interface Achievement {
  readonly state: ReachedState
  /** Share of the target, 1 for exactly reached, capped nowhere; null where the target is 0 and no share can be told. */
  readonly share: Exact | null
}

/**
 * Realisation against target. Where more is better the share is realisation ÷ target; where less is better it is
 * (2 × target − realisation) ÷ target, so that a realisation of 0 is 2 and one of twice the target is 0. A target of 0
 * is reached or missed, without a share.
 */
export function achievementOf(direction: Direction, target: Exact, realisation: Exact): Achievement {
  const side = compare(realisation, target)
  const reached = direction === 'up' ? side >= 0 : side <= 0
  if (isZero(target)) return { state: reached ? 'reached' : 'missed', share: null }
  const share =
    direction === 'up' ? div(realisation, target) : div(sub(mul(exact(2), target), realisation), target)
  if (reached) return { state: 'reached', share }
  return { state: compare(share, NEAR) >= 0 ? 'near' : 'missed', share }
}
