import type { EvidenceNature, EvidenceStage, Question } from '../engine/instrument/instrument'
import type { PrerequisiteVerdict } from '../engine/prerequisites/prerequisite-verdicts'
import type { AreaGates, Flag, QuestionScore } from '../engine/scoring/score'
import type { AssessmentStage } from '../engine/stages/stages'
import type { EvidenceAccess } from '../evidence/evidence.entity'
import type { TimeZone } from '../web/format/date'

/** The first one kept neither letterhead nor signatories; `readFrozenDocument` reads both. */
export const FIRST_FORMAT = 'zona-integritas/lembar-satker/1'
export const FROZEN_FORMAT = 'zona-integritas/lembar-satker/2'

/** A number as exact text: `67/100`, `3`. */
export type ExactText = string
/** An instant in UTC, ISO 8601. */
type Instant = string

/**
 * A satker's worksheet as it was handed in, whole in itself: it can be read, checked and printed without any other row.
 * Its canonical JSON is what the SHA-256 stands for, so a change of its shape is a new format.
 */
export interface FrozenDocument {
  readonly format: typeof FIRST_FORMAT | typeof FROZEN_FORMAT
  readonly assessment: {
    readonly id: string
    readonly worksheet: string
    readonly round: number
    readonly edition: number
    readonly fromStage: AssessmentStage
    readonly targetPredicate: string
    readonly areaGates: AreaGates
  }
  readonly satker: {
    readonly id: string
    readonly code: string
    readonly name: string
    readonly kind: string
    readonly region: string
    readonly city: string
    readonly timeZone: TimeZone
    readonly employees: number
    /** Null in the first format. */
    readonly letterhead: FrozenLetterhead | null
  }
  readonly cycle: { readonly id: string; readonly year: number; readonly title: string }
  readonly instrument: {
    readonly id: string
    readonly code: string
    readonly version: number
    readonly title: string
    readonly basis: string
    /** SHA-256 of its source. */
    readonly checksum: string
  }
  readonly submitted: FrozenAct
  /** Null in the first format. */
  readonly signatories: FrozenSignatories | null
  readonly score: FrozenScore
  /** In the order of the instrument. */
  readonly questions: readonly FrozenQuestion[]
  readonly prerequisites: readonly FrozenPrerequisite[]
  /** The pieces that are used, in the order of their first use. */
  readonly evidence: readonly FrozenEvidence[]
  /** One per part, in the order of the instrument. */
  readonly attestations: readonly (FrozenAct & { readonly part: string; readonly name: string })[]
}

export interface FrozenLetterhead {
  /** As it was typed. */
  readonly lines: readonly string[]
  readonly logo: { readonly sha256: string; readonly mime: string } | null
}

/** Head and chair in office on the day of the hand-in; null where there was none. */
export interface FrozenSignatories {
  readonly head: FrozenSignatory | null
  readonly chair: FrozenSignatory | null
}

export interface FrozenSignatory extends FrozenPerson {
  readonly nip: string
  readonly acting: boolean
}

/** Whoever did something, by name as it was then. */
export interface FrozenPerson {
  readonly id: string
  readonly name: string
}

/** An act of the head; `acting`: by a Plt or Plh. */
export interface FrozenAct {
  readonly by: FrozenPerson
  readonly acting: boolean
  readonly at: Instant
}

export interface FrozenScore {
  readonly answered: number
  readonly questions: number
  readonly claimed: FrozenColumn
  readonly substantiated: FrozenColumn
  readonly spreadsheet: ExactText
  /** Every section from the top down, then the joined areas and the `total`. */
  readonly sections: readonly FrozenSection[]
}

export interface FrozenColumn {
  readonly total: ExactText
  readonly predicates: readonly string[]
  readonly gates: readonly { readonly predicate: string; readonly gates: readonly FrozenGate[] }[]
}

export interface FrozenGate {
  readonly section: string
  readonly minimum: ExactText
  readonly reached: ExactText
  readonly distance: ExactText
  readonly passes: boolean
}

export interface FrozenSection {
  readonly code: string
  readonly name: string
  readonly parent: string | null
  readonly kind: 'section' | 'area' | 'total'
  readonly weight: ExactText
  readonly claimed: ExactText
  readonly substantiated: ExactText
  readonly questions: number
  readonly answered: number
  readonly evidenced: number
  readonly flagged: number
  readonly contradictory: number
}

export interface FrozenQuestion {
  readonly code: string
  /** Its sub-criterion. */
  readonly section: string
  readonly part: string
  readonly text: string
  readonly kind: Question['kind']
  readonly state: QuestionScore['state']
  readonly value: ExactText
  readonly rule: QuestionScore['rule']
  /** What the rule for a zero denominator says, where it gave the value. */
  readonly zeroRule: string | null
  readonly share: ExactText
  readonly coverage: Omit<QuestionScore['coverage'], 'share' | 'because'> & { readonly share: ExactText }
  readonly substantiatedValue: ExactText
  readonly flags: readonly Flag[]
  readonly answer: FrozenAnswer | null
  readonly note: (FrozenSaying & { readonly text: string }) | null
  /** Copied from an earlier cycle and not confirmed: its value is no answer and stands nowhere here. */
  readonly carried: boolean
  readonly uses: readonly FrozenUse[]
}

/** Who said it and when; null where nobody did (copied). */
export interface FrozenSaying {
  readonly by: FrozenPerson | null
  readonly at: Instant | null
}

export interface FrozenAnswer extends FrozenSaying {
  readonly option: { readonly key: string; readonly criterion: string } | null
  readonly inputs: readonly FrozenInput[] | null
}

export interface FrozenInput {
  readonly key: string
  readonly label: string
  /** Exact decimal text, `3.60`. */
  readonly value: string
}

export interface FrozenUse {
  readonly id: string
  readonly evidence: string
  readonly stages: readonly EvidenceStage[]
  readonly claim: string
  readonly page: string
  readonly by: FrozenPerson
  readonly at: Instant
}

export interface FrozenPrerequisite extends FrozenSaying {
  readonly id: string
  readonly text: string
  readonly filledBy: 'satker' | 'pusat'
  readonly value: string | null
  readonly note: string
  /** Judged on the day of the hand-in. */
  readonly verdicts: readonly { readonly predicate: string; readonly verdict: PrerequisiteVerdict }[]
  readonly uses: readonly FrozenUse[]
}

export interface FrozenEvidence {
  readonly id: string
  /** Within this document: `B-001`. */
  readonly number: string
  readonly title: string
  readonly nature: EvidenceNature
  readonly happenedOn: string | null
  readonly happenedUntil: string | null
  readonly documentNumber: string
  readonly issuer: string
  readonly access: EvidenceAccess
  readonly by: FrozenPerson
  readonly at: Instant
  /** The versions that stood then, files and links. */
  readonly files: readonly FrozenFile[]
}

export interface FrozenFile {
  readonly id: string
  readonly slot: string
  readonly version: number
  readonly name: string
  readonly url: string | null
  readonly sha256: string | null
  readonly size: number | null
  readonly contentType: string | null
  readonly by: FrozenPerson
  readonly at: Instant
}
