import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

/** One act: who, as what role, what, on what, before and after, when. Written in the transaction of the act. */
@Entity('audit_events')
@Index(['assessmentId', 'at'])
@Index(['assessmentId', 'question', 'at'])
@Index(['satkerId', 'at'])
@Index(['userId', 'at'])
@Index(['subjectId', 'at'])
export class AuditEvent {
  @PrimaryColumn({ type: 'text' }) id: string
  @Column({ type: 'text' }) at: string
  /** No foreign key: an event outlives what it speaks of. Null: the system itself. */
  @Column({ type: 'text', nullable: true }) userId: string | null
  @Column({ type: 'text' }) userName: string
  @Column({ type: 'text' }) role: string
  @Column({ type: 'text' }) action: string
  @Column({ type: 'text' }) subjectType: string
  @Column({ type: 'text' }) subjectId: string
  @Column({ type: 'text', nullable: true }) satkerId: string | null
  @Column({ type: 'text', nullable: true }) assessmentId: string | null
  @Column({ type: 'text', nullable: true }) question: string | null
  @Column({ type: 'simple-json', nullable: true }) before: unknown
  @Column({ type: 'simple-json', nullable: true }) after: unknown
  @Column({ type: 'text', nullable: true }) requestId: string | null
}
