import { compare, exact, floorTo, isZero, mul, round, sub, ZERO, type Exact } from '../engine/exact'
import { formatDecimal, formatPercent, formatScore } from '../web/format/number'

const HUNDRED = exact(100)

/** `69,53`; with a minimum, a score below it never prints as that minimum. */
export function points(value: Exact, minimum?: Exact): string {
  return formatScore(value, minimum ? { below: minimum } : {})
}

/** `+2,00`; a gain too small for two places takes up to four. */
export function gained(value: Exact): string {
  return `+${visible(value)}`
}

/** How far a distance below zero falls short: `1,10`, never `0,00`. */
export function shortfall(distance: Exact): string {
  return visible(sub(ZERO, distance))
}

/** An exact 0..1 as `46%`; a share below its minimum never prints as that minimum. */
export function percent(share: Exact, minimum: Exact | null = null): string {
  if (minimum === null || compare(share, minimum) >= 0) return formatPercent(share)
  const value = mul(share, HUNDRED)
  const bound = mul(minimum, HUNDRED)
  const places = [0, 1, 2, 3, 4].find(count => compare(exact(round(value, count)), bound) < 0)
  return places === undefined ? formatPercent(floorTo(share, 6), 4) : formatPercent(share, places)
}

function visible(value: Exact): string {
  const places = [2, 3, 4].find(count => isZero(value) || !isZero(exact(round(value, count))))
  return places === undefined ? '0,0001' : formatDecimal(round(value, places))
}
