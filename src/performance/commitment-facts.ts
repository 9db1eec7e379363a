import { exact, type Exact } from '../engine/exact'
import { achievementOf, type Direction, type ReachedState } from '../engine/performance/achievement'
import { quarterPhase, QUARTERS, type Quarter } from '../engine/performance/quarters'
import {
  targetOfQuarters,
  targetsAgree,
  type Counting,
  type YearCommitment,
} from '../engine/performance/year'

import type { TimeZone } from '../web/format/date'

/** Targets by quarter; null for a quarter in which nothing is measured. */
export type QuarterTargets = readonly [string | null, string | null, string | null, string | null]

/** What is promised, from a form or a row of a file. Figures are decimal texts. */
export interface CommitmentDraft {
  readonly year: number
  readonly indicator: string
  readonly unit: string
  readonly direction: Direction
  readonly counting: Counting
  readonly yearTarget: string
  readonly targets: QuarterTargets
}

/** Commitments of one year at one satker; an agreement on performance has a few dozen. */
export const COMMITMENTS_MOST = 200
export const TOO_MANY_COMMITMENTS = `Satu tahun memuat paling banyak ${COMMITMENTS_MOST} indikator.`

/** What is reported of a quarter. */
export interface ReportDraft {
  readonly realisation: string
  readonly obstacle: string
  readonly strategy: string
  readonly reportedOn: string
}

export interface QuarterRow {
  readonly id: string
  readonly commitmentId: string
  readonly quarter: Quarter
  readonly target: string
  readonly realisation: string | null
  readonly obstacle: string
  readonly strategy: string
  readonly reportedOn: string | null
  /** The account that reported. */
  readonly reportedBy: string | null
  readonly state: ReachedState | ''
  readonly version: number
}

export interface CommitmentRow {
  readonly id: string
  readonly satkerId: string
  readonly satkerName: string
  readonly satkerPath: string
  readonly timeZone: TimeZone
  readonly year: number
  readonly number: number
  readonly indicator: string
  readonly unit: string
  readonly direction: Direction
  readonly counting: Counting
  readonly yearTarget: string
  readonly version: number
}

/** A commitment with the quarters for which it has a target, in their order. */
export interface KeptCommitment extends CommitmentRow {
  readonly quarters: readonly QuarterRow[]
}

/** Four states of a quarter, and two more in which there is nothing to judge. */
export type QuarterState = ReachedState | 'unreported' | 'open' | 'ahead'

/** Without capitals and double spaces: how an indicator is known again. */
export const indicatorKey = (indicator: string): string => indicator.trim().toLowerCase().replace(/\s+/g, ' ')

export const quarterOf = ({ quarters }: KeptCommitment, quarter: Quarter): QuarterRow | undefined =>
  quarters.find(one => one.quarter === quarter)

export const isReported = (
  quarter: QuarterRow | undefined,
): quarter is QuarterRow & { readonly realisation: string; readonly reportedOn: string } =>
  quarter !== undefined && quarter.realisation !== null

/** Where a quarter with a target stands on a day. */
export function quarterState(year: number, row: QuarterRow, today: string): QuarterState {
  if (row.state !== '') return row.state
  const phase = quarterPhase(year, row.quarter, today)
  if (phase === 'ahead') return 'ahead'
  return phase === 'running' ? 'open' : 'unreported'
}

/** Share of the target; null before the report and where the target is 0. */
export function shareOfTarget(
  direction: Direction,
  { target, realisation }: Pick<QuarterRow, 'target' | 'realisation'>,
): Exact | null {
  return realisation === null ? null : achievementOf(direction, exact(target), exact(realisation)).share
}

export const stateOf = (
  direction: Direction,
  target: string,
  realisation: string | null,
): ReachedState | '' =>
  realisation === null ? '' : achievementOf(direction, exact(target), exact(realisation)).state

/** What the targets of the quarters make; null where that is the target of the year, or there is none. */
export function disagreement({ counting, yearTarget, targets }: CommitmentDraft): Exact | null {
  return targetsAgree(counting, yearTarget, targets) ? null : (targetOfQuarters(counting, targets) ?? null)
}

export const draftOf = (one: KeptCommitment): CommitmentDraft => ({
  year: one.year,
  indicator: one.indicator,
  unit: one.unit,
  direction: one.direction,
  counting: one.counting,
  yearTarget: one.yearTarget,
  targets: QUARTERS.map(quarter => quarterOf(one, quarter)?.target ?? null) as unknown as QuarterTargets,
})

export const sameDraft = (one: CommitmentDraft, other: CommitmentDraft): boolean =>
  JSON.stringify(plain(one)) === JSON.stringify(plain(other))

const plain = ({ year, indicator, unit, direction, counting, yearTarget, targets }: CommitmentDraft) => ({
  year,
  indicator,
  unit,
  direction,
  counting,
  yearTarget,
  targets,
})

export const reportOf = (row: QuarterRow): ReportDraft | null =>
  isReported(row)
    ? {
        realisation: row.realisation,
        obstacle: row.obstacle,
        strategy: row.strategy,
        reportedOn: row.reportedOn,
      }
    : null

/** Why a report cannot be kept, by field. Whoever did not reach the target says what stood in the way. */
export function reportFaults(
  { year, direction }: Pick<CommitmentRow, 'year' | 'direction'>,
  { quarter, target }: Pick<QuarterRow, 'quarter' | 'target'>,
  draft: ReportDraft,
  today: string,
): Partial<Record<keyof ReportDraft, string>> {
  const phase = quarterPhase(year, quarter, today)
  if (phase === 'ahead') return { realisation: 'Triwulan ini belum dimulai, jadi belum dapat dilaporkan.' }
  const reached = stateOf(direction, target, draft.realisation) === 'reached'
  return {
    ...(reached || draft.obstacle !== '' ? {} : { obstacle: 'Target tidak tercapai. Tulis kendalanya.' }),
    ...(draft.reportedOn > today ? { reportedOn: 'Tanggal lapor belum tiba.' } : {}),
    ...(quarterPhase(year, quarter, draft.reportedOn) === 'ahead'
      ? { reportedOn: 'Tanggal lapor mendahului triwulannya.' }
      : {}),
  }
}

/** What the engine reckons a year from. */
export const yearOf = (one: KeptCommitment): YearCommitment => {
  const { direction, counting, yearTarget, targets } = draftOf(one)
  return {
    direction,
    counting,
    yearTarget,
    quarters: QUARTERS.map((quarter, place) => ({
      target: targets[place] ?? null,
      realisation: quarterOf(one, quarter)?.realisation ?? null,
    })),
  }
}
