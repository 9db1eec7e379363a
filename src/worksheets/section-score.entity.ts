import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Worksheet } from './worksheet.entity'

/** The stored score of one section, written with every answer so that homes and rankings never sum answers. */
@Entity('section_scores')
@Index(['section', 'substantiatedMicro'])
export class SectionScoreRow {
  @ForeignKey(() => Worksheet) @PrimaryColumn({ type: 'text' }) worksheetId: string
  /** A section code, `total`, or a joined area `A.1`. */
  @PrimaryColumn({ type: 'text' }) section: string
  /** Exact, as `n/d`. */
  @Column({ type: 'text' }) claimed: string
  @Column({ type: 'text' }) substantiated: string
  /** Millionths of a point, for sorting only. */
  @Column({ type: 'integer' }) claimedMicro: number
  @Column({ type: 'integer' }) substantiatedMicro: number
  @Column({ type: 'integer' }) questions: number
  @Column({ type: 'integer' }) answered: number
  @Column({ type: 'integer' }) evidenced: number
  @Column({ type: 'integer' }) flagged: number
  @Column({ type: 'integer' }) contradictory: number
}
