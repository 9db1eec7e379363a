import { compare, sub, toText, ZERO, type Exact } from '../../exact'
import type { Measure, RecordRef, Trend } from '../finding'

/** One value of an indicator. */
export interface Point {
  /** Sorts in time: `2026-03-31`, `2026-1`. */
  readonly at: string
  /** When, in words. */
  readonly when: string
  readonly value: Exact
  readonly records: readonly RecordRef[]
}

export interface Indicator {
  readonly key: string
  readonly label: string
  readonly points: readonly Point[]
  readonly better: 'higher' | 'lower'
  /** A difference up to this much is none. */
  readonly steady: Exact
  readonly say: (value: Exact) => string
  /** What to do while it worsens or cannot be compared. */
  readonly next: string
  /** False: it is shown, but its going up or down may mean either. */
  readonly decides?: boolean
}

export interface IndicatorReading {
  readonly measure: Measure
  readonly trend: Trend
  readonly records: readonly RecordRef[]
  readonly next: string
}

/** The latest value against the last one of an earlier time. */
export function readIndicator(indicator: Indicator): IndicatorReading {
  const { key, label, steady, say, next } = indicator
  const [now, before] = lastTwo(indicator.points)
  const trend = now && before ? trendOf(indicator, now.value, before.value) : 'belum-terukur'
  return {
    trend,
    next,
    records: [...(now?.records ?? []), ...(before?.records ?? [])],
    measure: {
      key,
      label,
      value: now ? toText(now.value) : null,
      shown: shown(indicator, now, before, trend),
      bounds: `tetap bila berbeda paling banyak ${say(steady)}`,
      level: LEVELS[trend],
      trend,
      baseline: before ? toText(before.value) : null,
    },
  }
}

const LEVELS = {
  membaik: 'aman',
  tetap: 'aman',
  memburuk: 'waspada',
  'belum-terukur': 'belum-cukup-data',
  gagal: 'gagal',
} as const

function lastTwo(points: readonly Point[]): [Point | undefined, Point | undefined] {
  const inTime = [...points].sort((a, b) => byText(a.at, b.at) || byText(idOf(a), idOf(b)))
  const now = inTime.at(-1)
  return [now, inTime.filter(({ at }) => now !== undefined && at < now.at).at(-1)]
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const idOf = ({ records }: Point): string =>
  records
    .map(({ id }) => id)
    .sort()
    .join(' ')

function trendOf({ better, steady, decides = true }: Indicator, now: Exact, before: Exact): Trend {
  if (!decides) return 'belum-terukur'
  const gain = better === 'higher' ? sub(now, before) : sub(before, now)
  if (compare(gain, steady) > 0) return 'membaik'
  return compare(sub(ZERO, gain), steady) > 0 ? 'memburuk' : 'tetap'
}

const WORDS: Readonly<Record<Trend, string>> = {
  membaik: 'membaik',
  tetap: 'tetap',
  memburuk: 'memburuk',
  'belum-terukur': 'naik turunnya tidak menentukan',
  gagal: 'tidak dapat dihitung',
}

function shown(
  { label, say }: Indicator,
  now: Point | undefined,
  before: Point | undefined,
  trend: Trend,
): string {
  if (!now) return `${label} belum ada data`
  const current = `${label} ${say(now.value)} (${now.when})`
  return before
    ? `${current}, sebelumnya ${say(before.value)} (${before.when}): ${WORDS[trend]}`
    : `${current}, belum ada pembanding`
}
