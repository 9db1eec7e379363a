import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Assessment } from '../assessments/assessment.entity'
import { Worksheet } from '../worksheets/worksheet.entity'

/** The head's handing in of one round. */
@Entity('submissions')
@Index(['assessmentId', 'round'])
export class Submission {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Assessment) @Column({ type: 'text' }) assessmentId: string
  @Column({ type: 'integer' }) round: number
  @ForeignKey(() => Worksheet) @Column({ type: 'text' }) worksheetId: string
  @Column({ type: 'text' }) createdBy: string
  @Column({ type: 'text' }) createdAt: string
  @Column({ type: 'text', nullable: true }) withdrawnAt: string | null
}
