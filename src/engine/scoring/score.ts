import type { Exact } from '../exact'
import type { AsksAbout, EvidenceNature, EvidenceStage, EvidenceVerdict } from '../instrument/instrument'

/** What a worksheet holds for one question. Inputs are exact; a key that was not typed is absent. */
export type AnswerValue = { readonly option: string } | { readonly inputs: Readonly<Record<string, Exact>> }

/** Answers by question code; a code that is absent is unanswered. The order is irrelevant. */
export type Answers = ReadonlyMap<string, AnswerValue>

/** One piece of evidence used for one question, with the verdict of the worksheet that is scored. */
export interface EvidenceUse {
  readonly id: string
  readonly question: string
  readonly nature: EvidenceNature
  readonly stages: readonly EvidenceStage[]
  readonly verdict?: EvidenceVerdict
}

/** Whether Pemenuhan and Reform of an area are one gate (`A.1`) or two (`A.I.1`, `A.II.1`). */
export type AreaGates = 'joint' | 'separate'

export interface Score {
  readonly instrument: string
  readonly areaGates: AreaGates
  readonly answered: number
  readonly questionCount: number
  readonly claimed: ScoreColumn
  readonly substantiated: ScoreColumn
  /** As the official spreadsheet counts: mean over the answered questions, nothing answered = 0. */
  readonly spreadsheet: { readonly total: Exact; readonly sections: ReadonlyMap<string, Exact> }
  /** By question code, in the order of the instrument. */
  readonly questions: ReadonlyMap<string, QuestionScore>
  /** By section code, in the order of the instrument; also `total` and each joined area `A.1`…`A.6`. */
  readonly sections: ReadonlyMap<string, SectionScore>
  readonly flags: readonly Flag[]
  readonly contradictions: readonly Contradiction[]
}

export interface ScoreColumn {
  readonly total: Exact
  /** By predicate id, in the order of its thresholds. */
  readonly gates: ReadonlyMap<string, readonly Gate[]>
  /** The predicates all of whose gates pass; prerequisites stand aside. */
  readonly predicates: readonly string[]
}

export interface SectionScore {
  readonly code: string
  readonly name: string
  readonly weight: Exact
  readonly claimed: Exact
  readonly substantiated: Exact
  readonly questions: number
  readonly answered: number
  /** Answered questions with at least one piece of evidence that counts. */
  readonly evidenced: number
  /** Questions with at least one flag. */
  readonly flagged: number
  readonly contradictory: number
}

export type ValueRule = 'scale' | 'ratio' | 'reduction' | 'index' | 'zero-rule'

export interface QuestionScore {
  readonly code: string
  /** `contradictory` has no value and counts as unanswered; `incomplete`: some inputs are still missing. */
  readonly state: 'answered' | 'unanswered' | 'incomplete' | 'contradictory'
  /** Exact 0..1; 0 unless answered. */
  readonly value: Exact
  readonly rule: ValueRule | null
  /** The points of the total that this question carries at value 1: weight of its sub-criterion ÷ its questions. */
  readonly share: Exact
  readonly coverage: Coverage
  /** min(value, coverage). */
  readonly substantiatedValue: Exact
  readonly asksAbout: AsksAbout
  readonly flags: readonly FlagKind[]
}

export interface Coverage {
  /** Exact 0..1, after the caps of the flags. */
  readonly share: Exact
  readonly expected: readonly EvidenceStage[]
  readonly shown: readonly EvidenceStage[]
  readonly missing: readonly EvidenceStage[]
  /** The nature that would lift the cap: a trace for a practice, an outcome for a result; null when nothing is lacking. */
  readonly missingNature: EvidenceNature | null
  /** Ids of the uses that count. */
  readonly because: readonly string[]
}

export type FlagKind = 'unsupported' | 'document-only' | 'no-outcome'

/** A question to people, never a verdict. */
export interface Flag {
  readonly question: string
  readonly kind: FlagKind
  /** What was seen: how many pieces count, of which natures, showing which stages. */
  readonly seen: {
    readonly pieces: number
    readonly natures: readonly EvidenceNature[]
    readonly shown: readonly EvidenceStage[]
  }
  /** How to clear it. */
  readonly toClear: { readonly stages: readonly EvidenceStage[]; readonly nature: EvidenceNature | null }
}

export interface Contradiction {
  readonly question: string
  readonly kind: 'part-above-whole' | 'above-zero-denominator'
  readonly numerator: Exact
  readonly denominator: Exact
}

export interface Gate {
  /** Section code, `total`, or a joined area `A.1`. */
  readonly section: string
  readonly minimum: Exact
  readonly reached: Exact
  /** reached − minimum; below 0 when the gate fails. */
  readonly distance: Exact
  readonly passes: boolean
}

export type Basis = 'claimed' | 'substantiated'

/** What to do so that every reachable gate of one predicate passes, on one basis. */
export interface Missing {
  readonly predicate: string
  readonly basis: Basis
  readonly steps: readonly Step[]
  /** Gates that no step can close, by section. */
  readonly unreachable: readonly string[]
}

export interface Step {
  readonly question: string
  /** The answer now: an option's key, a ratio's value or an index; null when there is none. */
  readonly from: string | Exact | null
  readonly to: string | Exact
  /** Points added to the total on the basis of the list. */
  readonly gain: Exact
  /** Stages and nature the evidence must still show for `to` to carry (substantiated basis only). */
  readonly stages: readonly EvidenceStage[]
  readonly nature: EvidenceNature | null
  /** An index of an external survey: not in the hands of the satker. */
  readonly external: boolean
  /** Gates that this step closes, in the order of the list. */
  readonly closes: readonly string[]
}
