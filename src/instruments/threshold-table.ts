import type { Instrument, Threshold } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import { formatScore } from '../web/format/number'

/** Minimums side by side: a row per section, a column per predicate. */
export interface ThresholdTable {
  readonly predicates: readonly string[]
  readonly rows: readonly {
    readonly section: string
    readonly minimums: readonly { readonly predicate: string; readonly text: string }[]
  }[]
}

export function thresholdTable(instrument: Instrument): ThresholdTable {
  const { predicates } = instrument
  const keys = new Map(predicates.flatMap(one => one.thresholds.map(each => [keyOf(each), each] as const)))
  return {
    predicates: predicates.map(({ id }) => id),
    rows: [...keys].map(([key, threshold]) => ({
      section: sectionWords(instrument, threshold),
      minimums: predicates.map(({ id, thresholds }) => {
        const found = thresholds.find(each => keyOf(each) === key)
        return { predicate: id, text: found ? minimumWords(found) : '–' }
      }),
    })),
  }
}

const keyOf = (threshold: Threshold): string => `${threshold.section}${'per' in threshold ? '/area' : ''}`

function sectionWords(instrument: Instrument, threshold: Threshold): string {
  if (threshold.section === 'total') return 'Total'
  const name = lookup(instrument).sections.get(threshold.section)?.section.name ?? ''
  return 'per' in threshold ? `Tiap area ${name}` : `${threshold.section} ${name}`
}

const minimumWords = (threshold: Threshold): string =>
  'per' in threshold
    ? `${formatScore(threshold.minPercent).replace(/,00$/, '')}% bobot`
    : formatScore(threshold.min)
