import type { Facts } from './facts'
import {
  inOrder,
  type Contradiction,
  type FactorReading,
  type Finding,
  type KeyReading,
  type Pitfall,
  type RecommendationReading,
} from './finding'
import { CONTRADICTIONS } from './contradictions/contradictions'
import { FACTORS } from './factors/factors'
import { KEYS } from './keys/keys'
import { PITFALLS } from './pitfalls/pitfalls'
import { RECOMMENDATIONS } from './recommendations/recommendations'
import { READINESS_NEEDS } from './readiness-conditions'
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
  readiness: READINESS_NEEDS,
}

/** Reads all rules by one book. The order of the facts is irrelevant: what is listed stands in an order of its own. */
export function findingsOf(facts: Facts, book: RuleBook): Findings {
  return {
    pitfalls: runRules(PITFALLS, facts, book).map(settled),
    contradictions: runRules(CONTRADICTIONS, facts, book).flat().map(settled).sort(byRule),
    recommendations: runRules(RECOMMENDATIONS, facts, book).map(settled),
    keys: runRules(KEYS, facts, book).map(settled),
    factors: runRules(FACTORS, facts, book).map(settled),
  }
}

/** Each record and each question once, sorted. */
const settled = <One extends Finding<string>>(finding: One): One => ({
  ...finding,
  records: inOrder(finding.records),
  questions: [...new Set(finding.questions)].sort(),
})

const byRule = (a: Finding<string>, b: Finding<string>): number =>
  byText(a.rule, b.rule) || byText(a.about, b.about)

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
