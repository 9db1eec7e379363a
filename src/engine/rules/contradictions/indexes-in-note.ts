import { compare, exact, type Exact } from '../../exact'
import { convertIndex, isOnScale } from '../../surveys/index-scales'

/** A decimal, or a whole number that follows the name of an index; no percentage, no date, no amount. */
const NUMBER = /(?<![\d.,/-])(\d{1,3})(?:[.,](\d{1,2}))?(?![.,/-]?\d)(?!\s*%)/g
const NAMED = /(?:indeks|nilai|skor|ikm|skm|ipkp|ipak|spkp|spak)\s*(?:(?:adalah|sebesar|yaitu)\s*|[:=]\s*)?$/i

export interface NotedIndex {
  readonly written: string
  /** Of 4. */
  readonly points: Exact
}

/** Numbers of a note that can be an index, on the 0–4 of the worksheet. */
export function indexesIn(note: string): NotedIndex[] {
  return [...note.matchAll(NUMBER)].flatMap(found => {
    const [written, whole = '', decimals] = found
    if (decimals === undefined && !NAMED.test(note.slice(0, found.index))) return []
    const number = exact(`${whole}.${decimals ?? '0'}`)
    const points =
      compare(number, exact(4)) <= 0
        ? number
        : isOnScale(number, '25-100')
          ? convertIndex(number, '25-100', '0-4')
          : null
    return points === null ? [] : [{ written, points }]
  })
}
