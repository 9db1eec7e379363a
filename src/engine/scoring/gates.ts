import { compare, div, exact, mul, sub, type Exact } from '../exact'
import type { Instrument, Predicate, Question, Section, Threshold } from '../instrument/instrument'
import { areasOf, lookup, questionsOf } from '../instrument/lookup'
import type { AreaGates, Gate } from './score'

/** One minimum to be held, before any score: section code, `total` or a joined area. */
export interface GateRule {
  readonly section: string
  readonly minimum: Exact
  readonly questions: readonly Question[]
}

const known = new WeakMap<Instrument, Map<string, readonly GateRule[]>>()

/**
 * The gates of a predicate in the order of its thresholds; `per: area` unfolds into one gate per area, joint or separate.
 * Worked out once per instrument.
 */
export function gateRules(
  instrument: Instrument,
  predicate: Predicate,
  areaGates: AreaGates,
): readonly GateRule[] {
  const ofInstrument = known.get(instrument) ?? new Map<string, readonly GateRule[]>()
  known.set(instrument, ofInstrument)
  const key = `${areaGates} ${predicate.id}`
  const rules =
    ofInstrument.get(key) ??
    predicate.thresholds.flatMap(threshold => rulesOf(instrument, threshold, areaGates))
  ofInstrument.set(key, rules)
  return rules
}

function rulesOf(instrument: Instrument, threshold: Threshold, areaGates: AreaGates): GateRule[] {
  const { sections } = lookup(instrument)
  if (threshold.section === 'total') {
    const questions = instrument.sections.flatMap(questionsOf)
    return 'min' in threshold ? [{ section: 'total', minimum: threshold.min, questions }] : []
  }
  const place = sections.get(threshold.section)
  if (!place) throw new RangeError(`Threshold on a section that does not exist: ${threshold.section}`)
  if ('min' in threshold) {
    return [{ section: threshold.section, minimum: threshold.min, questions: place.questions }]
  }
  const share = div(threshold.minPercent, exact(100))
  return areaUnits(place.section, areaGates).map(unit => ({
    section: unit.code,
    minimum: mul(share, unit.weight),
    questions: unit.questions,
  }))
}

const areaUnits = (
  component: Section,
  areaGates: AreaGates,
): Pick<SectionUnit, 'code' | 'weight' | 'questions'>[] =>
  areaGates === 'joint'
    ? areasOf(component)
    : component.sections
        .flatMap(block => block.sections)
        .map(section => ({ code: section.code, weight: section.weight, questions: questionsOf(section) }))

interface SectionUnit {
  readonly code: string
  readonly weight: Exact
  readonly questions: readonly Question[]
}

/** A rule held against what was reached; decided exactly. */
export function gateOf(rule: GateRule, reached: Exact): Gate {
  const distance = sub(reached, rule.minimum)
  return {
    section: rule.section,
    minimum: rule.minimum,
    reached,
    distance,
    passes: compare(reached, rule.minimum) >= 0,
  }
}
