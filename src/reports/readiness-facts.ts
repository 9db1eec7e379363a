import type { SeenFindings } from '../findings/findings.service'
import type { TimeZone } from '../web/format/date'
import type { EvidenceNature, EvidenceStage, Instrument } from '../engine/instrument/instrument'
import type { Answers, Missing, Score } from '../engine/scoring/score'

/** Everything the readiness report is made of, gathered once; composing it needs no row, no clock and no request. */
export interface ReadinessFacts {
  readonly satker: SatkerFact
  readonly year: number
  readonly targetPredicate: string
  /** Which time the satker hands in, from 1. */
  readonly round: number
  /** Which worksheet of the round: a submission that was withdrawn leaves its edition behind. */
  readonly edition: number
  /** The frozen worksheet; null until submission: the report is a draft. */
  readonly submission: { readonly at: string; readonly sha256: string } | null
  readonly documentNumber: string
  readonly instrument: Instrument
  readonly answers: Answers
  readonly score: Score
  /** Steps on the substantiated basis, the target predicate first. */
  readonly missing: readonly Missing[]
  /** What the rules say; null before any thresholds were loaded. */
  readonly findings: SeenFindings | null
  readonly prerequisites: readonly PrerequisiteFact[]
  readonly evidence: readonly EvidenceFact[]
  readonly head: Signatory | null
  readonly chair: Signatory | null
  /** The person a question is assigned to, or who answers for its part, by question code. */
  readonly responsible: ReadonlyMap<string, string>
  /** The state the report shows, an instant in UTC. */
  readonly asOf: string
  readonly generatedAt: string
}

export interface SatkerFact {
  readonly name: string
  /** First the organisation, then what stands below it on the letterhead. */
  readonly letterhead: readonly string[]
  readonly logo: Logo | null
  /** An IANA zone, e.g. `Asia/Jakarta`. */
  readonly zone: TimeZone
  /** Where it is signed. */
  readonly city: string
}

export interface Logo {
  readonly kind: 'png' | 'jpg' | 'svg' | 'webp'
  readonly base64: string
}

export interface PrerequisiteFact {
  readonly id: string
  readonly text: string
  /** The value in words, e.g. `Ya`, `BB`, `pencanangan 3 Maret 2025`; null while nobody filled it. */
  readonly value: string | null
  readonly note: string
  readonly verdicts: ReadonlyMap<string, 'passes' | 'fails' | 'unknown'>
}

export interface EvidenceFact {
  /** The number in the frozen worksheet, or the one it would have there: `B-001`. */
  readonly number: string
  readonly title: string
  readonly nature: EvidenceNature
  readonly stages: readonly EvidenceStage[]
  /** Civil dates; `to` only for a period. */
  readonly happened: { readonly from: string; readonly to: string | null } | null
  /** Codes of the questions it serves. */
  readonly questions: readonly string[]
  readonly sha256: readonly string[]
  readonly links: number
  /** False for a `terbatas` piece that the reader may not open: only that it exists is shown. */
  readonly visible: boolean
}

export interface Signatory {
  readonly name: string
  readonly nip: string
  /** E.g. `Kepala Kantor`, `Plt. Kepala Kantor`, `Ketua Tim Zona Integritas`. */
  readonly title: string
}
