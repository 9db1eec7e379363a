import type { AgreementState, PlanStanding } from '../engine/agreements/agreement-state'
import type { EvaluationInterval } from '../engine/agreements/evaluation-dates'
import type { TimeZone } from '../web/format/date'

export const REALMS = ['domestic', 'foreign'] as const
export type Realm = (typeof REALMS)[number]

export const AGREEMENT_KINDS = ['mou', 'pks', 'treaty', 'letter', 'intent', 'other'] as const
export type AgreementKind = (typeof AGREEMENT_KINDS)[number]

export const PARTNER_KINDS = [
  'ministry',
  'region',
  'law',
  'campus',
  'health',
  'business',
  'society',
  'foreign',
  'international',
  'other',
] as const
export type PartnerKind = (typeof PARTNER_KINDS)[number]

/** What is kept about an agreement, from a form or a row of a file. */
export interface AgreementDraft {
  readonly realm: Realm
  readonly kind: AgreementKind
  readonly partner: string
  readonly partnerKind: PartnerKind
  readonly number: string
  readonly title: string
  readonly scope: string
  readonly signedOn: string
  readonly signedBy: string
  readonly validFrom: string
  readonly validUntil: string
  readonly evaluateEvery: EvaluationInterval
  readonly published: boolean
}

/** A draft with the areas of change that it supports; what an agreement supports is kept by the common ground. */
export interface FiledAgreement extends AgreementDraft {
  readonly areas: readonly string[]
}

/** The unit of the tree that owns agreements. */
export interface AgreementUnit {
  readonly satkerId: string
  readonly satkerPath: string
  readonly satkerName: string
  readonly satkerCode: string
  readonly letterhead: string
  readonly timeZone: TimeZone
}

export interface AgreementRow extends AgreementDraft, AgreementUnit {
  readonly id: string
  readonly nextEvaluationOn: string | null
  readonly version: number
}

/** Agreements of one unit; whoever has more does not follow them one by one. */
export const AGREEMENTS_MOST = 2_000
export const TOO_MANY_AGREEMENTS = 'Satu unit mencatat paling banyak 2.000 kerja sama.'

/** Tasks, and evaluations, of one agreement: its page shows all of them. */
export const UNDER_ONE_MOST = 300
export const TOO_MANY_TASKS = 'Satu kerja sama memuat paling banyak 300 tugas.'
export const TOO_MANY_EVALUATIONS = 'Satu kerja sama memuat paling banyak 300 evaluasi.'

/** An agreement as a list shows it on a day. */
export interface StandingAgreement extends AgreementRow, PlanStanding {
  readonly state: AgreementState
}

/** A task of the work plan, from a form or a row of a file. */
export interface TaskDraft {
  readonly title: string
  readonly dueOn: string
  readonly owner: string
  readonly doneOn: string | null
  readonly result: string
  readonly evidenceId: string | null
}

export interface TaskRow extends TaskDraft {
  readonly id: string
  readonly agreementId: string
  readonly version: number
  /** The proof by name; null without one. */
  /** That of a paper anybody may know of; otherwise only that there is one. */
  readonly evidenceTitle: string | null
}

/** An evaluation, from a form or a row of a file. */
export interface EvaluationDraft {
  readonly heldOn: string
  readonly finding: string
}

export interface EvaluationRow extends EvaluationDraft {
  readonly id: string
  readonly agreementId: string
}

/** An agreement with everything that stands under it. */
export interface WholeAgreement {
  readonly agreement: AgreementRow
  /** In the order of their due dates. */
  readonly tasks: readonly TaskRow[]
  /** In the order in which they were held. */
  readonly evaluations: readonly EvaluationRow[]
}

/** The facts of a draft alone, whatever else comes with it. */
export const factsOf = ({
  realm,
  kind,
  partner,
  partnerKind,
  number,
  title,
  scope,
  signedOn,
  signedBy,
  validFrom,
  validUntil,
  evaluateEvery,
  published,
}: AgreementDraft): AgreementDraft => ({
  realm,
  kind,
  partner,
  partnerKind,
  number,
  title,
  scope,
  signedOn,
  signedBy,
  validFrom,
  validUntil,
  evaluateEvery,
  published,
})

export const taskFactsOf = ({ title, dueOn, owner, doneOn, result, evidenceId }: TaskDraft): TaskDraft => ({
  title,
  dueOn,
  owner,
  doneOn,
  result,
  evidenceId,
})

export const same = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other)
