import type { Facts } from './facts'
import type {
  Contradiction,
  FactorReading,
  Finding,
  KeyReading,
  Pitfall,
  RecommendationReading,
} from './finding'
import { CONTRADICTIONS } from './contradictions/contradictions'
import { FACTORS } from './factors/factors'
import { KEYS } from './keys/keys'
import { PITFALLS } from './pitfalls/pitfalls'
import { RECOMMENDATIONS } from './recommendations/recommendations'
import type { Rule } from './rule'
import type { RuleBook, RuleNeeds } from './rule-book'
import { runRules } from './run-rules'

type Failed = Finding<'gagal'>

/** Everything the rules say of one satker in one cycle. */
export interface Findings {
  readonly pitfalls: readonly (Pitfall | Failed)[]
  readonly contradictions: readonly Contradiction[]
  readonly recommendations: readonly (RecommendationReading | Failed)[]
  readonly keys: readonly (KeyReading | Failed)[]
  readonly factors: readonly (FactorReading | Failed)[]
}

export const ALL_RULES: readonly Rule<unknown>[] = [
  ...PITFALLS,
  ...CONTRADICTIONS,
  ...RECOMMENDATIONS,
  ...KEYS,
  ...FACTORS,
]

/** What a rule book must hold for all of them. */
export const RULE_NEEDS: RuleNeeds = {
  topics: [...new Set(ALL_RULES.flatMap(({ topics }) => topics))].sort(),
  rules: Object.fromEntries(
    ALL_RULES.map(({ id, bands, numbers, words }) => [id, { bands, numbers, words }]),
  ),
}

/** Reads all rules by one book. The order of the facts is irrelevant. */
export function findingsOf(facts: Facts, book: RuleBook): Findings {
  return {
    pitfalls: runRules(PITFALLS, facts, book),
    contradictions: runRules(CONTRADICTIONS, facts, book).flat(),
    recommendations: runRules(RECOMMENDATIONS, facts, book),
    keys: runRules(KEYS, facts, book),
    factors: runRules(FACTORS, facts, book),
  }
}
