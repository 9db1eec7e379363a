import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { User } from '../accounts/user.entity'
import type { FollowUpState } from '../engine/performance/follow-up'
import { Satker } from '../satker/satker.entity'

/** What a region asks of a satker about a quarter. Stands without any assessment: units outside a cycle are asked too. */
@Entity('performance_follow_ups')
@Index(['satkerId', 'year', 'quarter'])
export class FollowUp {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Satker) @Column({ type: 'text' }) satkerId: string
  @Column({ type: 'integer' }) year: number
  @Column({ type: 'integer' }) quarter: number
  @Column({ type: 'text' }) text: string
  /** Civil date. */
  @Column({ type: 'text' }) dueOn: string
  @Column({ type: 'text' }) state: FollowUpState
  @Column({ type: 'integer' }) version: number
  @ForeignKey(() => User) @Column({ type: 'text' }) writtenBy: string
  @Column({ type: 'text' }) writtenAt: string
  /** The last one; those before stand in the trail. */
  @Column({ type: 'text' }) reply: string
  @ForeignKey(() => User) @Column({ type: 'text', nullable: true }) repliedBy: string | null
  @Column({ type: 'text', nullable: true }) repliedAt: string | null
  /** What the region said when it closed it or gave it back. */
  @Column({ type: 'text' }) remark: string
  @Column({ type: 'text', nullable: true }) closedAt: string | null
}
