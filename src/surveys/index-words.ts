import { equals, exact, round, type Exact } from '../engine/exact'
import type { IndexScale } from '../engine/surveys/index-scales'
import { formatDecimal } from '../web/format/number'

export const SCALE_WORDS: Readonly<Record<IndexScale, string>> = {
  '1-4': '1–4',
  '25-100': '25–100',
  '0-4': '0–4',
}

const PLACES_MOST = 8

/** Decimal text with as many places as the number needs, two at least: `3.506`, `87.60`. */
export function indexText(index: Exact): string {
  for (let places = 2; places < PLACES_MOST; places++) {
    const text = round(index, places)
    if (equals(exact(text), index)) return text
  }
  return round(index, PLACES_MOST)
}

/** `3,506`; an index is never rounded, since the minimum may lie between. */
export const indexWords = (index: Exact): string => formatDecimal(indexText(index))
