import type { Actor } from '../access/actor'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import type { Mailer } from '../mail/mailer'
import { NotFound } from '../refusals'
import { DEFAULT_DELIVERY } from './deliveries'
import { leavesWith } from './leaves-with'
import type { MessageKind } from './message-kinds'
import type { Message } from './message.entity'
import { MessagesRepository, type AddresseeRow, type InboxFilter, type InboxRow } from './messages.repository'
import { OutboxRepository } from './outbox.repository'

/** What some people are to be told. It may be mailed: no secrets, no words of a restricted paper. */
export interface Telling {
  readonly kind: MessageKind
  /** Ids of people; whoever acts is left out, and whoever's account ended. */
  readonly to: readonly string[]
  /** Id of the assessment that it is about. */
  readonly assessment: string | null
  readonly subject: string
  readonly text: string
  /** Where it leads, within the application. */
  readonly href: string
  /** A person is told the same thing only once, whoever tells it. */
  readonly once?: string
}

const KEPT_DAYS = 365

/** The inbox of each person, and what of it also leaves by e-mail. */
export class MessagesService {
  private readonly rows: MessagesRepository
  private readonly outbox: OutboxRepository

  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {
    this.rows = new MessagesRepository(database)
    this.outbox = new OutboxRepository(database)
  }

  /** Tells people of an act; must be called inside its transaction. Two statements, three with mail. */
  async tell(actor: Actor, ...tellings: readonly Telling[]): Promise<void> {
    const everybody = new Set(tellings.flatMap(({ to }) => to).filter(id => id !== actor.userId))
    if (everybody.size === 0) return
    const addressees = new Map((await this.rows.addressees([...everybody])).map(row => [row.id, row]))
    const createdAt = instant(this.clock)
    const messages = tellings.flatMap(({ to, assessment, once, ...said }) =>
      [...new Set(to)]
        .filter(userId => addressees.has(userId))
        .map((userId): Message => ({
          id: newId(),
          userId,
          assessmentId: assessment,
          ...said,
          once: once ?? null,
          createdAt,
          readAt: null,
        })),
    )
    const told = await this.rows.insert(messages)
    await this.post(
      messages.filter(({ id }) => told.has(id)),
      addressees,
    )
  }

  /** Without a mail server nothing is put out: it would only leave when it is old. */
  private async post(
    messages: readonly Message[],
    addressees: ReadonlyMap<string, AddresseeRow>,
  ): Promise<void> {
    if (!this.mailer.isConfigured) return
    const now = this.clock()
    const entries = messages.flatMap(({ id, userId }) => {
      const addressee = addressees.get(userId)
      if (!addressee?.email) return []
      const zone = addressee.timeZone ?? 'Asia/Jakarta'
      const leaves = leavesWith(addressee.delivery ?? DEFAULT_DELIVERY, { messageId: id, userId, now, zone })
      return leaves ? [{ messageId: id, userId, ...leaves }] : []
    })
    await this.outbox.insert(entries)
  }

  /** One page of the actor's own messages, the unread ones first, and how many there are. One statement. */
  async inbox(actor: Actor, filter: InboxFilter): Promise<{ rows: readonly InboxRow[]; total: number }> {
    const rows = await this.rows.inbox(actor.userId ?? '', filter)
    return { rows, total: Number(rows[0]?.total ?? 0) }
  }

  /** Marks a message of the actor as read and answers where it leads. */
  async open(actor: Actor, id: string): Promise<string> {
    return this.database.inTransaction(async () => {
      const found = await this.rows.find(actor.userId ?? '', id)
      if (!found) throw new NotFound('Pesan')
      if (found.readAt === null) await this.rows.markRead(id, instant(this.clock))
      return found.href
    })
  }

  /** Marks as read what the actor was told by an instant: what came after the page was shown stays unread. */
  async readAll(actor: Actor, toldBy: string): Promise<void> {
    await this.database.inTransaction(() =>
      this.rows.markAllRead(actor.userId ?? '', toldBy, instant(this.clock)),
    )
  }

  /** Takes away what was read a year ago. */
  async discardOld(): Promise<void> {
    const before = new Date(this.clock().getTime() - KEPT_DAYS * 86_400_000).toISOString()
    await this.database.inTransaction(() => this.rows.discardReadBefore(before))
  }
}
