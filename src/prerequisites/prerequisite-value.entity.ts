import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { Assessment } from '../assessments/assessment.entity'

/** The value of one prerequisite beside the score: `Ya`/`Tidak`, a SAKIP grade, or a civil date. */
@Entity('prerequisite_values')
export class PrerequisiteValue {
  @ForeignKey(() => Assessment) @PrimaryColumn({ type: 'text' }) assessmentId: string
  @PrimaryColumn({ type: 'text' }) prerequisite: string
  @Column({ type: 'text', nullable: true }) value: string | null
  @Column({ type: 'text', default: '' }) note: string
  @Column({ type: 'integer' }) version: number
  @Column({ type: 'text' }) updatedBy: string
  @Column({ type: 'text' }) updatedAt: string
}
