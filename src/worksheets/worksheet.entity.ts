import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import type { SheetSeat } from '../engine/stages/turns'
import { Assessment } from '../assessments/assessment.entity'

/** The answers of one assessor in one round: the unit of immutability. A frozen one never changes again. */
@Entity('worksheets')
@Unique(['assessmentId', 'seat', 'round', 'edition'])
export class Worksheet {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Assessment) @Column({ type: 'text' }) assessmentId: string
  @Column({ type: 'text' }) seat: SheetSeat
  @Column({ type: 'integer' }) round: number
  /** A submission that was withdrawn leaves its frozen edition behind; the next one starts from a copy of it. */
  @Column({ type: 'integer', default: 1 }) edition: number
  @Column({ type: 'text' }) createdAt: string
  /** The worksheet that this one was copied from; null for the satker's first. */
  @Column({ type: 'text', nullable: true }) basedOn: string | null
  /** Whoever fills an evaluator's worksheet; the satker's is filled by its team. */
  @Column({ type: 'text', nullable: true }) assessorId: string | null
  @Column({ type: 'text', nullable: true }) frozenAt: string | null
  /** SHA-256 over the canonical JSON below. */
  @Column({ type: 'text', nullable: true }) hash: string | null
}
