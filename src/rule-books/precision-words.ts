import { ratio } from '../engine/exact'
import type { RulePrecision } from '../findings/rulings.service'
import { formatCount, formatPercent } from '../web/format/number'

/** Fewer decisions than this say nothing of a rule: two of three may be chance. */
export const ENOUGH_RULINGS = 10

export interface PrecisionWords {
  /** `Dibenarkan 12, diabaikan 4` */
  readonly counts: string
  /** `Tepat 75% dari 16 putusan`, or that there are too few. */
  readonly verdict: string
}

export const rulingsOf = ({ confirmed, dismissed }: RulePrecision): number => confirmed + dismissed

export const isTelling = (precision: RulePrecision | undefined): precision is RulePrecision =>
  precision !== undefined && rulingsOf(precision) >= ENOUGH_RULINGS

export function precisionWords(precision: RulePrecision | undefined): PrecisionWords {
  const all = precision ? rulingsOf(precision) : 0
  if (!precision || all === 0) return { counts: '', verdict: 'Belum ada putusan' }
  const { confirmed, dismissed } = precision
  return {
    counts: `Dibenarkan ${formatCount(confirmed)}, diabaikan ${formatCount(dismissed)}`,
    verdict: isTelling(precision)
      ? `Tepat ${formatPercent(ratio(confirmed, all))} dari ${formatCount(all)} putusan`
      : 'Terlalu sedikit untuk disimpulkan',
  }
}

/** The rules that evaluators dismiss most, first; those with too few decisions stay where they were, last. */
export function byPrecision<One>(items: readonly One[], of: (item: One) => RulePrecision | undefined): One[] {
  const rank = (item: One): number => {
    const precision = of(item)
    return isTelling(precision) ? precision.confirmed / rulingsOf(precision) : 2
  }
  return [...items].sort((a, b) => rank(a) - rank(b))
}
