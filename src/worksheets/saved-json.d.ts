/*
 * What the server answers to a script that saves an answer or adds evidence, for both sides: the server writes it, the
 * modules of `src/browser/` read it. Declarations alone, so that neither side's build takes in the other.
 */

/** A state as the server words it. */
export interface StatusJson {
  readonly tone: string
  readonly icon: string
  readonly text: string
}

/** A field that was saved. */
export interface SavedJson {
  readonly field: 'value' | 'note'
  readonly version: number
  /** In words: the time today, the date before. */
  readonly savedAt: string
  /** What stands now in the inputs of a counted question, as it is typed: somebody else's may have come along. */
  readonly inputs: Readonly<Record<string, string>> | null
  /** Null when a note was saved and nobody changed the value meanwhile. */
  readonly scored: ScoredJson | null
  /** What somebody else changed in the other field, when the page did not know it yet. */
  readonly newer: (StandingJson & { readonly field: 'value' | 'note'; readonly by: string }) | null
}

/** What stands in one field. */
export interface StandingJson {
  readonly version: number
  readonly note?: string
  readonly value?: {
    readonly option: string | null
    readonly inputs: Readonly<Record<string, string>> | null
  }
}

/** A field that somebody else changed: both contents. */
export interface ConflictJson {
  readonly error: 'conflict'
  readonly message: string
  readonly current: StandingJson
  readonly words: {
    readonly lead: string
    readonly theirName: string
    readonly theirState: string
    /** Markup made safe by the server. */
    readonly mine: string
    readonly theirs: string
  }
}

/** A field that cannot be kept; messages by input key, `option` or `note`. */
export interface RefusedJson {
  readonly error: string
  readonly message: string
  readonly fields?: Readonly<Record<string, string>>
}

/** What a change moves on the page of its part. */
export interface ScoredJson {
  readonly question: ScoredQuestionJson
  /** Points by section code of the part, in words. */
  readonly sections: Readonly<
    Record<string, { readonly claimed: string; readonly substantiated: string; readonly count: string }>
  >
  readonly part: {
    readonly id: string
    readonly count: string
    readonly answered: string
    readonly flagged: string
    readonly claimed: string
    readonly substantiated: string
    readonly bar: string
    readonly gates: readonly { readonly label: string; readonly status: StatusJson }[]
    /** Count of the filter `belum`. */
    readonly open: number
  }
}

export interface ScoredQuestionJson {
  readonly code: string
  readonly answered: boolean
  /** Null: saved, with the time that comes along. */
  readonly status: StatusJson | null
  readonly computed: {
    readonly formula: string
    readonly result: string
    readonly rule: string
    readonly contradiction: string
  } | null
  readonly coverage: { readonly stages: readonly { readonly text: string; readonly shown: boolean }[] }
  readonly flags: readonly { readonly lead: string; readonly text: string }[]
}
