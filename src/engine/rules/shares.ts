import { min, ONE, ratio, type Exact } from '../exact'
import { sayCount, sayShare } from './say'

/** A part of a whole, at most all of it; null of nothing. */
export const partOf = (part: number, whole: number): Exact | null =>
  whole > 0 ? min(ONE, ratio(Math.max(0, part), whole)) : null

/** `45 dari 60 pegawai menandatangani komitmen bersama (75%)`. */
export function sayPart(part: number, whole: number, what: string): string {
  const share = partOf(part, whole)
  return `${sayCount(part)} dari ${sayCount(whole)} ${what}${share ? ` (${sayShare(share)})` : ''}`
}

export const total = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0)
