import { sub, type Exact } from '../engine/exact'
import { composeAreas, type AreaRow } from './compose-areas'
import { composeBreakdown, type BreakdownRow } from './compose-breakdown'
import { composeConclusion, type Conclusion } from './compose-conclusion'
import { composeGates, type GateTable } from './compose-gates'
import { composeContradictions, composeFlags, type ContradictionRow, type FlagRow } from './compose-questions'
import { composeSteps, type StepTable } from './compose-steps'
import type { EvidenceFact, PrerequisiteFact, ReadinessFacts, SatkerFact, Signatory } from './readiness-facts'

/** The readiness report as one result: all in its final order, numbers exact. Page and PDF print it and compute nothing. */
export interface ReadinessReport {
  /** Until submission. */
  readonly draft: boolean
  readonly satker: SatkerFact
  readonly year: number
  readonly round: number
  readonly edition: number
  readonly documentNumber: string
  readonly asOf: string
  readonly generatedAt: string
  /** Of the frozen worksheet. */
  readonly sha256: string | null
  readonly target: { readonly id: string; readonly label: string }
  readonly instrument: { readonly basis: string; readonly questions: number; readonly answered: number }
  readonly areaGates: 'joint' | 'separate'
  readonly conclusion: Conclusion
  readonly figures: Figures
  /** The target predicate first. */
  readonly gates: readonly GateTable[]
  readonly prerequisites: readonly PrerequisiteFact[]
  readonly areas: readonly AreaRow[]
  readonly breakdown: readonly BreakdownRow[]
  readonly contradictions: readonly ContradictionRow[]
  readonly flags: readonly FlagRow[]
  readonly findings: ReadinessFacts['findings']
  readonly steps: readonly StepTable[]
  readonly evidence: readonly EvidenceFact[]
  readonly head: Signatory | null
  readonly chair: Signatory | null
}

export interface Figures {
  readonly claimed: Exact
  readonly substantiated: Exact
  readonly gap: Exact
  /** The target's minimum for the total; null when it has none. */
  readonly minimum: Exact | null
  /** As the official spreadsheet counts. */
  readonly spreadsheet: Exact
}

/** Composes the report (domain.md sections 2 and 3) from gathered facts; pure. */
export function composeReadiness(facts: ReadinessFacts): ReadinessReport {
  const gates = composeGates(facts)
  const areas = composeAreas(facts)
  const {
    satker,
    year,
    round,
    edition,
    documentNumber,
    asOf,
    generatedAt,
    prerequisites,
    evidence,
    head,
    chair,
  } = facts
  return {
    ...{
      satker,
      year,
      round,
      edition,
      documentNumber,
      asOf,
      generatedAt,
      prerequisites,
      evidence,
      head,
      chair,
    },
    draft: facts.submission === null,
    sha256: facts.submission?.sha256 ?? null,
    target: { id: facts.targetPredicate, label: gates[0]?.label ?? '' },
    instrument: {
      basis: facts.instrument.basis.short,
      questions: facts.score.questionCount,
      answered: facts.score.answered,
    },
    areaGates: facts.score.areaGates,
    conclusion: composeConclusion(facts, gates, areas),
    figures: figuresOf(facts, gates[0]),
    gates,
    areas,
    breakdown: composeBreakdown(facts),
    contradictions: composeContradictions(facts),
    flags: composeFlags(facts),
    findings: facts.findings,
    steps: composeSteps(facts),
  }
}

function figuresOf(facts: ReadinessFacts, target: GateTable | undefined): Figures {
  const { claimed, substantiated, spreadsheet } = facts.score
  return {
    claimed: claimed.total,
    substantiated: substantiated.total,
    gap: sub(claimed.total, substantiated.total),
    minimum: target?.rows.find(row => row.section === 'total')?.minimum ?? null,
    spreadsheet: spreadsheet.total,
  }
}
