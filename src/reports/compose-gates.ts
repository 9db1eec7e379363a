import type { Exact } from '../engine/exact'
import type { Gate } from '../engine/scoring/score'
import type { ReadinessFacts } from './readiness-facts'
import { sectionTitle } from './section-titles'

export interface GateRow {
  readonly section: string
  readonly title: string
  /** 1 for a gate inside another gate of the table (an area inside Pengungkit). */
  readonly depth: 0 | 1
  readonly weight: Exact
  readonly claimed: Exact
  readonly substantiated: Exact
  readonly minimum: Exact
  /** Reached − minimum on the substantiated score. */
  readonly distance: Exact
  readonly passes: { readonly claimed: boolean; readonly substantiated: boolean }
}

export interface GateTable {
  readonly predicate: string
  readonly label: string
  readonly rows: readonly GateRow[]
}

/** One table of gates per predicate, the target first, both scores side by side. */
export function composeGates(facts: ReadinessFacts): readonly GateTable[] {
  const target = facts.instrument.predicates.filter(predicate => predicate.id === facts.targetPredicate)
  const others = facts.instrument.predicates.filter(predicate => predicate.id !== facts.targetPredicate)
  return [...target, ...others].map(({ id, label }) => ({ predicate: id, label, rows: gateRows(facts, id) }))
}

function gateRows(facts: ReadinessFacts, predicate: string): readonly GateRow[] {
  const substantiated = facts.score.substantiated.gates.get(predicate) ?? []
  const bySection = new Map(substantiated.map(gate => [gate.section, gate]))
  const claimed = facts.score.claimed.gates.get(predicate) ?? []
  return claimed.map(gate => gateRow(facts, gate, bySection))
}

function gateRow(facts: ReadinessFacts, claimed: Gate, substantiated: ReadonlyMap<string, Gate>): GateRow {
  const section = facts.score.sections.get(claimed.section)
  const proven = substantiated.get(claimed.section)
  if (!section || !proven) throw new Error(`Gate ${claimed.section} has no section or no substantiated side.`)
  return {
    section: claimed.section,
    title: sectionTitle(facts.instrument, claimed.section),
    depth: [...substantiated.keys()].some(other => claimed.section.startsWith(`${other}.`)) ? 1 : 0,
    weight: section.weight,
    claimed: claimed.reached,
    substantiated: proven.reached,
    minimum: claimed.minimum,
    distance: proven.distance,
    passes: { claimed: claimed.passes, substantiated: proven.passes },
  }
}
