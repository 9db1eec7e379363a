import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { User } from '../accounts/user.entity'
import { Assessment } from '../assessments/assessment.entity'
import { Evidence } from '../evidence/evidence.entity'
import type { RecommendationStatus } from './finding-outcomes'

/** What people say of one of the eleven recommendations, beside what the registers say. */
@Entity('recommendation_states')
export class RecommendationState {
  @ForeignKey(() => Assessment) @PrimaryColumn({ type: 'text' }) assessmentId: string
  /** 1..11. */
  @PrimaryColumn({ type: 'integer' }) number: number
  @Column({ type: 'text' }) status: RecommendationStatus
  @Column({ type: 'text' }) owner: string
  @Column({ type: 'text', nullable: true }) dueOn: string | null
  @Column({ type: 'text' }) notes: string
  @Column({ type: 'integer' }) version: number
  @ForeignKey(() => User) @Column({ type: 'text' }) changedBy: string
  @Column({ type: 'text' }) changedAt: string
}

/** A piece of the shelf that shows what was done about a recommendation. */
@Entity('recommendation_evidence')
@Index(['evidenceId'])
export class RecommendationEvidence {
  @ForeignKey(() => Assessment) @PrimaryColumn({ type: 'text' }) assessmentId: string
  @PrimaryColumn({ type: 'integer' }) number: number
  @ForeignKey(() => Evidence) @PrimaryColumn({ type: 'text' }) evidenceId: string
}
