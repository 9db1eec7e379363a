import { div, exact, sum, type Exact } from '../exact'
import type { Instrument, Question, Section } from './instrument'

/** A section with its place in the tree. */
export interface SectionPlace {
  readonly section: Section
  /** Codes from the top down to the parent. */
  readonly ancestors: readonly string[]
  /** Every question below it, in the order of the instrument. */
  readonly questions: readonly Question[]
}

/** A question with its place in the tree. */
export interface QuestionPlace {
  readonly question: Question
  /** Its sub-criterion. */
  readonly section: Section
  /** Codes from the top down to the sub-criterion. */
  readonly ancestors: readonly string[]
  /** Points of the total at value 1: weight of the sub-criterion ÷ its questions. */
  readonly share: Exact
  /** Position in the instrument, from 0. */
  readonly position: number
}

/** A change area: its sections in every block taken together (`A.1` = `A.I.1` + `A.II.1`). */
export interface Area {
  readonly code: string
  readonly name: string
  readonly weight: Exact
  readonly sections: readonly Section[]
  readonly questions: readonly Question[]
}

/** What one working group answers and the head attests: an area, or a whole component without areas (`B`). */
export interface Part extends Area {
  /** `1` … `6`, `B`. */
  readonly id: string
}

export interface Lookup {
  readonly questions: ReadonlyMap<string, QuestionPlace>
  readonly sections: ReadonlyMap<string, SectionPlace>
  /** By joined code, in the order of the instrument. */
  readonly areas: ReadonlyMap<string, Area>
  /** By id, in the order of the instrument. */
  readonly parts: ReadonlyMap<string, Part>
  /** Part id by question code. */
  readonly partOfQuestion: ReadonlyMap<string, string>
  readonly totalWeight: Exact
}

const known = new WeakMap<Instrument, Lookup>()

/** Everything of an instrument by its code. Worked out once per instrument. */
export function lookup(instrument: Instrument): Lookup {
  const found = known.get(instrument) ?? build(instrument)
  known.set(instrument, found)
  return found
}

/** Sections whose areas are gates of their own: those that a threshold names with `per: area`. */
export const sectionsWithAreas = (instrument: Instrument): ReadonlySet<string> =>
  new Set(
    instrument.predicates.flatMap(predicate =>
      predicate.thresholds.flatMap(threshold => ('per' in threshold ? [threshold.section] : [])),
    ),
  )

/** The areas of a component: children of its blocks with the same last code part, joined. */
export function areasOf(component: Section): Area[] {
  const byPart = new Map<string, Section[]>()
  for (const section of component.sections.flatMap(block => block.sections)) {
    const part = lastPart(section.code)
    byPart.set(part, [...(byPart.get(part) ?? []), section])
  }
  return [...byPart].map(([part, sections]) => ({
    code: `${component.code}.${part}`,
    name: sections[0]?.name ?? part,
    weight: sum(sections.map(section => section.weight)),
    sections,
    questions: sections.flatMap(questionsOf),
  }))
}

/** Every question below a section, in the order of the instrument. */
export const questionsOf = (section: Section): readonly Question[] =>
  section.sections.length === 0 ? section.questions : section.sections.flatMap(questionsOf)

const lastPart = (code: string): string => code.slice(code.lastIndexOf('.') + 1)

function build(instrument: Instrument): Lookup {
  const questions = new Map<string, QuestionPlace>()
  const sections = new Map<string, SectionPlace>()
  const visit = (section: Section, ancestors: readonly string[]): void => {
    sections.set(section.code, { section, ancestors, questions: questionsOf(section) })
    const path = [...ancestors, section.code]
    section.sections.forEach(child => visit(child, path))
    if (section.questions.length === 0) return
    const share = div(section.weight, exact(section.questions.length))
    for (const question of section.questions) {
      questions.set(question.code, { question, section, ancestors: path, share, position: questions.size })
    }
  }
  instrument.sections.forEach(section => visit(section, []))
  const withAreas = sectionsWithAreas(instrument)
  const areas = [...sections.values()].flatMap(({ section }) =>
    withAreas.has(section.code) ? areasOf(section) : [],
  )
  const parts = partsOf(instrument, withAreas)
  return {
    questions,
    sections,
    areas: new Map(areas.map(area => [area.code, area])),
    parts: new Map(parts.map(part => [part.id, part])),
    partOfQuestion: new Map(
      parts.flatMap(part => part.questions.map(question => [question.code, part.id] as const)),
    ),
    totalWeight: sum(instrument.sections.map(section => section.weight)),
  }
}

function partsOf(instrument: Instrument, withAreas: ReadonlySet<string>): Part[] {
  return instrument.sections.flatMap(section =>
    withAreas.has(section.code)
      ? areasOf(section).map(area => ({ ...area, id: withAreas.size > 1 ? area.code : lastPart(area.code) }))
      : [
          {
            id: section.code,
            code: section.code,
            name: section.name,
            weight: section.weight,
            sections: [section],
            questions: questionsOf(section),
          },
        ],
  )
}
