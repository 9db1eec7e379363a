import type { AssessmentContext } from '../assessments/assessment-context'
import { lookup, type Part } from '../engine/instrument/lookup'
import type { Gate, Score, SectionScore } from '../engine/scoring/score'
import { paths } from '../paths'
import { proofBar } from '../web/charts/proof-bar'
import { gateStatus, type Status } from '../web/components/status'
import { formatScore } from '../web/format/number'
import type { SafeHtml } from '../web/html'
import { blocksOf } from './worksheet-tree'

/** The list of the seven parts, the present one unfolded. */
export interface PartLink {
  readonly id: string
  readonly name: string
  readonly href: string
  readonly current: boolean
  readonly count: string
  /** `''` when nothing is flagged. */
  readonly flagged: string
  readonly blocks: readonly {
    readonly code: string
    readonly name: string
    readonly href: string
    readonly count: string
  }[]
}

/** Claimed beside substantiated, and the gates of the target predicate that lie in the part. */
export interface PartScore {
  readonly title: string
  readonly weight: string
  /** Why the part has its score. */
  readonly originHref: string
  readonly bar: SafeHtml
  readonly claimed: string
  readonly substantiated: string
  /** `''` when the part as a whole has no minimum. */
  readonly minimum: string
  readonly gates: readonly { readonly label: string; readonly status: Status }[]
}

export function partLinks(assessment: AssessmentContext, score: Score, current: string): PartLink[] {
  const parts = [...lookup(assessment.instrument).parts.values()]
  return parts.map(part => {
    const section = score.sections.get(part.code)!
    return {
      id: part.id,
      name: part.name,
      href: paths.worksheetPart(assessment.id, part.id),
      current: part.id === current,
      count: countText(section),
      flagged: section.flagged > 0 ? String(section.flagged) : '',
      blocks: part.id === current ? blockLinks(assessment, score, part) : [],
    }
  })
}

const blockLinks = (assessment: AssessmentContext, score: Score, part: Part): PartLink['blocks'] =>
  blocksOf(assessment.instrument, part).map(({ name, section: { code } }) => ({
    code,
    name,
    href: `#blok-${code}`,
    count: countText(score.sections.get(code)!),
  }))

/** `13/16` */
export const countText = ({ answered, questions }: Pick<SectionScore, 'answered' | 'questions'>): string =>
  `${answered}/${questions}`

export function partScore(assessment: AssessmentContext, score: Score, part: Part): PartScore {
  const section = score.sections.get(part.code)!
  const gates = gatesWithin(part, score.substantiated.gates.get(assessment.targetPredicate) ?? [])
  const own = gates.find(gate => gate.section === part.code)
  const below = own ? { below: own.minimum } : {}
  const names = new Map(blocksOf(assessment.instrument, part).map(block => [block.section.code, block.name]))
  return {
    title: part.code === part.id ? part.name : `Area ${part.id}`,
    weight: formatScore(part.weight).replace(/,00$/, ''),
    originHref: paths.scoreOrigin(assessment.id, part.code),
    bar: proofBar({
      substantiated: section.substantiated,
      claimed: section.claimed,
      weight: part.weight,
      minimum: own?.minimum ?? null,
    }),
    claimed: formatScore(section.claimed, below),
    substantiated: formatScore(section.substantiated, below),
    minimum: own ? formatScore(own.minimum) : '',
    gates: gates.map(gate => ({
      label: gate === own ? '' : (names.get(gate.section) ?? score.sections.get(gate.section)?.name ?? ''),
      status: gateStatus(gate),
    })),
  }
}

const gatesWithin = (part: Part, gates: readonly Gate[]): Gate[] =>
  gates.filter(
    gate =>
      gate.section === part.code ||
      part.sections.some(
        section => gate.section === section.code || gate.section.startsWith(`${section.code}.`),
      ),
  )
