import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { Assessment } from '../assessments/assessment.entity'

/** A question that went back to the satker for one round, with what is to be repaired: all others are locked there. */
@Entity('returned_questions')
export class ReturnedQuestion {
  @ForeignKey(() => Assessment) @PrimaryColumn({ type: 'text' }) assessmentId: string
  /** The round in which the satker repairs it. */
  @PrimaryColumn({ type: 'integer' }) round: number
  @PrimaryColumn({ type: 'text' }) question: string
  @Column({ type: 'text' }) note: string
  /** What the satker answers to the note. */
  @Column({ type: 'text', default: '' }) reply: string
  @Column({ type: 'text', nullable: true }) repliedBy: string | null
  @Column({ type: 'text', nullable: true }) repliedAt: string | null
  @Column({ type: 'text' }) createdBy: string
  @Column({ type: 'text' }) createdAt: string
}
