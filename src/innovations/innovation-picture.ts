import { abs, compare, isZero } from '../engine/exact'
import type { SafeHtml } from '../web/html'
import { beforeAfter } from '../web/charts/before-after'
import { shareOf } from '../web/charts/shares'
import { formatShortDate } from '../web/format/date'
import { formatDecimal } from '../web/format/number'
import type { InnovationRow } from './innovation-facts'
import { changeIn, changeWords, valuesWords } from './innovation-words'

/** Before and after as a small picture; null until both are known. */
export function innovationPicture(row: InnovationRow, options: { forPrint?: boolean } = {}): SafeHtml | null {
  const change = changeIn(row)
  const { beforeValue, beforeOn, afterValue, afterOn } = row
  if (!change || !beforeValue || !beforeOn || !afterValue || !afterOn) return null
  const [before, after] = [abs(change.before), abs(change.after)]
  const longest = compare(before, after) > 0 ? before : after
  const unit = row.unit ? ` ${row.unit}` : ''
  const bar = (label: string, on: string, value: string, size: typeof before) => ({
    label: `${label}, ${formatShortDate(on)}`,
    value: `${formatDecimal(value)}${unit}`,
    length: isZero(longest) ? 0 : shareOf(size, longest),
  })
  return beforeAfter(
    {
      id: `ubah-${row.id}`,
      title: `${row.indicator} sebelum dan sesudah`,
      description: `${valuesWords(row)}, ${changeWords(row)}.`,
      rows: [bar('Sebelum', beforeOn, beforeValue, before), bar('Sesudah', afterOn, afterValue, after)],
    },
    options,
  )
}
