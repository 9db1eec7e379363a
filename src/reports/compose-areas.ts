import { div, sub, type Exact } from '../engine/exact'
import { lookup, type Area } from '../engine/instrument/lookup'
import type { Gate } from '../engine/scoring/score'
import type { ReadinessFacts } from './readiness-facts'
import { numberOf } from './section-titles'

/** One change area, its blocks together, as shares of its weight (exact 0..1). */
export interface AreaRow {
  readonly number: string
  readonly name: string
  readonly claimed: Exact
  readonly substantiated: Exact
  /** Points claimed that nothing shows yet. */
  readonly gap: Exact
  /** The target's minimum as a share; null when it asks for none. */
  readonly minimum: Exact | null
  /** Whether its gate passes on the substantiated score, or all of them where blocks are gates of their own. */
  readonly passes: boolean
}

/** The change areas in the order of the instrument. */
export function composeAreas(facts: ReadinessFacts): readonly AreaRow[] {
  const gates = facts.score.substantiated.gates.get(facts.targetPredicate) ?? []
  return [...lookup(facts.instrument).areas.values()].map(area => areaRow(facts, area, gates))
}

function areaRow(facts: ReadinessFacts, area: Area, gates: readonly Gate[]): AreaRow {
  const codes = [area.code, ...area.sections.map(section => section.code)]
  const own = gates.filter(gate => codes.includes(gate.section))
  const score = facts.score.sections.get(area.code)
  if (!score) throw new Error(`The score has no area ${area.code}.`)
  return {
    number: numberOf(area.code),
    name: area.name,
    claimed: div(score.claimed, area.weight),
    substantiated: div(score.substantiated, area.weight),
    gap: sub(score.claimed, score.substantiated),
    minimum: minimumShare(facts, own[0]),
    passes: own.every(gate => gate.passes),
  }
}

function minimumShare(facts: ReadinessFacts, gate: Gate | undefined): Exact | null {
  const weight = gate && facts.score.sections.get(gate.section)?.weight
  return gate && weight ? div(gate.minimum, weight) : null
}
