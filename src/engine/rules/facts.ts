import type { CivilDate } from '../civil-days'
import type { AsksAbout, EvidenceNature, EvidenceStage } from '../instrument/instrument'
import type { FlagKind, QuestionScore } from '../scoring/score'
import type { IndexScale } from '../surveys/index-scales'

/** A decimal (`87.65`) or a fraction as `toText` writes it (`67/100`): exact. */
export type ExactText = string
/** Whoever it was, the same key for the same person; no name. */
export type PersonKey = string

/**
 * All that rules read of one satker in one cycle, as plain values that JSON can carry. Ids are those of the rows, so
 * that a finding leads to them. What is not known is null or an empty list, never a guess.
 */
export interface Facts {
  /** The day on which it is read. */
  readonly today: CivilDate
  readonly cycle: CycleFacts
  readonly staff: StaffFacts
  readonly profiles: readonly ProfileFacts[]
  readonly predicates: readonly PredicateFacts[]
  readonly activities: readonly ActivityFacts[]
  readonly goals: readonly GoalFacts[]
  readonly innovations: readonly InnovationFacts[]
  readonly agreements: readonly AgreementFacts[]
  readonly quarters: readonly QuarterFacts[]
  readonly inputs: readonly InputFacts[]
  readonly complaints: readonly ComplaintFacts[]
  readonly surveys: readonly SurveyFacts[]
  readonly evidence: readonly EvidenceFacts[]
  readonly uploads: readonly UploadFacts[]
  readonly contributions: readonly ContributionFacts[]
  readonly attestations: readonly AttestationFacts[]
  readonly worksheet: WorksheetFacts
  readonly notes: readonly NoteFacts[]
  /** Of those who work there today by the roster, the ones who serve the public directly. */
  readonly frontLineStaff: readonly PersonKey[]
}

export interface CycleFacts {
  readonly year: number
  /** What the satker means to reach: `WBK`, `WBBM`. */
  readonly predicate: string
  /** The last hand-in; null before. */
  readonly submittedOn: CivilDate | null
}

/** Who works there today, from the roster; null where there is none. */
export interface StaffFacts {
  readonly employees: number | null
  readonly frontLine: number | null
  readonly agents: readonly PersonKey[]
}

/** The profile of one quarter; null is not said. */
export interface ProfileFacts {
  readonly id: string
  readonly year: number
  readonly quarter: number
  readonly employees: number | null
  readonly frontLine: number | null
  readonly services: number | null
  readonly onlineServices: number | null
  readonly floors: number | null
  readonly floorsWithMotto: number | null
  readonly rooms: number | null
  readonly roomsWithMotto: number | null
  readonly signatures: number | null
  readonly gratificationReports: number | null
  readonly violations: number | null
  readonly lhkpnDue: number | null
  readonly lhkpnFiled: number | null
  readonly lhkasnDue: number | null
  readonly lhkasnFiled: number | null
}

export interface PredicateFacts {
  readonly id: string
  readonly predicate: string
  readonly heldSince: CivilDate
  readonly lostOn: CivilDate | null
}

export const ACTIVITY_KINDS = [
  'launch',
  'monitoring-meeting',
  'coaching',
  'service-training',
  'award',
  'study-visit',
  'public-consultation',
  'outreach',
  'socialisation',
  'survey',
  'other',
] as const
export type ActivityFactKind = (typeof ACTIVITY_KINDS)[number]

export interface ActivityFacts {
  readonly id: string
  readonly kind: ActivityFactKind
  readonly title: string
  readonly heldOn: CivilDate
  readonly heldUntil: CivilDate
  readonly leaderPresent: boolean
  readonly ziDiscussed: boolean
  readonly participants: readonly PersonKey[]
  /** Of those named, how many serve the public directly. */
  readonly frontLineParticipants: number
  /** People of the satker who came, the named ones included; null where nobody counted. */
  readonly counted: number | null
  /** People from outside. */
  readonly guests: number
  readonly areas: readonly string[]
  readonly points: number
  readonly pointsDone: number
  /** Open and past their due day. */
  readonly pointsLate: number
  readonly proofs: number
}

export interface GoalFacts {
  readonly id: string
  readonly title: string
  /** Whether it serves a target of bureaucratic reform, an outcome for the public, or neither. */
  readonly serves: 'reform' | 'public' | 'none'
  readonly plannedOn: CivilDate
  readonly startsOn: CivilDate
  readonly dueOn: CivilDate
  readonly percent: number
  readonly doneOn: CivilDate | null
  readonly areas: readonly string[]
  /** Activities that carry it out. */
  readonly activities: readonly string[]
  /** Entries that gave the reason for it and are stakeholder inputs, complaints, surveys or public consultations. */
  readonly needInputs: number
}

export interface InnovationFacts {
  readonly id: string
  readonly name: string
  readonly startedOn: CivilDate
  readonly need: string
  /** Entries of registers and links that prove the need. */
  readonly needProofs: number
  /** Of those, stakeholder inputs, complaints and surveys. */
  readonly needInputs: number
  readonly before: ExactText | null
  readonly after: ExactText | null
  readonly better: 'higher' | 'lower'
  /** `amati`, `tiru`, `modifikasi`; empty where nothing was copied. */
  readonly atm: string
  readonly sourceUnit: string
  readonly replications: number
  readonly integratedOn: CivilDate | null
  readonly agents: readonly PersonKey[]
}

export type AgreementStateFact =
  'no-plan' | 'signed-only' | 'running' | 'late' | 'expiring' | 'done' | 'expired-without-result'

export interface AgreementFacts {
  readonly id: string
  readonly state: AgreementStateFact
}

/** One commitment in one quarter. */
export interface QuarterFacts {
  readonly id: string
  readonly indicator: string
  readonly year: number
  readonly quarter: number
  readonly better: 'higher' | 'lower'
  readonly target: ExactText
  /** Null before the report. */
  readonly realisation: ExactText | null
}

/** Anything stakeholders said but the monthly complaints. */
export interface InputFacts {
  readonly id: string
  readonly kind: string
  readonly happenedOn: CivilDate
  readonly followedUpOn: CivilDate | null
}

/** The complaints of one month. */
export interface ComplaintFacts {
  readonly id: string
  /** `2026-03`. */
  readonly month: string
  readonly received: number
  readonly done: number
  readonly inProcess: number
}

export type SurveyFactKind = 'SKM' | 'SPAK' | 'SPKP' | 'IPAK' | 'IPKP'

export interface SurveyFacts {
  readonly id: string
  readonly kind: SurveyFactKind
  readonly heldFrom: CivilDate
  readonly heldUntil: CivilDate
  readonly population: number | null
  readonly respondents: number
  readonly scale: IndexScale
  readonly index: ExactText
}

/** A piece that the worksheet uses and that was not withdrawn. */
export interface EvidenceFacts {
  readonly id: string
  /** Of a restricted piece read like any other, and told to nobody. */
  readonly title: string
  /** What is said of it is read by people who may not open it. */
  readonly restricted: boolean
  readonly nature: EvidenceNature
  readonly happenedOn: CivilDate | null
  readonly happenedUntil: CivilDate | null
  readonly uploadedOn: CivilDate
  readonly questions: readonly string[]
  /** Current files; links bring none. */
  readonly files: readonly { readonly name: string; readonly kind: string; readonly sha256: string }[]
  /** Units outside the satker that hold a file of the same content. */
  readonly elsewhere: number
  /** Current links: what stands behind one is not in `files`. */
  readonly links: number
}

/** Files that one person brought on one day. */
export interface UploadFacts {
  readonly person: PersonKey
  readonly on: CivilDate
  readonly files: number
}

/** What one person did for the worksheet and the registers in one quarter. */
export interface ContributionFacts {
  readonly person: PersonKey
  /** The part of the worksheet the person belongs to; null for chair and head. */
  readonly pokja: string | null
  readonly year: number
  readonly quarter: number
  readonly acts: number
}

/** A part that the head attested or sent back: read, in either case. */
export interface AttestationFacts {
  readonly part: string
  readonly on: CivilDate
}

export interface WorksheetFacts {
  readonly claimed: ExactText
  readonly substantiated: ExactText
  /** Of the predicate aimed at, by gate: whether it passes as claimed and as proven. */
  readonly gates: readonly {
    readonly code: string
    readonly name: string
    readonly claimed: boolean
    readonly substantiated: boolean
  }[]
  /** Prerequisites that fail or are not filled, in words. */
  readonly prerequisites: readonly string[]
  readonly answers: readonly AnswerFacts[]
  /** Of the prerequisites, those that were filled and fail, in the same words. */
  readonly failedPrerequisites: readonly string[]
}

export interface AnswerFacts {
  readonly code: string
  /** The part it belongs to. */
  readonly part: string
  readonly block: 'pemenuhan' | 'reform' | 'hasil'
  readonly state: QuestionScore['state']
  readonly value: ExactText
  readonly option: string | null
  readonly inputs: Readonly<Record<string, ExactText>>
  readonly note: string
  readonly asksAbout: AsksAbout
  readonly flags: readonly FlagKind[]
  /** The stages that a top answer must show. */
  readonly expects: readonly EvidenceStage[]
}

export interface NoteFacts {
  readonly id: string
  /** Who wrote it: the assistance team of the region, or evaluators. */
  readonly origin: 'pendamping' | 'evaluator'
  readonly isClosed: boolean
  readonly dueOn: CivilDate | null
}
