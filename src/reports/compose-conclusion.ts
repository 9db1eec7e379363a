import { compare, ZERO } from '../engine/exact'
import type { AreaRow } from './compose-areas'
import type { GateTable } from './compose-gates'
import type { ReadinessFacts } from './readiness-facts'
import type { Exact } from '../engine/exact'

/** What the report concludes for the target predicate, before it is put into words. */
export interface Conclusion {
  readonly kind: 'unanswered' | 'ready' | 'prerequisites' | 'unproven' | 'below' | 'contradictory'
  readonly predicate: string
  readonly gates: number
  /** Titles of the gates that fail, by score. */
  readonly failing: { readonly claimed: readonly string[]; readonly substantiated: readonly string[] }
  /** The area whose claim runs furthest ahead of its evidence; null when none does. */
  readonly widest: { readonly name: string; readonly gap: Exact } | null
  readonly unanswered: number
  readonly contradictions: number
  readonly flags: number
  /** Texts of the target's prerequisites. */
  readonly prerequisites: { readonly failing: readonly string[]; readonly unknown: readonly string[] }
  /** The other predicates on the substantiated score. */
  readonly others: readonly { readonly predicate: string; readonly passing: number; readonly gates: number }[]
}

/** Reads the conclusion from the gates: claimed as the rule does, substantiated beside it. */
export function composeConclusion(
  facts: ReadinessFacts,
  gates: readonly GateTable[],
  areas: readonly AreaRow[],
): Conclusion {
  const rows = gates.find(table => table.predicate === facts.targetPredicate)?.rows ?? []
  const failing = {
    claimed: rows.filter(row => !row.passes.claimed).map(row => row.title),
    substantiated: rows.filter(row => !row.passes.substantiated).map(row => row.title),
  }
  const prerequisites = {
    failing: prerequisiteTexts(facts, 'fails'),
    unknown: prerequisiteTexts(facts, 'unknown'),
  }
  const shape = { failing, prerequisites, contradictions: facts.score.contradictions.length }
  return {
    ...shape,
    kind: facts.score.answered === 0 && shape.contradictions === 0 ? 'unanswered' : kindOf(shape),
    predicate: facts.targetPredicate,
    gates: rows.length,
    widest: widestGap(areas),
    unanswered: facts.score.questionCount - facts.score.answered - shape.contradictions,
    flags: facts.score.flags.length,
    others: gates
      .filter(table => table.predicate !== facts.targetPredicate)
      .map(table => ({
        predicate: table.predicate,
        passing: table.rows.filter(row => row.passes.substantiated).length,
        gates: table.rows.length,
      })),
  }
}

function kindOf(shape: Pick<Conclusion, 'failing' | 'prerequisites' | 'contradictions'>): Conclusion['kind'] {
  if (shape.failing.claimed.length > 0) return 'below'
  if (shape.failing.substantiated.length > 0) return 'unproven'
  if (shape.contradictions > 0) return 'contradictory'
  return shape.prerequisites.failing.length + shape.prerequisites.unknown.length > 0
    ? 'prerequisites'
    : 'ready'
}

function prerequisiteTexts(facts: ReadinessFacts, verdict: 'fails' | 'unknown'): readonly string[] {
  return facts.prerequisites
    .filter(prerequisite => prerequisite.verdicts.get(facts.targetPredicate) === verdict)
    .map(prerequisite => prerequisite.text)
}

function widestGap(areas: readonly AreaRow[]): Conclusion['widest'] {
  const widest = [...areas].sort((one, other) => compare(other.gap, one.gap))[0]
  return widest && compare(widest.gap, ZERO) > 0 ? { name: widest.name, gap: widest.gap } : null
}
