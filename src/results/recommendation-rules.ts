import { exact, type Exact } from '../engine/exact'
import type { Recommendation, RecommendationRule } from '../engine/recommendation/recommendation'

/** A recommendation on screen and on paper. */
export const RECOMMENDATION_WORDS: Readonly<Record<Recommendation, string>> = {
  'diusulkan WBBM': 'Diusulkan WBBM',
  'diusulkan WBK': 'Diusulkan WBK',
  pembinaan: 'Pembinaan',
  'tidak diusulkan': 'Tidak diusulkan',
}

/** A rule as the settings of a cycle hold it: numbers as text. */
export interface StoredRule {
  readonly recommendation: Recommendation
  readonly predicate: string | null
  readonly prerequisites: RecommendationRule['prerequisites']
  readonly minimumTotal: string | null
}

/** What leads to which recommendation where a cycle says nothing else (our choice). */
export const USUAL_RULES: readonly StoredRule[] = [
  { recommendation: 'diusulkan WBBM', predicate: 'WBBM', prerequisites: 'none-fails', minimumTotal: null },
  { recommendation: 'diusulkan WBK', predicate: 'WBK', prerequisites: 'none-fails', minimumTotal: null },
  { recommendation: 'pembinaan', predicate: null, prerequisites: 'ignored', minimumTotal: null },
  { recommendation: 'tidak diusulkan', predicate: null, prerequisites: 'ignored', minimumTotal: null },
]

export const rulesFrom = (stored: readonly StoredRule[] | undefined): RecommendationRule[] =>
  (stored ?? USUAL_RULES).map(rule => ({ ...rule, minimumTotal: totalOf(rule.minimumTotal) }))

const totalOf = (text: string | null): Exact | null => (text === null ? null : exact(text))
