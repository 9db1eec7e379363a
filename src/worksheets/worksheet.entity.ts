import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import { Assessment } from '../assessments/assessment.entity'

export type WorksheetSeat = 'satker' | 'kanwil' | 'member' | 'lead' | 'controller'

/** The answers of one assessor in one round: the unit of immutability. A frozen one never changes again. */
@Entity('worksheets')
@Unique(['assessmentId', 'seat', 'round', 'edition'])
export class Worksheet {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Assessment) @Column({ type: 'text' }) assessmentId: string
  @Column({ type: 'text' }) seat: WorksheetSeat
  @Column({ type: 'integer' }) round: number
  /** A submission that was withdrawn leaves its frozen edition behind; the next one starts from a copy of it. */
  @Column({ type: 'integer', default: 1 }) edition: number
  @Column({ type: 'text' }) createdAt: string
  @Column({ type: 'text', nullable: true }) frozenAt: string | null
  /** SHA-256 over the canonical JSON below. */
  @Column({ type: 'text', nullable: true }) hash: string | null
}
