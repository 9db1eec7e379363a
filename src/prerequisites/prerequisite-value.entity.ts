import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { Assessment } from '../assessments/assessment.entity'

/**
 * The value of one prerequisite beside the score: `Ya`/`Tidak`, a SAKIP grade, or a civil date. Value and note are two
 * fields with a version each, so that they merge; `updatedBy` and `updatedAt` tell of the later change of both.
 */
@Entity('prerequisite_values')
export class PrerequisiteValue {
  @ForeignKey(() => Assessment) @PrimaryColumn({ type: 'text' }) assessmentId: string
  @PrimaryColumn({ type: 'text' }) prerequisite: string
  @Column({ type: 'text', nullable: true }) value: string | null
  @Column({ type: 'integer', default: 0 }) valueVersion: number
  @Column({ type: 'text', nullable: true }) valueBy: string | null
  @Column({ type: 'text', nullable: true }) valueAt: string | null
  @Column({ type: 'text', default: '' }) note: string
  @Column({ type: 'integer', default: 0 }) noteVersion: number
  @Column({ type: 'text', nullable: true }) noteBy: string | null
  @Column({ type: 'text', nullable: true }) noteAt: string | null
  @Column({ type: 'text' }) updatedBy: string
  @Column({ type: 'text' }) updatedAt: string
}
