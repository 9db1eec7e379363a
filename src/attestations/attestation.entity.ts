import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Assessment } from '../assessments/assessment.entity'

/** What the head said of one part in one round: attested, or returned to its pokja with a remark. */
@Entity('attestations')
@Index(['assessmentId', 'round'])
export class Attestation {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Assessment) @Column({ type: 'text' }) assessmentId: string
  @Column({ type: 'integer' }) round: number
  @Column({ type: 'text' }) part: string
  @Column({ type: 'text' }) outcome: 'attested' | 'returned'
  @Column({ type: 'text', default: '' }) remark: string
  /** Said by an acting head (Plt/Plh). */
  @Column({ type: 'boolean' }) acting: boolean
  @Column({ type: 'text' }) createdBy: string
  @Column({ type: 'text' }) createdAt: string
  /** Set when the part changed afterwards, or the head took it back. */
  @Column({ type: 'text', nullable: true }) endedAt: string | null
  @Column({ type: 'text', default: '' }) endedBecause: string
}
