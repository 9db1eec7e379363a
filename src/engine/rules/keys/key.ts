import type { Facts } from '../facts'
import type { KeyReading, Trend } from '../finding'
import { rule, type Rule, type RuleMeans } from '../rule'
import { sentenceOf } from '../steps'
import { readIndicator, type Indicator, type IndicatorReading } from './indicator'

interface Said<Reads extends keyof Facts> {
  readonly id: string
  readonly title: string
  readonly reads: readonly Reads[]
  readonly numbers: readonly string[]
  readonly indicators: (facts: Pick<Facts, Reads>, means: RuleMeans) => readonly Indicator[]
  /** What to do while nothing worsens and nothing gets better. */
  readonly next: string
}

/** One of the three keys over its indicators. */
export const key = <Reads extends keyof Facts>({
  id,
  title,
  reads,
  numbers,
  indicators,
  next,
}: Said<Reads>): Rule<KeyReading> =>
  rule({
    id,
    title,
    basis: 'Tiga kunci: integritas, kinerja, dan pelayanan harus berubah',
    reads,
    numbers,
    read: (facts: Pick<Facts, Reads>, means) => {
      const readings = indicators(facts, means).map(readIndicator)
      const level = trendOfAll(readings)
      return {
        rule: id,
        about: '',
        title,
        level,
        sentence: sentenceOf(readings.map(one => one.measure.shown)),
        measures: readings.map(one => one.measure),
        records: readings.flatMap(one => one.records),
        questions: [],
        remedy: remedyOf(level, readings, next),
      }
    },
  })

/** Any worse: `memburuk`; else any better: `membaik`; else the same; nothing to compare: `belum-terukur`. */
function trendOfAll(readings: readonly IndicatorReading[]): Trend {
  const order: readonly Trend[] = ['memburuk', 'membaik', 'tetap']
  return order.find(trend => readings.some(one => one.trend === trend)) ?? 'belum-terukur'
}

function remedyOf(level: Trend, readings: readonly IndicatorReading[], next: string): string {
  if (level === 'membaik') return ''
  return level === 'tetap' ? next : (readings.find(one => one.trend === level)?.next ?? next)
}
