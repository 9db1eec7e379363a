import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import type { Decision } from '../engine/stages/decisions'
import { Worksheet } from '../worksheets/worksheet.entity'

/** What was decided on one question of an evaluator's worksheet. */
@Entity('decisions')
export class DecisionRow {
  @ForeignKey(() => Worksheet) @PrimaryColumn({ type: 'text' }) worksheetId: string
  @PrimaryColumn({ type: 'text' }) question: string
  /** Null: it was withdrawn when the value came back to the column before. */
  @Column({ type: 'text', nullable: true }) decision: Decision | null
  @Column({ type: 'integer' }) version: number
  @Column({ type: 'text' }) decidedBy: string
  @Column({ type: 'text' }) decidedAt: string
}
