import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import type { EvidenceNature } from '../engine/instrument/instrument'
import { Satker } from '../satker/satker.entity'

export type EvidenceAccess = 'biasa' | 'terbatas'

/** A piece of evidence of a satker; it may hold several files and links and serve many questions. */
@Entity('evidence')
@Index(['satkerId', 'createdAt'])
export class Evidence {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Satker) @Column({ type: 'text' }) satkerId: string
  @Column({ type: 'text' }) title: string
  @Column({ type: 'text' }) nature: EvidenceNature
  /** Civil dates of what it shows, not of the upload; a single day has no end. */
  @Column({ type: 'text', nullable: true }) happenedOn: string | null
  @Column({ type: 'text', nullable: true }) happenedUntil: string | null
  @Column({ type: 'text', default: '' }) documentNumber: string
  @Column({ type: 'text', default: '' }) issuer: string
  @Column({ type: 'text', default: 'biasa' }) access: EvidenceAccess
  @Column({ type: 'integer', default: 1 }) version: number
  @Column({ type: 'text' }) createdBy: string
  @Column({ type: 'text' }) createdAt: string
  @Column({ type: 'text', nullable: true }) withdrawnAt: string | null
  @Column({ type: 'text', nullable: true }) withdrawnBy: string | null
  @Column({ type: 'text', default: '' }) withdrawnReason: string
}
