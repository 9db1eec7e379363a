import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { Satker } from '../satker/satker.entity'
import type { InputKind, Stakeholder } from './input-facts'

/** What stakeholders told a satker: the complaints of one month as counts, or one consultation, audience or other voice. */
@Entity('stakeholder_inputs')
@Unique(['satkerId', 'month'])
@Index(['satkerId', 'happenedOn'])
export class StakeholderInput {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Satker) @Column({ type: 'text' }) satkerId: string
  @Column({ type: 'text' }) kind: InputKind
  /** `2026-03` for complaints, which are told once a month; null for everything else. */
  @Column({ type: 'text', nullable: true }) month: string | null
  /** A civil date; of complaints the first day of their month. */
  @Column({ type: 'text' }) happenedOn: string
  @Column({ type: 'text' }) subject: string
  @Column({ type: 'text' }) stakeholder: Stakeholder | ''
  @Column({ type: 'integer', nullable: true }) people: number | null
  @Column({ type: 'text' }) asked: string
  @Column({ type: 'text' }) decided: string
  @Column({ type: 'text' }) followUp: string
  @Column({ type: 'text', nullable: true }) followedUpOn: string | null
  @Column({ type: 'integer', nullable: true }) received: number | null
  @Column({ type: 'integer', nullable: true }) done: number | null
  @Column({ type: 'integer', nullable: true }) inProcess: number | null
  /** Decimal text as it was typed. */
  @Column({ type: 'text', nullable: true }) averageDays: string | null
  @Column({ type: 'integer' }) version: number
  @Column({ type: 'text' }) createdAt: string
}
