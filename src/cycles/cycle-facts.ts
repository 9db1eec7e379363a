import type { AreaGates } from '../engine/scoring/score'
import type { AssessmentStage } from '../engine/stages/stages'
import type { CycleSettings } from './cycle.entity'
import { ruleWords } from './rule-fields'
import type { WindowStage } from './cycle-window.entity'

/** Civil dates, `YYYY-MM-DD`, both inside. */
export interface WindowDates {
  readonly opensOn: string
  readonly closesOn: string
}

/** A stage without an entry is not bound to dates. */
export type Windows = Readonly<Partial<Record<WindowStage, WindowDates>>>

/** What people type about a cycle. */
export interface CycleDraft {
  readonly year: number
  readonly title: string
  readonly instrumentId: string
  readonly areaGates: AreaGates
  readonly settings: CycleSettings
  readonly windows: Windows
}

/** A cycle as it stands. */
export interface CycleFacts extends CycleDraft {
  readonly id: string
  readonly version: number
  /** `lke-2021 versi 1` */
  readonly instrument: string
  /** It has an assessment: year and instrument are fixed. */
  readonly hasAssessments: boolean
  /** A worksheet was submitted in it: the area gates are fixed too. */
  readonly hasSubmissions: boolean
  /** A result was sealed in it: what leads to which recommendation is fixed too. */
  readonly hasSeals: boolean
}

export type StageCounts = ReadonlyMap<AssessmentStage, number>

export const WINDOW_WORDS: Readonly<Record<WindowStage, string>> = {
  draf: 'Pengisian',
  dikembalikan: 'Perbaikan',
  dievaluasi: 'Evaluasi',
  dinilai: 'Penetapan',
}

export const GATE_WORDS: Readonly<Record<AreaGates, string>> = {
  joint: 'Pemenuhan dan Reform digabung',
  separate: 'Pemenuhan dan Reform masing-masing',
}

/** The facts that the audit trail compares, each under a name of its own. */
export const trailFacts = (draft: CycleDraft, instrument: string): Readonly<Record<string, unknown>> => ({
  cycleYear: draft.year,
  title: draft.title,
  instrument,
  areaGates: GATE_WORDS[draft.areaGates],
  sendBacks: draft.settings.sendBacks,
  preAssessment: draft.settings.preAssessment,
  recommendations: ruleWords(draft.settings.recommendations),
  ...Object.fromEntries(
    Object.entries(draft.windows).map(([stage, { opensOn, closesOn }]) => [stage, [opensOn, closesOn]]),
  ),
})
