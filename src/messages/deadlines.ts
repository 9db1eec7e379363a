import { civilDate } from '../clock'
import type { TimeZone } from '../web/format/date'

/** Days before the last one on which people are reminded, the nearest first. */
const REMINDED = [1, 3, 7] as const
export const FIRST_REMINDER = 7
const DAY_MS = 86_400_000

/** Something that must be done by a day, and those for whom it waits. */
export interface Deadline {
  readonly kind: 'due' | 'note-due'
  /** What must be done, the same on each of its days: `pengisian:<assessment>`. */
  readonly what: string
  readonly closesOn: string
  readonly timeZone: TimeZone
  readonly to: readonly string[]
  readonly assessment: string | null
  /** `Pengisian Kanim Tanjung Kirana 2026` */
  readonly name: string
  /** What is still to do, a sentence. */
  readonly todo: string
  readonly href: string
}

/** Where deadlines come from: those that close within the next seven days. */
export type DeadlineSource = (now: Date) => Promise<readonly Deadline[]>

/** Days until a civil date in a zone; 0 on the day itself, below after it. */
export const daysUntil = (
  { closesOn, timeZone }: Pick<Deadline, 'closesOn' | 'timeZone'>,
  now: Date,
): number => (Date.parse(closesOn) - Date.parse(civilDate(now, timeZone))) / DAY_MS

/**
 * The reminder that holds so many days before: 7, 3 or 1. Days between belong to the one before them, so that a server
 * that was down on the day still reminds. Null when it is too early, or over.
 */
export const reminderFor = (left: number): number | null =>
  left < 0 ? null : (REMINDED.find(days => left <= days) ?? null)

/** `7 hari lagi`, `hari terakhir` */
export const daysWords = (left: number): string => (left === 0 ? 'hari terakhir' : `${left} hari lagi`)

/** The civil dates between which something closes within the next seven days, in whichever zone. */
export const reminderSpan = (now: Date): { readonly from: string; readonly to: string } => ({
  from: civilDate(now, 'Asia/Jakarta'),
  to: civilDate(new Date(now.getTime() + FIRST_REMINDER * DAY_MS), 'Asia/Jayapura'),
})
