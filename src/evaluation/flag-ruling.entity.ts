import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import type { FlagKind } from '../engine/scoring/score'
import { Worksheet } from '../worksheets/worksheet.entity'

/** A flag that an evaluator confirmed, or dismissed with a reason; both stay on record. */
@Entity('flag_rulings')
export class FlagRuling {
  @ForeignKey(() => Worksheet) @PrimaryColumn({ type: 'text' }) worksheetId: string
  @PrimaryColumn({ type: 'text' }) question: string
  @PrimaryColumn({ type: 'text' }) kind: FlagKind
  @Column({ type: 'text' }) ruling: 'confirmed' | 'dismissed'
  @Column({ type: 'text', default: '' }) reason: string
  @Column({ type: 'text' }) ruledBy: string
  @Column({ type: 'text' }) ruledAt: string
}
