import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import type { EvaluationInterval } from '../engine/agreements/evaluation-dates'
import { Satker } from '../satker/satker.entity'
import type { AgreementKind, PartnerKind, Realm } from './agreement-facts'

/** A cooperation agreement of a unit of the tree. Its state has no column: it is computed from its dates and its plan. */
@Entity('agreements')
@Unique(['satkerId', 'number'])
@Index(['published', 'validUntil'])
@Index(['nextEvaluationOn'])
export class Agreement {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Satker) @Column({ type: 'text' }) satkerId: string
  @Column({ type: 'text' }) realm: Realm
  @Column({ type: 'text' }) kind: AgreementKind
  @Column({ type: 'text' }) partner: string
  @Column({ type: 'text' }) partnerKind: PartnerKind
  @Column({ type: 'text' }) number: string
  @Column({ type: 'text' }) title: string
  @Column({ type: 'text' }) scope: string
  @Column({ type: 'text' }) signedOn: string
  @Column({ type: 'text' }) signedBy: string
  /** Civil dates, both included. */
  @Column({ type: 'text' }) validFrom: string
  @Column({ type: 'text' }) validUntil: string
  /** Months between two evaluations; 0 for none. */
  @Column({ type: 'integer' }) evaluateEvery: EvaluationInterval
  /** By when the next evaluation is due; follows from the term and what was evaluated, kept for statements over many. */
  @Column({ type: 'text', nullable: true }) nextEvaluationOn: string | null
  @Column({ type: 'boolean' }) published: boolean
  @Column({ type: 'integer' }) version: number
  @Column({ type: 'text' }) createdAt: string
  @Column({ type: 'text' }) changedAt: string
}
