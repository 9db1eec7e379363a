import type { Instrument, Section } from '../engine/instrument/instrument'
import { lookup, type Part } from '../engine/instrument/lookup'

/** A stretch of a part under one heading: an area within a block (`Pemenuhan`), or a component's section (`B.I`). */
export interface Block {
  readonly name: string
  readonly section: Section
  /** Its sub-criteria, in order. */
  readonly subs: readonly Section[]
}

/** The blocks of a part: its areas are named by the block they lie in, the sections of a whole component by themselves. */
export function blocksOf(instrument: Instrument, part: Part): Block[] {
  const { sections } = lookup(instrument)
  return part.sections.flatMap(section => {
    const parent = sections.get(section.code)?.ancestors.at(-1)
    const name = parent === undefined ? '' : (sections.get(parent)?.section.name ?? '')
    if (name !== '') return [{ name, section, subs: leavesOf(section) }]
    return section.sections.map(child => ({ name: child.name, section: child, subs: leavesOf(child) }))
  })
}

const leavesOf = (section: Section): Section[] =>
  section.questions.length > 0 ? [section] : section.sections.flatMap(leavesOf)

/** `A.I.1.ii.a` within `A.I.1` is `ii.a`. */
export const shortCode = (code: string, within: string): string =>
  code.startsWith(`${within}.`) ? code.slice(within.length + 1) : code
