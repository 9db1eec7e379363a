import { toText } from '../engine/exact'
import type { Instrument } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import type { Gate, Score, ScoreColumn } from '../engine/scoring/score'
import type { FrozenColumn, FrozenGate, FrozenScore, FrozenSection } from './frozen-document'

/** The score with every number as exact text. */
export function frozenScore(instrument: Instrument, score: Score): FrozenScore {
  return {
    answered: score.answered,
    questions: score.questionCount,
    claimed: frozenColumn(score.claimed),
    substantiated: frozenColumn(score.substantiated),
    spreadsheet: toText(score.spreadsheet.total),
    sections: frozenSections(instrument, score),
  }
}

const frozenColumn = ({ total, gates, predicates }: ScoreColumn): FrozenColumn => ({
  total: toText(total),
  predicates,
  gates: [...gates].map(([predicate, held]) => ({ predicate, gates: held.map(frozenGate) })),
})

const frozenGate = (gate: Gate): FrozenGate => ({
  section: gate.section,
  minimum: toText(gate.minimum),
  reached: toText(gate.reached),
  distance: toText(gate.distance),
  passes: gate.passes,
})

function frozenSections(instrument: Instrument, score: Score): FrozenSection[] {
  const { sections, areas } = lookup(instrument)
  const kindOf = (code: string): FrozenSection['kind'] => {
    if (code === 'total') return 'total'
    return areas.has(code) ? 'area' : 'section'
  }
  return [...score.sections.values()].map(section => ({
    code: section.code,
    name: section.name,
    parent: sections.get(section.code)?.ancestors.at(-1) ?? null,
    kind: kindOf(section.code),
    weight: toText(section.weight),
    claimed: toText(section.claimed),
    substantiated: toText(section.substantiated),
    questions: section.questions,
    answered: section.answered,
    evidenced: section.evidenced,
    flagged: section.flagged,
    contradictory: section.contradictory,
  }))
}
