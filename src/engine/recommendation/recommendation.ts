import { compare, type Exact } from '../exact'
import type { PrerequisiteVerdict } from '../prerequisites/prerequisite-verdicts'
import type { Gate, ScoreColumn } from '../scoring/score'

/** What the inspectorate says of a unit in the end. */
export const RECOMMENDATIONS = ['diusulkan WBBM', 'diusulkan WBK', 'pembinaan', 'tidak diusulkan'] as const
export type Recommendation = (typeof RECOMMENDATIONS)[number]

/** What a recommendation needs; data of the cycle, the best first. */
export interface RecommendationRule {
  readonly recommendation: Recommendation
  /** The predicate all of whose gates must pass; null: none. */
  readonly predicate: string | null
  /** What is asked of the prerequisites of that predicate. */
  readonly prerequisites: 'all-pass' | 'none-fails' | 'ignored'
  /** The least evaluated total; null: any. */
  readonly minimumTotal: Exact | null
}

/** How one rule stands, with everything that it was judged by. */
export interface RecommendationStanding {
  readonly recommendation: Recommendation
  readonly rule: RecommendationRule
  readonly holds: boolean
  /** The rule names a predicate that the instrument does not have: nothing would stand against it, so it does not hold. */
  readonly predicateUnknown: boolean
  /** Every gate of the predicate. */
  readonly gates: readonly Gate[]
  readonly failingGates: readonly Gate[]
  readonly failingPrerequisites: readonly string[]
  /** Nobody filled them; they stand in the way only where all must pass. */
  readonly unknownPrerequisites: readonly string[]
  /** The total that is not reached; null when it is, or when none is asked for. */
  readonly totalBelow: { readonly minimum: Exact; readonly reached: Exact } | null
}

export interface RecommendationFacts {
  /** The evaluated score: what the final worksheet gives. */
  readonly evaluated: ScoreColumn
  /** By prerequisite, then by predicate. */
  readonly prerequisites: ReadonlyMap<string, ReadonlyMap<string, PrerequisiteVerdict>>
}

/** How every rule stands, in their order; the first that holds is the one proposed. */
export const recommendationStandings = (
  rules: readonly RecommendationRule[],
  facts: RecommendationFacts,
): readonly RecommendationStanding[] => rules.map(rule => standingOf(rule, facts))

function standingOf(
  rule: RecommendationRule,
  { evaluated, prerequisites }: RecommendationFacts,
): RecommendationStanding {
  const { recommendation, predicate, minimumTotal } = rule
  const gates = predicate === null ? [] : (evaluated.gates.get(predicate) ?? [])
  const predicateUnknown = predicate !== null && !evaluated.gates.has(predicate)
  const failingGates = gates.filter(gate => !gate.passes)
  const verdicts = predicate === null ? [] : verdictsFor(predicate, prerequisites)
  const failing = verdicts.filter(([, verdict]) => verdict === 'fails').map(([id]) => id)
  const unknown = verdicts.filter(([, verdict]) => verdict === 'unknown').map(([id]) => id)
  const totalBelow =
    minimumTotal !== null && compare(evaluated.total, minimumTotal) < 0
      ? { minimum: minimumTotal, reached: evaluated.total }
      : null
  const prerequisitesHold =
    rule.prerequisites === 'ignored' ||
    (failing.length === 0 && (rule.prerequisites === 'none-fails' || unknown.length === 0))
  return {
    recommendation,
    rule,
    holds: !predicateUnknown && failingGates.length === 0 && prerequisitesHold && totalBelow === null,
    predicateUnknown,
    gates,
    failingGates,
    failingPrerequisites: failing,
    unknownPrerequisites: unknown,
    totalBelow,
  }
}

const verdictsFor = (
  predicate: string,
  prerequisites: RecommendationFacts['prerequisites'],
): [string, PrerequisiteVerdict][] =>
  [...prerequisites].flatMap(([id, byPredicate]) => {
    const verdict = byPredicate.get(predicate)
    return verdict === undefined ? [] : [[id, verdict] as [string, PrerequisiteVerdict]]
  })
