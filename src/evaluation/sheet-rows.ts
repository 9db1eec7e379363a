import type { EvidenceVerdict } from '../engine/instrument/instrument'
import type { FlagKind } from '../engine/scoring/score'
import type { Decision } from '../engine/stages/decisions'
import type { SheetSeat } from '../engine/stages/turns'
import type { TeamSeatKind } from './team.entity'

/** One worksheet of an assessment, without what is on it. */
export interface SheetRow {
  readonly id: string
  readonly seat: SheetSeat
  readonly round: number
  readonly edition: number
  readonly basedOn: string | null
  readonly assessorId: string | null
  readonly assessorName: string | null
  readonly createdAt: string
  readonly frozenAt: string | null
  readonly hash: string | null
}

export interface AssignmentRow {
  readonly teamId: string
  readonly teamName: string
  /** The member who scores it. */
  readonly userId: string
  readonly memberName: string
}

export interface TeamSeatRow {
  readonly userId: string
  readonly name: string
  readonly seat: TeamSeatKind
}

/** What a sheet says of one question. */
export interface SheetAnswer {
  readonly question: string
  readonly option: string | null
  /** JSON: exact decimal text by key. */
  readonly inputs: string | null
  readonly valueVersion: number
  readonly valueBy: string | null
  readonly valueByName: string | null
  readonly valueAt: string | null
  readonly note: string
  readonly noteVersion: number
  readonly noteBy: string | null
  readonly noteByName: string | null
  readonly noteAt: string | null
}

export interface SheetDecision {
  readonly question: string
  readonly decision: Decision | null
  readonly version: number
  readonly decidedBy: string
  readonly decidedByName: string | null
  readonly decidedAt: string
}

export interface SheetVerdict {
  readonly useId: string
  readonly question: string
  readonly verdict: EvidenceVerdict
  readonly givenBy: string
  readonly givenByName: string | null
  readonly givenAt: string
}

export interface SheetRuling {
  readonly question: string
  readonly kind: FlagKind
  readonly ruling: 'confirmed' | 'dismissed'
  readonly reason: string
  readonly ruledBy: string
  readonly ruledByName: string | null
  readonly ruledAt: string
}

/** Everything that was said on a sheet. */
export interface SheetRows {
  readonly answers: readonly SheetAnswer[]
  readonly decisions: readonly SheetDecision[]
  readonly verdicts: readonly SheetVerdict[]
  readonly rulings: readonly SheetRuling[]
}

export interface ReturnedRow {
  readonly round: number
  readonly question: string
  readonly note: string
  readonly reply: string
  readonly repliedByName: string | null
  readonly repliedAt: string | null
  readonly createdByName: string | null
  readonly createdAt: string
}

/** Civil dates, both inside. */
export interface StageWindow {
  readonly opensOn: string
  readonly closesOn: string
}
