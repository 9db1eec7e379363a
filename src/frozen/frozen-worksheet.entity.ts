import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { Worksheet } from '../worksheets/worksheet.entity'

/** What a worksheet was when it was handed in: canonical JSON, kept apart because it is large. */
@Entity('frozen_worksheets')
export class FrozenWorksheet {
  @ForeignKey(() => Worksheet) @PrimaryColumn({ type: 'text' }) worksheetId: string
  @Column({ type: 'text' }) document: string
}
