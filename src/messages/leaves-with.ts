import { civilDateIn, instantAt, type TimeZone } from '../web/format/date'
import { SUMMARY_HOUR, type Delivery } from './deliveries'
import type { OutboxEntry } from './outbox-entry.entity'

/**
 * A transaction that began before seven may end after it, when the summary has left. What is told in the last minutes
 * therefore waits for the next morning.
 */
const MARGIN_MS = 5 * 60_000
const DAY_MS = 86_400_000

/** The letter in which a message leaves, and when; null when it does not. */
export function leavesWith(
  delivery: Delivery,
  told: {
    readonly messageId: string
    readonly userId: string
    readonly now: Date
    readonly zone: TimeZone
  },
): Pick<OutboxEntry, 'letter' | 'dueAt'> | null {
  const { messageId, userId, now, zone } = told
  if (delivery === 'none') return null
  if (delivery === 'at-once') return { letter: messageId, dueAt: now.toISOString() }
  const soonest = new Date(now.getTime() + MARGIN_MS)
  const today = civilDateIn(soonest, zone)
  const morning = instantAt(today, SUMMARY_HOUR, zone)
  const leaves = morning > soonest ? morning : new Date(morning.getTime() + DAY_MS)
  return { letter: `${userId}.${civilDateIn(leaves, zone)}`, dueAt: leaves.toISOString() }
}
