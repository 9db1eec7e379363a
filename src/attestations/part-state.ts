import type { AssessmentContext } from '../assessments/assessment-context'
import { lookup, type Part } from '../engine/instrument/lookup'
import type { AttestationRow } from './attestations.repository'

/** What the head last said of one part in the present round. */
export interface PartState {
  /** `1` … `6`, `B`. */
  readonly part: string
  /** `Area 1 Manajemen Perubahan`, `Hasil` */
  readonly name: string
  /** `open`: nothing yet, or taken back. `ended`: attested, and changed afterwards. */
  readonly state: 'open' | 'attested' | 'returned' | 'ended'
  /** Who said it; null while nobody did. */
  readonly by: { readonly id: string; readonly name: string } | null
  readonly acting: boolean
  readonly at: string | null
  /** To the pokja, where the part was returned. */
  readonly remark: string
  /** What ended the attestation, where one ended. */
  readonly because: string
  /** The standing attestation or return. */
  readonly id: string | null
}

export const TAKEN_BACK = 'Dibatalkan oleh kepala satker.'

/** Every part in the order of the instrument with its state; rows as they were said, the oldest first. */
export function partStates(assessment: AssessmentContext, rows: readonly AttestationRow[]): PartState[] {
  const last = new Map(rows.map(row => [row.part, row]))
  return [...lookup(assessment.instrument).parts.values()].map(part => stateOf(part, last.get(part.id)))
}

export const partTitle = (part: Part): string =>
  part.id === part.code ? part.name : `Area ${part.id} ${part.name}`

const nothing = { by: null, acting: false, at: null, remark: '', because: '', id: null } as const

function stateOf(part: Part, row: AttestationRow | undefined): PartState {
  const named = { part: part.id, name: partTitle(part) }
  if (!row || row.endedBecause === TAKEN_BACK) return { ...named, state: 'open', ...nothing }
  return {
    ...named,
    state: row.endedAt === null ? row.outcome : 'ended',
    by: { id: row.createdBy, name: row.createdByName ?? '' },
    acting: Boolean(row.acting),
    at: row.createdAt,
    remark: row.remark,
    because: row.endedBecause,
    id: row.endedAt === null ? row.id : null,
  }
}
