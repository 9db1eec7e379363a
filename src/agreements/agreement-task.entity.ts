import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Evidence } from '../evidence/evidence.entity'
import { Agreement } from './agreement.entity'

/** One task of the work plan of an agreement, and what came of it. */
@Entity('agreement_tasks')
@Index(['agreementId', 'dueOn', 'doneOn'])
@Index(['dueOn'])
export class AgreementTask {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Agreement) @Column({ type: 'text' }) agreementId: string
  @Column({ type: 'text' }) title: string
  @Column({ type: 'text' }) dueOn: string
  @Column({ type: 'text' }) owner: string
  @Column({ type: 'text', nullable: true }) doneOn: string | null
  @Column({ type: 'text' }) result: string
  /** The piece of the shelf that proves it. */
  @ForeignKey(() => Evidence) @Column({ type: 'text', nullable: true }) evidenceId: string | null
  @Column({ type: 'integer' }) version: number
  @Column({ type: 'text' }) createdAt: string
}
