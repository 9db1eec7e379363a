import { In, IsNull, Not } from 'typeorm'
import type { Database } from '../db/database'
import type { TimeZone } from '../web/format/date'
import { OutboxEntry } from './outbox-entry.entity'

/** A message of a claimed letter, with whom it goes to. */
export interface ClaimedRow {
  readonly messageId: string
  readonly attempts: number
  readonly subject: string
  readonly text: string
  readonly href: string
  readonly createdAt: string
  readonly email: string | null
  readonly disabledAt: string | null
  readonly timeZone: TimeZone | null
}

/** No letter waits as long: what lies further ahead was put there by a clock that was wrong. */
const LONGEST_WAIT_MS = 48 * 3_600_000

/** That a letter may be tried now; its parameters are those of `instantsOf`. */
const readyFrom = (first: number): string =>
  `(due_at <= $${first} OR due_at > $${first + 1}) AND (leased_until <= $${first + 2} OR leased_until > $${first + 3})`

function instantsOf(now: string): string[] {
  const never = new Date(Date.parse(now) + LONGEST_WAIT_MS).toISOString()
  return [now, never, now, never]
}

/** Letters that still have to leave. */
export class OutboxRepository {
  constructor(private readonly database: Database) {}

  insert(entries: readonly Partial<OutboxEntry>[]): Promise<void> {
    return this.database.insert(OutboxEntry, entries)
  }

  /** Letters to be tried now, those that wait longest first. */
  async due(now: string, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ letter: string }>(
      `SELECT letter FROM outbox WHERE ${readyFrom(1)}
        GROUP BY letter ORDER BY MIN(due_at), letter LIMIT ${Number(limit)}`,
      instantsOf(now),
    )
    return rows.map(({ letter }) => letter)
  }

  /**
   * Takes a letter whole until the lease is over; nothing when another server has it. The rows are locked in one order
   * and looked at again once they are: skipping locked ones could part the letter between two servers.
   */
  async claim(letter: string, now: string, leasedUntil: string): Promise<ClaimedRow[]> {
    const locked = this.database.dialect === 'postgres' ? ' FOR UPDATE' : ''
    const rows = await this.database.query<{ id: string }>(
      `SELECT message_id AS id FROM outbox WHERE letter = $1 AND ${readyFrom(2)} ORDER BY message_id${locked}`,
      [letter, ...instantsOf(now)],
    )
    if (rows.length === 0) return []
    const ids = rows.map(({ id }) => id)
    await this.database.writing().query(
      `UPDATE outbox SET leased_until = $1, attempts = attempts + 1
          WHERE message_id IN ${this.database.listOf('$2')}`,
      [leasedUntil, JSON.stringify(ids)],
    )
    return this.database.query<ClaimedRow>(
      `SELECT o.message_id AS "messageId", o.attempts, m.subject, m.text, m.href, m.created_at AS "createdAt",
              u.email, u.disabled_at AS "disabledAt",
              (SELECT s.time_zone FROM memberships b JOIN satker s ON s.id = b.satker_id
                WHERE b.user_id = u.id ORDER BY b.valid_from, b.id LIMIT 1) AS "timeZone"
         FROM outbox o JOIN messages m ON m.id = o.message_id JOIN users u ON u.id = o.user_id
        WHERE o.message_id IN ${this.database.listOf('$1')} ORDER BY m.created_at, m.id`,
      [JSON.stringify(ids)],
    )
  }

  async sent(messageIds: readonly string[], sentAt: string): Promise<void> {
    const facts = { dueAt: null, sentAt, lastError: '', leasedUntil: '' }
    await this.database.writing().update(OutboxEntry, { messageId: In([...messageIds]) }, facts)
  }

  /** Sets when a letter that did not leave is tried again (null: never), unless it was called off meanwhile. */
  async postpone(messageIds: readonly string[], dueAt: string | null, lastError: string): Promise<void> {
    const waiting = { messageId: In([...messageIds]), dueAt: Not(IsNull()) }
    await this.database.writing().update(OutboxEntry, waiting, { dueAt, lastError, leasedUntil: '' })
  }

  /** Gives up what a person was still to get by e-mail. */
  async cancelFor(userId: string): Promise<void> {
    await this.database.writing().update(OutboxEntry, { userId }, { dueAt: null })
  }
}
