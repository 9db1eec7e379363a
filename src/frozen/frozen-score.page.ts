import { fromText } from '../engine/exact'
import { gateStatus, type Status } from '../web/components/status'
import { formatPart, formatScore } from '../web/format/number'
import type { FrozenDocument, FrozenGate, FrozenScore } from './frozen-document'

/** The gates of one predicate on both readings. */
export interface GateTable {
  readonly predicate: string
  readonly rows: readonly {
    readonly title: string
    readonly minimum: string
    readonly claimed: string
    readonly claimedStatus: Status
    readonly substantiated: string
    readonly substantiatedStatus: Status
  }[]
}

export function frozenFigures(score: FrozenScore): { readonly label: string; readonly value: string }[] {
  const flagged = score.sections.find(section => section.kind === 'total')?.flagged ?? 0
  return [
    { label: 'Diklaim', value: shown(score.claimed.total) },
    { label: 'Terbukti', value: shown(score.substantiated.total) },
    { label: 'Cara hitung lembar resmi', value: shown(score.spreadsheet) },
    { label: 'Dijawab', value: formatPart(score.answered, score.questions) },
    { label: 'Bertanda', value: String(flagged) },
  ]
}

export function gateTables({ score }: FrozenDocument): GateTable[] {
  const titles = new Map(score.sections.map(section => [section.code, section]))
  const titleOf = (code: string): string => {
    const section = titles.get(code)
    if (!section) return code
    if (section.kind === 'total') return 'Nilai total'
    if (section.kind === 'area') return `Area ${code.slice(code.lastIndexOf('.') + 1)} ${section.name}`
    return `${code} ${section.name}`
  }
  return score.claimed.gates.map(({ predicate, gates }) => {
    const proven = score.substantiated.gates.find(column => column.predicate === predicate)?.gates ?? []
    return {
      predicate,
      rows: gates.map((gate, index) => {
        const substantiated = proven[index] ?? gate
        return {
          title: titleOf(gate.section),
          minimum: shown(gate.minimum),
          claimed: reached(gate),
          claimedStatus: statusOf(gate),
          substantiated: reached(substantiated),
          substantiatedStatus: statusOf(substantiated),
        }
      }),
    }
  })
}

export const shown = (text: string): string => formatScore(fromText(text))

const reached = (gate: FrozenGate): string =>
  formatScore(fromText(gate.reached), { below: fromText(gate.minimum) })

const statusOf = (gate: FrozenGate): Status =>
  gateStatus({ passes: gate.passes, distance: fromText(gate.distance) })

/** A weight without needless places: `4`, `3,50`. */
export const weightText = (text: string): string => formatScore(fromText(text)).replace(/,00$/, '')
