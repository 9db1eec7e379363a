import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import type { Mailer } from '../mail/mailer'
import { DEFAULT_DELIVERY, type Delivery } from './deliveries'
import { MessagesRepository } from './messages.repository'
import { OutboxRepository } from './outbox.repository'

/** How each person wants to be told by e-mail. */
export class DeliveriesService {
  private readonly rows: MessagesRepository
  private readonly outbox: OutboxRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {
    this.rows = new MessagesRepository(database)
    this.outbox = new OutboxRepository(database)
  }

  /** Whether this installation sends e-mail at all. */
  get canMail(): boolean {
    return this.mailer.isConfigured
  }

  async of(actor: Actor): Promise<Delivery> {
    return (await this.rows.deliveryOf(actor.userId ?? '')) ?? DEFAULT_DELIVERY
  }

  /** What waits to leave leaves as it was put out, unless the person wants no e-mail any more. */
  async choose(actor: Actor, delivery: Delivery): Promise<void> {
    const userId = actor.userId ?? ''
    await this.database.inTransaction(async () => {
      const before = await this.of(actor)
      if (before === delivery) return
      await this.rows.writePreference({ userId, delivery, changedAt: instant(this.clock) })
      if (delivery === 'none') await this.outbox.cancelFor(userId)
      await this.audit.record(actor, {
        action: 'choose-delivery',
        subjectType: 'user',
        subjectId: userId,
        before: { delivery: before },
        after: { delivery },
      })
    })
  }
}
