import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { User } from '../accounts/user.entity'
import { Assessment } from '../assessments/assessment.entity'
import { EvaluationTeam } from './team.entity'

/** That an assessment is scored by a team, and by which of its members; the newest one that was not ended holds. */
@Entity('evaluator_assignments')
@Index(['assessmentId'])
@Index(['teamId'])
@Index(['userId'])
export class EvaluatorAssignment {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Assessment) @Column({ type: 'text' }) assessmentId: string
  @ForeignKey(() => EvaluationTeam) @Column({ type: 'text' }) teamId: string
  @ForeignKey(() => User) @Column({ type: 'text' }) userId: string
  @Column({ type: 'text' }) createdBy: string
  @Column({ type: 'text' }) createdAt: string
  @Column({ type: 'text', nullable: true }) endedAt: string | null
  @Column({ type: 'text', default: '' }) endedBecause: string
}
