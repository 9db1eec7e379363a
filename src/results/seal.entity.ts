import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { Assessment } from '../assessments/assessment.entity'

/** A finalised assessment, signed. A reopened one keeps its seal, which then says that it no longer holds. */
@Entity('seals')
@Unique(['code'])
@Index(['assessmentId'])
export class Seal {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Assessment) @Column({ type: 'text' }) assessmentId: string
  /** Twelve random characters, printed on every page. */
  @Column({ type: 'text' }) code: string
  /** The canonical JSON that was signed. */
  @Column({ type: 'text' }) document: string
  /** SHA-256 of the document. */
  @Column({ type: 'text' }) hash: string
  /** Ed25519 over the document, base64. */
  @Column({ type: 'text' }) signature: string
  /** The key that verifies it, SPKI in base64. */
  @Column({ type: 'text' }) publicKey: string
  @Column({ type: 'text' }) sealedBy: string
  @Column({ type: 'text' }) sealedAt: string
  @Column({ type: 'text', nullable: true }) reopenedBy: string | null
  @Column({ type: 'text', nullable: true }) reopenedAt: string | null
  @Column({ type: 'text', default: '' }) reopenedBecause: string
}
