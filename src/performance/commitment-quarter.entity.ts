import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import type { ReachedState } from '../engine/performance/achievement'
import { Satker } from '../satker/satker.entity'
import { Commitment } from './commitment.entity'

/** A quarter for which a commitment has a target, and what was reported of it. */
@Entity('performance_quarters')
@Unique(['commitmentId', 'quarter'])
@Index(['satkerId', 'year'])
export class CommitmentQuarter {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Commitment) @Column({ type: 'text' }) commitmentId: string
  /** Both as at the commitment, so that a region is read without it. */
  @ForeignKey(() => Satker) @Column({ type: 'text' }) satkerId: string
  @Column({ type: 'integer' }) year: number
  @Column({ type: 'integer' }) quarter: number
  @Column({ type: 'text' }) target: string
  /** Null before the report. */
  @Column({ type: 'text', nullable: true }) realisation: string | null
  @Column({ type: 'text' }) obstacle: string
  @Column({ type: 'text' }) strategy: string
  /** Civil date. */
  @Column({ type: 'text', nullable: true }) reportedOn: string | null
  @Column({ type: 'text', nullable: true }) reportedBy: string | null
  /** Kept with the change, so that a region counts without reckoning; empty before the report. */
  @Column({ type: 'text' }) state: ReachedState | ''
  @Column({ type: 'integer' }) version: number
}
