import { IsNull, LessThanOrEqual } from 'typeorm'
import type { Database } from '../db/database'
import type { TimeZone } from '../web/format/date'
import type { Delivery } from './deliveries'
import { MessagePreference } from './message-preference.entity'
import { Message } from './message.entity'

/** Somebody who can be told something. */
export interface AddresseeRow {
  readonly id: string
  readonly email: string | null
  /** Null: nothing was chosen. */
  readonly delivery: Delivery | null
  /** Of the satker of the first membership; null without any. */
  readonly timeZone: TimeZone | null
}

export interface InboxRow extends Pick<
  Message,
  'id' | 'kind' | 'subject' | 'text' | 'href' | 'createdAt' | 'readAt'
> {
  /** Of all pages. */
  readonly total: number | string
}

export interface InboxFilter {
  readonly unreadOnly: boolean
  readonly limit: number
  readonly offset: number
}

/** Messages, and how people want to be told. */
export class MessagesRepository {
  constructor(private readonly database: Database) {}

  /** Those of some people whose account stands. */
  addressees(userIds: readonly string[]): Promise<AddresseeRow[]> {
    return this.database.query<AddresseeRow>(
      `SELECT u.id, u.email, p.delivery,
              (SELECT s.time_zone FROM memberships m JOIN satker s ON s.id = m.satker_id
                WHERE m.user_id = u.id ORDER BY m.valid_from, m.id LIMIT 1) AS "timeZone"
         FROM users u LEFT JOIN message_preferences p ON p.user_id = u.id
        WHERE u.disabled_at IS NULL AND u.id IN ${this.database.listOf('$1')}`,
      [JSON.stringify(userIds)],
    )
  }

  /** Inserts messages, but for what a person was told before under the same key; answers the ids of the new ones. */
  async insert(messages: readonly Message[]): Promise<ReadonlySet<string>> {
    await this.database.insert(Message, messages, { key: ['userId', 'once'], replace: [] })
    const all = messages.map(({ id }) => id)
    if (messages.every(({ once }) => once === null)) return new Set(all)
    const kept = await this.database.query<{ id: string }>(
      `SELECT id FROM messages WHERE id IN ${this.database.listOf('$1')}`,
      [JSON.stringify(all)],
    )
    return new Set(kept.map(({ id }) => id))
  }

  /** One page of a person's messages, the unread ones first, then the newest. */
  inbox(userId: string, { unreadOnly, limit, offset }: InboxFilter): Promise<InboxRow[]> {
    return this.database.query<InboxRow>(
      `SELECT id, kind, subject, text, href, created_at AS "createdAt", read_at AS "readAt", COUNT(*) OVER () AS total
         FROM messages WHERE user_id = $1${unreadOnly ? ' AND read_at IS NULL' : ''}
        ORDER BY CASE WHEN read_at IS NULL THEN 0 ELSE 1 END, created_at DESC, id DESC
        LIMIT ${Number(limit)} OFFSET ${Number(offset)}`,
      [userId],
    )
  }

  /** A message of this person. */
  find(userId: string, id: string): Promise<Pick<Message, 'href' | 'readAt'> | undefined> {
    return this.database.one(
      'SELECT href, read_at AS "readAt" FROM messages WHERE id = $1 AND user_id = $2',
      [id, userId],
    )
  }

  async markRead(id: string, readAt: string): Promise<void> {
    await this.database.writing().update(Message, { id, readAt: IsNull() }, { readAt })
  }

  /** Everything that a person was told by an instant. */
  async markAllRead(userId: string, toldBy: string, readAt: string): Promise<void> {
    const unread = { userId, readAt: IsNull(), createdAt: LessThanOrEqual(toldBy) }
    await this.database.writing().update(Message, unread, { readAt })
  }

  /** Takes away what was read before an instant, with what the outbox still says of it. */
  async discardReadBefore(before: string): Promise<void> {
    const old = 'read_at IS NOT NULL AND read_at < $1'
    await this.database
      .writing()
      .query(`DELETE FROM outbox WHERE message_id IN (SELECT id FROM messages WHERE ${old})`, [before])
    await this.database.writing().query(`DELETE FROM messages WHERE ${old}`, [before])
  }

  async deliveryOf(userId: string): Promise<Delivery | undefined> {
    const row = await this.database.one<{ delivery: Delivery }>(
      'SELECT delivery FROM message_preferences WHERE user_id = $1',
      [userId],
    )
    return row?.delivery
  }

  writePreference(preference: MessagePreference): Promise<void> {
    return this.database.insert(MessagePreference, [preference], {
      key: ['userId'],
      replace: ['delivery', 'changedAt'],
    })
  }
}
