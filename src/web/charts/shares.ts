import { div, isZero, toNumber, type Exact } from '../../engine/exact'

/** part ÷ whole as a length 0..1 for drawing; 0 of nothing. */
export function shareOf(part: Exact, whole: Exact): number {
  if (isZero(whole)) return 0
  return Math.min(1, Math.max(0, toNumber(div(part, whole))))
}

/** A length in percent for an SVG attribute: `46.25%`. */
export function percentText(share: number): string {
  return `${(share * 100).toFixed(2)}%`
}
