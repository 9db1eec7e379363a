import type { Instrument, Section } from '../engine/instrument/instrument'
import type { SectionScore } from '../engine/scoring/score'
import type { ReadinessFacts } from './readiness-facts'

/** A block, an area of a block, or a part of Hasil, with what stands behind its score. */
export interface BreakdownRow {
  readonly depth: 0 | 1
  readonly score: SectionScore
}

/** The blocks of the instrument, each with the sections right below it. */
export function composeBreakdown(facts: ReadinessFacts): readonly BreakdownRow[] {
  return blocks(facts.instrument).flatMap(block => [
    row(facts, block, 0),
    ...block.sections.map(section => row(facts, section, 1)),
  ])
}

function blocks(instrument: Instrument): readonly Section[] {
  return instrument.sections.flatMap(component =>
    component.sections.length > 0 ? component.sections : [component],
  )
}

function row(facts: ReadinessFacts, section: Section, depth: 0 | 1): BreakdownRow {
  const score = facts.score.sections.get(section.code)
  if (!score) throw new Error(`The score has no section ${section.code}.`)
  return { depth, score }
}
