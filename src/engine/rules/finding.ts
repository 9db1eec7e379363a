/** `belum-cukup-data` is an answer of its own, never `aman`; `gagal`: the rule itself could not be computed. */
export const FINDING_LEVELS = ['aman', 'waspada', 'bahaya', 'belum-cukup-data', 'gagal'] as const
export type FindingLevel = (typeof FINDING_LEVELS)[number]

/** How far something is, read from the records: beside what people say of it. */
export type Reading = 'belum' | 'berjalan' | 'selesai' | 'belum-cukup-data' | 'gagal'

/** Now against before. */
export type Trend = 'membaik' | 'tetap' | 'memburuk' | 'belum-terukur' | 'gagal'

/** One figure that a rule looked at. */
export interface Measure {
  readonly key: string
  readonly label: string
  /** Exact, as `toText` writes it; null where it could not be taken. */
  readonly value: string | null
  /** The same in words: `81%`, `3 dari 6 area`, `belum ada data`. */
  readonly shown: string
  /** The bounds in words: `waspada bila lebih dari 50%, bahaya bila lebih dari 80%`; empty where there is none. */
  readonly bounds: string
  readonly level: FindingLevel
  /** Of an indicator: where it goes, and the earlier value that it is held against. */
  readonly trend?: Trend
  readonly baseline?: string | null
}

/** Where a record behind a finding stands. */
export type RecordKind =
  | 'activity'
  | 'goal'
  | 'innovation'
  | 'agreement'
  | 'quarter'
  | 'profile'
  | 'predicate'
  | 'input'
  | 'survey'
  | 'evidence'
  | 'note'
  | 'part'
  | 'complaint'

export interface RecordRef {
  readonly kind: RecordKind
  readonly id: string
}

/** Each record once, in an order that the order of the facts does not change. */
export const inOrder = (records: readonly RecordRef[]): RecordRef[] => {
  const byKey = new Map(records.map(one => [`${one.kind}:${one.id}`, one] as const))
  return [...byKey.keys()].sort().flatMap(key => byKey.get(key) ?? [])
}

/** What every rule says: the result, what was seen, from which records, for which questions, and how to clear it. */
export interface Finding<Level extends string> {
  /** `pitfall-2`, `recommendation-5`, `contradiction-survey-frequency`. */
  readonly rule: string
  /** Tells findings of one rule apart; empty where it has one. */
  readonly about: string
  readonly title: string
  readonly level: Level
  /** What was seen, in one Indonesian sentence with its figures. */
  readonly sentence: string
  readonly measures: readonly Measure[]
  readonly records: readonly RecordRef[]
  /** Questions by code. */
  readonly questions: readonly string[]
  /** How to clear it, or the next act; empty where there is nothing to do. */
  readonly remedy: string
}

export type Pitfall = Finding<FindingLevel>
/** Found or not; a contradiction that is not there is no finding. */
export type Contradiction = Finding<'waspada' | 'bahaya' | 'gagal'>
export type RecommendationReading = Finding<Reading>
export type KeyReading = Finding<Trend>
export type FactorReading = Finding<FindingLevel>

/**
 * What makes a finding the same as an earlier one: as long as this text stands, nothing it was judged on changed. Of a
 * figure within bounds its level or trend counts: a month that passes, or one more act on the same side of a bound, is
 * no other ground. A contradiction is between two figures, so both count as they are.
 */
export const groundsOf = ({ rule, about, level, measures, records, questions }: Finding<string>): string =>
  JSON.stringify([
    rule,
    about,
    level,
    measures.map(({ key, value, level: own, trend }) => [
      key,
      ...(rule.startsWith('contradiction-') ? [value] : []),
      trend ?? own,
    ]),
    records.map(({ kind, id }) => `${kind}:${id}`).sort(),
    [...questions].sort(),
  ])
