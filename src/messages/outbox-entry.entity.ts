import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { User } from '../accounts/user.entity'
import { Message } from './message.entity'

/** That a message also leaves by e-mail. One row per message, so none leaves twice. */
@Entity('outbox')
@Index(['dueAt'])
@Index(['letter'])
@Index(['userId'])
export class OutboxEntry {
  @ForeignKey(() => Message) @PrimaryColumn({ type: 'text' }) messageId: string
  @ForeignKey(() => User) @Column({ type: 'text' }) userId: string
  /** The letter in which it leaves; those of one morning share one. Also what the Message-ID is made of. */
  @Column({ type: 'text' }) letter: string
  /** When to try, or try again; null: sent, or given up. */
  @Column({ type: 'text', nullable: true }) dueAt: string | null
  /** Nobody else may try before. `''`: free. */
  @Column({ type: 'text', default: '' }) leasedUntil: string
  @Column({ type: 'integer', default: 0 }) attempts: number
  @Column({ type: 'text', nullable: true }) sentAt: string | null
  @Column({ type: 'text', default: '' }) lastError: string
}
