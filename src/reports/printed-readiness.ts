import type { ProofBarShares } from '../web/charts/proof-bar-shares'

/** The readiness report as words and places on a scale: what the page and the PDF both print, each in its own form. */
export interface PrintedReadiness {
  readonly documentTitle: string
  readonly author: string
  readonly title: string
  readonly draft: boolean
  readonly draftWord: string
  /** Stands at the head of every page but the first. */
  readonly runningHead: string
  readonly foot: { readonly left: string; readonly middle: string }
  readonly letterhead: {
    readonly organisation: string
    readonly lines: readonly string[]
    readonly logoAlt: string
  }
  readonly meta: readonly Labelled[]
  readonly conclusion: { readonly heading: string; readonly headline: string; readonly text: string }
  readonly figures: readonly Labelled[]
  readonly legend: { readonly proven: string; readonly gap: string; readonly minimum: string }
  readonly gates: readonly Listing<PrintedGate>[]
  readonly prerequisites: Listing<PrintedPrerequisite> & { readonly predicates: readonly string[] }
  readonly areas: Listing<PrintedArea> & { readonly radar: PrintedRadar }
  readonly breakdown: Listing<PrintedSection>
  readonly contradictions: Listing<PrintedContradiction>
  readonly findings: Listing<PrintedFinding>
  readonly flags: Listing<PrintedFlag>
  readonly steps: readonly (Listing<PrintedStep> & { readonly after: string })[]
  readonly reading: { readonly heading: string; readonly notes: readonly Note[]; readonly replaced: string }
  readonly evidence: Listing<PrintedEvidence>
  readonly signatures: {
    readonly heading: string
    readonly intro: string
    readonly people: readonly PrintedSignature[]
  }
}

export interface Labelled {
  readonly label: string
  readonly value: string
}

export interface Note {
  readonly term: string
  readonly text: string
}

/** A headed table; without rows its `intro` says why it is empty. */
export interface Listing<Row> {
  readonly heading: string
  readonly intro: string
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
}

/** Shape and word; `none` is a word alone. */
export interface PrintedStatus {
  readonly kind: 'met' | 'failed' | 'unknown' | 'none'
  readonly word: string
}

export interface PrintedGate {
  readonly name: string
  readonly depth: 0 | 1
  readonly bar: ProofBarShares
  readonly claimed: string
  readonly proven: string
  readonly minimum: string
  readonly status: PrintedStatus
}

export interface PrintedPrerequisite {
  readonly text: string
  readonly verdicts: readonly PrintedStatus[]
  readonly note: string
}

/** The radar as one SVG string for page and PDF, with what it shows in words. */
export interface PrintedRadar {
  readonly svg: string
  readonly description: string
  readonly legend: { readonly proven: string; readonly claimed: string; readonly minimum: string }
}

export interface PrintedArea {
  readonly name: string
  readonly claimed: string
  readonly proven: string
  readonly status: PrintedStatus
}

export interface PrintedSection {
  readonly name: string
  readonly depth: 0 | 1
  readonly bar: ProofBarShares
  readonly weight: string
  readonly answered: string
  readonly flagged: string
  readonly claimed: string
  readonly proven: string
}

export interface PrintedContradiction {
  readonly code: string
  readonly text: string
  readonly seen: string
}

export interface PrintedFinding {
  readonly title: string
  readonly level: string
  readonly seen: string
}

export interface PrintedFlag {
  readonly code: string
  readonly text: string
  readonly answer: string
  readonly kind: string
  readonly seen: string
  readonly toClear: string
}

export interface PrintedStep {
  readonly number: string
  readonly code: string
  readonly text: string
  readonly action: string
  readonly responsible: string
  readonly gain: string
  readonly total: string
}

export interface PrintedEvidence {
  readonly number: string
  readonly title: string
  readonly nature: string
  readonly stages: string
  readonly happened: string
  readonly questions: string
  readonly hashes: readonly string[]
}

export interface PrintedSignature {
  readonly lines: readonly string[]
  readonly name: string
  readonly nip: string
}
