import { exact, fromText, ZERO, type Exact } from '../engine/exact'
import type { Instrument } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import { gateOf, gateRules } from '../engine/scoring/gates'
import type { AreaGates, Basis, Gate, SectionScore } from '../engine/scoring/score'

/** The stored sums of one section, as they come from the database. */
export interface StoredSection {
  readonly section: string
  readonly claimed: string
  readonly substantiated: string
  readonly answered: number
  readonly evidenced: number
  readonly flagged: number
  readonly contradictory: number
}

export type Sections = ReadonlyMap<string, SectionScore>

/** The score of every section, joined area and the `total` from what is stored; what was never scored is nought. */
export function storedSections(instrument: Instrument, rows: readonly StoredSection[]): Sections {
  const stored = new Map(rows.map(row => [row.section, row]))
  const { sections, areas, totalWeight, questions } = lookup(instrument)
  const places: [code: string, name: string, weight: Exact, questions: number][] = [
    ...[...sections].map(
      ([code, { section, questions: below }]) =>
        [code, section.name, section.weight, below.length] as [string, string, Exact, number],
    ),
    ...[...areas].map(
      ([code, area]) =>
        [code, area.name, area.weight, area.questions.length] as [string, string, Exact, number],
    ),
    ['total', instrument.title, totalWeight, questions.size],
  ]
  return new Map(
    places.map(([code, name, weight, count]) => [
      code,
      sectionOf(code, name, weight, count, stored.get(code)),
    ]),
  )
}

const sectionOf = (
  code: string,
  name: string,
  weight: Exact,
  questions: number,
  row: StoredSection | undefined,
): SectionScore => ({
  code,
  name,
  weight,
  questions,
  claimed: row ? fromText(row.claimed) : ZERO,
  substantiated: row ? fromText(row.substantiated) : ZERO,
  answered: Number(row?.answered ?? 0),
  evidenced: Number(row?.evidenced ?? 0),
  flagged: Number(row?.flagged ?? 0),
  contradictory: Number(row?.contradictory ?? 0),
})

/** Both readings of one gate. */
export interface GatePair {
  readonly section: string
  readonly claimed: Gate
  readonly substantiated: Gate
}

/** The gates of a predicate over stored sums, decided exactly. Throws RangeError on a predicate the instrument lacks. */
export function storedGates(
  instrument: Instrument,
  sections: Pick<ReadonlyMap<string, Pick<SectionScore, Basis>>, 'get'>,
  options: { readonly predicate: string; readonly areaGates: AreaGates },
): readonly GatePair[] {
  const predicate = instrument.predicates.find(candidate => candidate.id === options.predicate)
  if (!predicate) throw new RangeError(`No predicate "${options.predicate}" in ${instrument.id}`)
  return gateRules(instrument, predicate, options.areaGates).map(rule => {
    const score = sections.get(rule.section)
    return {
      section: rule.section,
      claimed: gateOf(rule, score?.claimed ?? ZERO),
      substantiated: gateOf(rule, score?.substantiated ?? ZERO),
    }
  })
}

/** What the whole worksheet is counted in; 100 in the official one. */
export const wholeWeight = (sections: Sections): Exact => sections.get('total')?.weight ?? exact(100)
