import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import type { EvidenceVerdict } from '../engine/instrument/instrument'
import { Worksheet } from '../worksheets/worksheet.entity'

/** What an evaluator's worksheet says of one use of a piece of evidence; the use may lie in a frozen worksheet only. */
@Entity('evidence_verdicts')
export class EvidenceVerdictRow {
  @ForeignKey(() => Worksheet) @PrimaryColumn({ type: 'text' }) worksheetId: string
  @PrimaryColumn({ type: 'text' }) useId: string
  @Column({ type: 'text' }) question: string
  @Column({ type: 'text' }) verdict: EvidenceVerdict
  @Column({ type: 'text' }) givenBy: string
  @Column({ type: 'text' }) givenAt: string
}
