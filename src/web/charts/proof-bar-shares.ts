import type { Exact } from '../../engine/exact'
import { formatScore } from '../format/number'
import { shareOf } from './shares'

/**
 * The one picture of "claimed is not proven". Solid = terbukti, hatch = diklaim, belum terbukti, tick = ambang,
 * diamond = dinilai. Always with the numbers beside it.
 */
export interface ProofBarFacts {
  readonly substantiated: Exact
  readonly claimed: Exact
  /** What the whole length stands for. */
  readonly weight: Exact
  readonly minimum?: Exact | null
  readonly evaluated?: Exact | null
}

/** Lengths 0..1 and the words of a bar. */
export interface ProofBarShares {
  readonly substantiated: number
  readonly claimed: number
  readonly minimum: number | null
  readonly evaluated: number | null
  readonly label: string
}

export function proofBarShares(facts: ProofBarFacts): ProofBarShares {
  return {
    substantiated: shareOf(facts.substantiated, facts.weight),
    claimed: shareOf(facts.claimed, facts.weight),
    minimum: facts.minimum ? shareOf(facts.minimum, facts.weight) : null,
    evaluated: facts.evaluated ? shareOf(facts.evaluated, facts.weight) : null,
    label: proofBarLabel(facts),
  }
}

/** `Terbukti 3,70, diklaim 5,03, ambang 4,80 dari 8,00` */
export function proofBarLabel(facts: ProofBarFacts): string {
  const below = facts.minimum ? { below: facts.minimum } : {}
  const parts = [
    `Terbukti ${formatScore(facts.substantiated, below)}`,
    `diklaim ${formatScore(facts.claimed, below)}`,
    ...(facts.evaluated ? [`dinilai ${formatScore(facts.evaluated, below)}`] : []),
    ...(facts.minimum ? [`ambang ${formatScore(facts.minimum)}`] : []),
  ]
  return `${parts.join(', ')} dari ${formatScore(facts.weight)}`
}
