import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Assessment } from '../assessments/assessment.entity'
import type { AssessmentStage } from '../engine/stages/stages'
import { Worksheet } from '../worksheets/worksheet.entity'

/** The head's handing in of one round. */
@Entity('submissions')
@Index(['assessmentId', 'round'])
export class Submission {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Assessment) @Column({ type: 'text' }) assessmentId: string
  @Column({ type: 'integer' }) round: number
  @ForeignKey(() => Worksheet) @Column({ type: 'text' }) worksheetId: string
  /** Where a withdrawal leads back to. */
  @Column({ type: 'text' }) fromStage: AssessmentStage
  /** Handed in by an acting head (Plt/Plh). */
  @Column({ type: 'boolean' }) acting: boolean
  @Column({ type: 'text' }) createdBy: string
  @Column({ type: 'text' }) createdAt: string
  @Column({ type: 'text', nullable: true }) withdrawnAt: string | null
}
