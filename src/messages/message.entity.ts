import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { User } from '../accounts/user.entity'
import { Assessment } from '../assessments/assessment.entity'
import type { MessageKind } from './message-kinds'

/** What one person was told, written in the transaction of the act it tells of. */
@Entity('messages')
@Unique(['userId', 'once'])
@Index(['userId', 'readAt'])
export class Message {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => User) @Column({ type: 'text' }) userId: string
  @Column({ type: 'text' }) kind: MessageKind
  @ForeignKey(() => Assessment) @Column({ type: 'text', nullable: true }) assessmentId: string | null
  @Column({ type: 'text' }) subject: string
  @Column({ type: 'text' }) text: string
  /** Address within the application. */
  @Column({ type: 'text' }) href: string
  /** What may be told to a person only once, whoever tells it. */
  @Column({ type: 'text', nullable: true }) once: string | null
  @Column({ type: 'text' }) createdAt: string
  @Column({ type: 'text', nullable: true }) readAt: string | null
}
