import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { Assessment } from '../assessments/assessment.entity'
import type { EvidenceStage } from '../engine/instrument/instrument'
import { Evidence } from './evidence.entity'

/** That a piece of evidence proves a question of an assessment: the stages it shows there, the claim and where to look. */
@Entity('evidence_uses')
@Unique(['assessmentId', 'question', 'evidenceId'])
@Index(['evidenceId'])
export class EvidenceUseRow {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Assessment) @Column({ type: 'text' }) assessmentId: string
  /** A question's code, or `P.` and a prerequisite's id. */
  @Column({ type: 'text' }) question: string
  /**
   * Who keeps it and may open a `terbatas` piece: the part of the question with its pokja, `pusat` for a prerequisite
   * that the centre fills; null for one that the satker fills.
   */
  @Column({ type: 'text', nullable: true }) part: string | null
  @ForeignKey(() => Evidence) @Column({ type: 'text' }) evidenceId: string
  @Column({ type: 'simple-json' }) stages: EvidenceStage[]
  @Column({ type: 'text', default: '' }) claim: string
  /** Page, sheet or minute. */
  @Column({ type: 'text', default: '' }) page: string
  @Column({ type: 'integer', default: 1 }) version: number
  @Column({ type: 'text' }) createdBy: string
  @Column({ type: 'text' }) createdAt: string
}
