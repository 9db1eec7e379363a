import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Evidence } from './evidence.entity'

/** One version of one file, or one link, of a piece of evidence. A replaced version stays, with `replacedAt`. */
@Entity('evidence_files')
@Index(['evidenceId'])
@Index(['sha256'])
export class EvidenceFile {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Evidence) @Column({ type: 'text' }) evidenceId: string
  /** The same for all versions of one file. */
  @Column({ type: 'text' }) slot: string
  @Column({ type: 'integer' }) version: number
  @Column({ type: 'text' }) name: string
  /** http or https, shown and never fetched; null for a stored file. */
  @Column({ type: 'text', nullable: true }) url: string | null
  @Column({ type: 'text', nullable: true }) sha256: string | null
  @Column({ type: 'integer', nullable: true }) size: number | null
  @Column({ type: 'text', nullable: true }) contentType: string | null
  @Column({ type: 'text' }) uploadedBy: string
  @Column({ type: 'text' }) uploadedAt: string
  @Column({ type: 'text', nullable: true }) replacedAt: string | null
}
