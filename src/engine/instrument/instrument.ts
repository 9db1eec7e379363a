import type { Exact } from '../exact'

/** The worksheet (LKE) as data: every weight, value and minimum an exact number, every order as in the source. */
export interface Instrument {
  readonly id: string
  readonly title: string
  readonly basis: Basis
  readonly sourceNote: string
  readonly predicates: readonly Predicate[]
  readonly prerequisites: readonly Prerequisite[]
  readonly sections: readonly Section[]
}

export interface Basis {
  readonly name: string
  readonly short: string
  readonly number: number
  readonly year: number
  readonly subject: string
  readonly annex: string
}

/** A node of the tree: it has either child sections or questions (then it is a sub-criterion), never both. */
export interface Section {
  readonly code: string
  readonly name: string
  readonly weight: Exact
  readonly sections: readonly Section[]
  readonly questions: readonly Question[]
}

export const EVIDENCE_STAGES = ['planning', 'implementation', 'monitoring', 'follow_up', 'impact'] as const
export type EvidenceStage = (typeof EVIDENCE_STAGES)[number]

export const EVIDENCE_NATURES = ['formal', 'trace', 'outcome'] as const
export type EvidenceNature = (typeof EVIDENCE_NATURES)[number]

export const EVIDENCE_VERDICTS = ['memadai', 'kurang', 'tidak relevan', 'meragukan'] as const
export type EvidenceVerdict = (typeof EVIDENCE_VERDICTS)[number]

/** What kind of thing a question asks about, and so what can prove it. */
export type AsksAbout = 'document' | 'practice' | 'result'

interface QuestionBase {
  readonly code: string
  readonly text: string
  /** Examples of evidence, for people. */
  readonly evidence: readonly string[]
  /** The stages a top answer must show. */
  readonly expectedStages: readonly EvidenceStage[]
  readonly asksAbout: AsksAbout
}

/** Answered by choosing one option; options are ordered from the highest value down. */
export interface ChoiceQuestion extends QuestionBase {
  readonly kind: 'choice'
  /** The name of the scale in the source, e.g. `ya_tidak`. */
  readonly scale: string
  readonly options: readonly Option[]
}

export interface Option {
  readonly key: string
  readonly value: Exact
  readonly criterion: string
}

/** Answered by typing counts: (sum of plus − sum of minus) ÷ sum of the denominator, kept in 0..1. */
export interface RatioQuestion extends QuestionBase {
  readonly kind: 'ratio'
  readonly scale: 'ratio' | 'reduction'
  readonly criterion: string
  readonly inputs: readonly Input[]
  readonly numerator: { readonly plus: readonly string[]; readonly minus: readonly string[] }
  readonly denominator: readonly string[]
  readonly numeratorWithinDenominator: boolean
  readonly zeroRule: ZeroRule
}

/** Answered by typing an index of an external survey; value = index ÷ the scale's top. */
export interface IndexQuestion extends QuestionBase {
  readonly kind: 'index'
  readonly scale: 'index4'
  readonly criterion: string
  readonly inputs: readonly [Input]
  readonly divisor: Exact
}

export type Question = ChoiceQuestion | RatioQuestion | IndexQuestion

export interface Input {
  readonly key: string
  readonly label: string
  /** `count`: a whole number ≥ 0. `index`: a decimal within min..max. */
  readonly type: 'count' | 'index'
  /** Kept and shown, never counted, may stay empty. */
  readonly informational: boolean
  readonly min?: Exact
  readonly max?: Exact
}

/** The value when the denominator is 0; `null` means the inputs contradict each other. */
export interface ZeroRule {
  readonly bothZero: Exact | null
  readonly denominatorZero: Exact | null
  readonly source: 'lampiran' | 'aplikasi' | 'dugaan'
  readonly text: string
  /** What proves the value where this rule gave it (a nil statement is proof of nil). */
  readonly asksAbout?: AsksAbout
  readonly expectedStages?: readonly EvidenceStage[]
}

export interface Predicate {
  readonly id: string
  readonly label: string
  readonly thresholds: readonly Threshold[]
}

/** `per: 'area'` stands for one gate per change area, each against minPercent of its own weight. */
export type Threshold =
  | { readonly section: string; readonly min: Exact }
  | { readonly section: string; readonly minPercent: Exact; readonly per: 'area' }

export interface Prerequisite {
  readonly id: string
  readonly text: string
  readonly kind: 'ya_tidak' | 'sakip' | 'since'
  readonly predicates: readonly string[]
  readonly filledBy: 'satker' | 'pusat'
  /** `sakip`: the grades from best to worst and the lowest that passes, per predicate. */
  readonly options?: readonly string[]
  readonly min?: Readonly<Record<string, string>>
  /** `since`: whole months that must have passed. */
  readonly months?: number
}
