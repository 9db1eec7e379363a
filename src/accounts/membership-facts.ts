import type { Role } from '../access/roles'
import { civilDate } from '../clock'
import type { TimeZone } from '../web/format/date'

/** A membership beside the satker it holds at. Dates are civil, the last day included. */
export interface MembershipRow {
  readonly id: string
  readonly userId: string
  readonly role: Role
  readonly parts: string | null
  readonly acting: boolean
  readonly validFrom: string
  readonly validUntil: string | null
  readonly satkerId: string
  readonly satkerCode: string
  readonly satkerName: string
  readonly satkerPath: string
  readonly timeZone: TimeZone
}

/** What people give somebody: a role at a satker between two dates. */
export interface MembershipDraft {
  readonly role: Role
  /** Code or name of the satker. */
  readonly satker: string
  /** Parts of a pokja member; none: all. */
  readonly parts: readonly string[]
  /** Acting head (Plt or Plh). */
  readonly acting: boolean
  /** Absent: from today. */
  readonly validFrom: string | null
  readonly validUntil: string | null
}

type Dated = Pick<MembershipRow, 'validFrom' | 'validUntil' | 'timeZone'>
export type MembershipState = 'future' | 'in-force' | 'ended' | 'cancelled'

/** Where a membership stands today in its satker's zone; one that ends before it begins was cancelled. */
export function membershipState(membership: Dated, now: Date): MembershipState {
  const { validFrom, validUntil, timeZone } = membership
  const today = civilDate(now, timeZone)
  if (validUntil !== null && validUntil < validFrom) return 'cancelled'
  if (validUntil !== null && validUntil < today) return 'ended'
  return validFrom > today ? 'future' : 'in-force'
}

/** Still gives something, today or later. */
export const isLasting = (membership: Dated, now: Date): boolean =>
  ['in-force', 'future'].includes(membershipState(membership, now))

/** The civil date before one. */
export function dayBefore(civil: string): string {
  return new Date(Date.parse(`${civil}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

/** Whether two spans of civil dates share a day; an open end lasts for ever, a cancelled span has no day. */
export function overlaps(
  one: Pick<MembershipRow, 'validFrom' | 'validUntil'>,
  other: Pick<MembershipRow, 'validFrom' | 'validUntil'>,
): boolean {
  const isEmpty = (span: typeof one) => span.validUntil !== null && span.validUntil < span.validFrom
  const reaches = (span: typeof one, day: string) => span.validUntil === null || span.validUntil >= day
  return !isEmpty(one) && !isEmpty(other) && reaches(one, other.validFrom) && reaches(other, one.validFrom)
}
