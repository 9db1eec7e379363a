import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { User } from '../accounts/user.entity'
import { Assessment } from '../assessments/assessment.entity'

/** The one member of the pokja who looks after a question. */
@Entity('assignments')
export class Assignment {
  @ForeignKey(() => Assessment) @PrimaryColumn({ type: 'text' }) assessmentId: string
  @PrimaryColumn({ type: 'text' }) question: string
  @ForeignKey(() => User) @Column({ type: 'text' }) userId: string
  @Column({ type: 'text' }) assignedAt: string
}
