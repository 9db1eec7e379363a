import type { Exact } from '../engine/exact'
import type { Instrument, Section } from '../engine/instrument/instrument'
import { lookup, type Area } from '../engine/instrument/lookup'
import type { SectionScore } from '../engine/scoring/score'
import { numberOf } from '../reports/section-titles'
import { proofBar } from '../web/charts/proof-bar'
import { gateStatus, type Status } from '../web/components/status'
import { formatScore } from '../web/format/number'
import type { SafeHtml } from '../web/html'
import type { GatePair, Sections } from './stored-score'

/** How far one block of an area is: answered, evidenced, flagged. */
export interface BlockCell {
  /** `10/12` */
  readonly answered: string
  readonly complete: boolean
  readonly evidenced: string
  readonly proven: boolean
  readonly flagged: string
  readonly anyFlag: boolean
  readonly label: string
}

export interface ScoreCells {
  readonly bar: SafeHtml
  readonly substantiated: string
  readonly claimed: string
  /** Why it has its score; its title for who hears the link alone. */
  readonly origin: { readonly href: string; readonly title: string }
  /** `Ambang 4,80`, or `Ambang` where no minimum stands. */
  readonly minimumLabel: string
  readonly gates: readonly { readonly label: string; readonly status: Status }[]
}

export interface AreaRow extends ScoreCells {
  readonly title: string
  readonly href: string
  readonly blocks: readonly BlockCell[]
}

/** The change areas of a component over its blocks, and the component below them. */
export interface AreaTable {
  readonly name: string
  readonly blocks: readonly string[]
  readonly rows: readonly AreaRow[]
}

/** Sections without areas (Hasil), from the top down. */
export interface SectionTable {
  readonly name: string
  readonly rows: readonly (ScoreCells & {
    readonly title: string
    readonly href: string
    readonly depth: number
    readonly block: BlockCell
    readonly sum: boolean
  })[]
}

type Gates = ReadonlyMap<string, GatePair>
/** Addresses of a part to fill in, and of the origin of a section's score. */
interface Hrefs {
  readonly part: (part: string) => string
  readonly origin: (section: string) => string
}

export function areaTables(
  instrument: Instrument,
  sections: Sections,
  gates: readonly GatePair[],
  hrefs: Hrefs,
): AreaTable[] {
  const { areas } = lookup(instrument)
  const bySection: Gates = new Map(gates.map(gate => [gate.section, gate]))
  return instrument.sections.flatMap(component => {
    const own = [...areas.values()].filter(area => area.code.startsWith(`${component.code}.`))
    if (own.length === 0) return []
    const total = sections.get(component.code)!
    return [
      {
        name: component.name,
        blocks: component.sections.map(block => block.name),
        rows: [
          ...own.map(area => areaRow(instrument, area, sections, bySection, hrefs)),
          {
            title: component.name,
            href: '',
            blocks: component.sections.map(block => blockCell(block.name, sections.get(block.code))),
            ...scoreCells(total, [['', bySection.get(component.code)]], hrefs),
          },
        ],
      },
    ]
  })
}

function areaRow(
  instrument: Instrument,
  area: Area,
  sections: Sections,
  gates: Gates,
  hrefs: Hrefs,
): AreaRow {
  const blockName = (section: Section) =>
    lookup(instrument).sections.get(lookup(instrument).sections.get(section.code)?.ancestors.at(-1) ?? '')
      ?.section.name ?? ''
  const joint = gates.get(area.code)
  return {
    title: `${numberOf(area.code)}. ${area.name}`,
    href: hrefs.part(lookup(instrument).partOfQuestion.get(area.questions[0]?.code ?? '') ?? ''),
    blocks: area.sections.map(section => blockCell(blockName(section), sections.get(section.code))),
    ...scoreCells(
      sections.get(area.code)!,
      joint ? [['', joint]] : area.sections.map(section => [blockName(section), gates.get(section.code)]),
      hrefs,
    ),
  }
}

export function sectionTables(
  instrument: Instrument,
  sections: Sections,
  gates: readonly GatePair[],
  hrefs: Hrefs,
): SectionTable[] {
  const { parts, areas } = lookup(instrument)
  const bySection: Gates = new Map(gates.map(gate => [gate.section, gate]))
  return [...parts.values()]
    .filter(part => !areas.has(part.code))
    .map(part => {
      const [component] = part.sections
      const below = component ? gatedBelow(component.sections, 0, bySection) : []
      return {
        name: part.name,
        rows: [...below, ...(component ? [{ section: component, depth: 0 }] : [])].map(
          ({ section, depth }) => ({
            title: section.name,
            href: hrefs.part(part.id),
            depth,
            block: blockCell('Terjawab', sections.get(section.code)),
            sum: section === component,
            ...scoreCells(sections.get(section.code)!, [['', bySection.get(section.code)]], hrefs),
          }),
        ),
      }
    })
}

/** A section below the first level is shown where it is a gate of its own. */
function gatedBelow(
  list: readonly Section[],
  depth: number,
  gates: Gates,
): { section: Section; depth: number }[] {
  return list.flatMap(section => [
    ...(depth === 0 || gates.has(section.code) ? [{ section, depth }] : []),
    ...gatedBelow(section.sections, depth + 1, gates),
  ])
}

function blockCell(label: string, score: SectionScore | undefined): BlockCell {
  const { answered = 0, questions = 0, evidenced = 0, flagged = 0 } = score ?? {}
  return {
    label,
    answered: `${answered}/${questions}`,
    complete: answered === questions,
    evidenced: String(evidenced),
    proven: evidenced === answered,
    flagged: String(flagged),
    anyFlag: flagged > 0,
  }
}

function scoreCells(
  score: SectionScore,
  gates: readonly (readonly [string, GatePair | undefined])[],
  hrefs: Hrefs,
): ScoreCells {
  const held = gates.flatMap(([label, gate]) => (gate ? [{ label, gate: gate.substantiated }] : []))
  const minimum: Exact | null = held.length === 1 ? (held[0]?.gate.minimum ?? null) : null
  const below = minimum ? { below: minimum } : {}
  return {
    bar: proofBar({ ...score, minimum }),
    substantiated: formatScore(score.substantiated, below),
    claimed: formatScore(score.claimed, below),
    origin: { href: hrefs.origin(score.code), title: score.name },
    minimumLabel: minimum ? `Ambang ${formatScore(minimum)}` : 'Ambang',
    gates: held.map(({ label, gate }) => ({ label, status: gateStatus(gate) })),
  }
}
