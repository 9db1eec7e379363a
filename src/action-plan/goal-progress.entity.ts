import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import { Goal } from './goal.entity'

/** How far a goal had come on a day. */
@Entity('goal_progress')
@Unique(['goalId', 'reportedOn'])
export class GoalProgress {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Goal) @Column({ type: 'text' }) goalId: string
  @Column({ type: 'text' }) reportedOn: string
  @Column({ type: 'integer' }) percent: number
  @Column({ type: 'text' }) obstacle: string
  @Column({ type: 'text' }) note: string
  @Column({ type: 'text', nullable: true }) reportedBy: string | null
  @Column({ type: 'text' }) createdAt: string
}
