import { fromText, isZero, sub, type Exact } from '../engine/exact'
import { lookup } from '../engine/instrument/lookup'
import { prerequisiteVerdicts, type PrerequisiteVerdict } from '../engine/prerequisites/prerequisite-verdicts'
import { civilDate } from '../clock'
import { numberOf, sectionTitle } from '../reports/section-titles'
import { gateStatus, STATUS, type Status } from '../web/components/status'
import { formatGain, formatScore } from '../web/format/number'
import type { Result } from './results.service'

/** A change area or a part of Hasil in points: what the satker handed in, what was found. */
export interface ResultArea {
  readonly title: string
  readonly weight: string
  readonly claimed: string
  readonly evaluated: string
  readonly change: string
}

export interface ResultGates {
  readonly predicate: string
  readonly label: string
  readonly rows: readonly {
    readonly title: string
    readonly evaluated: string
    readonly minimum: string
    readonly status: Status
  }[]
}

export interface ResultPrerequisite {
  readonly text: string
  readonly verdicts: readonly { readonly predicate: string; readonly status: Status }[]
}

/** The change areas, the parts without areas, and the total last. */
export function resultAreas({ evaluation, handedIn, score }: Result): ResultArea[] {
  const { instrument } = evaluation.assessment
  const { areas, parts } = lookup(instrument)
  const claimed = new Map(handedIn.score.sections.map(section => [section.code, fromText(section.claimed)]))
  const rest = [...parts.values()].filter(part => !areas.has(part.code)).map(part => part.code)
  return [...areas.keys(), ...rest, 'total'].flatMap(code => {
    const section = score.sections.get(code)
    const before = claimed.get(code)
    if (!section || !before) return []
    return [
      {
        title: areas.has(code) ? `${numberOf(code)}. ${section.name}` : sectionTitle(instrument, code),
        weight: formatScore(section.weight),
        claimed: formatScore(before),
        evaluated: formatScore(section.claimed),
        change: changeWord(sub(section.claimed, before)),
      },
    ]
  })
}

/** A change with its sign; none is `0,00`. */
export const changeWord = (change: Exact): string =>
  isZero(change) ? formatScore(change) : formatGain(change)

/** One table of gates per predicate, in the order of the instrument, on the evaluated score. */
export const resultGates = ({ evaluation, score }: Result): ResultGates[] => {
  const { instrument } = evaluation.assessment
  return instrument.predicates.map(({ id, label }) => ({
    predicate: id,
    label,
    rows: (score.claimed.gates.get(id) ?? []).map(gate => ({
      title: sectionTitle(instrument, gate.section),
      evaluated: formatScore(gate.reached, { below: gate.minimum }),
      minimum: formatScore(gate.minimum),
      status: gateStatus(gate),
    })),
  }))
}

const VERDICTS: Readonly<Record<PrerequisiteVerdict, Status>> = {
  passes: STATUS.met,
  fails: { tone: 'bad', icon: 'cross', text: 'Tidak terpenuhi' },
  unknown: { tone: 'mut', icon: 'dashring', text: 'Belum diisi' },
}

/** Prerequisites as they were handed in. */
export function resultPrerequisites({ evaluation, handedIn }: Result): ResultPrerequisite[] {
  const { instrument, timeZone } = evaluation.assessment
  const values = new Map(handedIn.prerequisites.map(row => [row.id, row.value]))
  const on = civilDate(new Date(handedIn.submitted.at), timeZone)
  return instrument.prerequisites.map(prerequisite => ({
    text: prerequisite.text,
    verdicts: [...prerequisiteVerdicts(prerequisite, values.get(prerequisite.id) ?? null, on)].map(
      ([predicate, verdict]) => ({ predicate, status: VERDICTS[verdict] }),
    ),
  }))
}
