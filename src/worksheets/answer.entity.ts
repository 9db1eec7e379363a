import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import { Worksheet } from './worksheet.entity'

/** The answer of a worksheet to one question. Value and note are two fields with a version each, so that they merge. */
@Entity('answers')
@Unique(['worksheetId', 'question'])
export class Answer {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Worksheet) @Column({ type: 'text' }) worksheetId: string
  @Column({ type: 'text' }) question: string
  @Column({ type: 'text', nullable: true }) option: string | null
  /** Inputs as exact decimal text by key. */
  @Column({ type: 'simple-json', nullable: true }) inputs: Record<string, string> | null
  @Column({ type: 'integer', default: 0 }) valueVersion: number
  @Column({ type: 'text', nullable: true }) valueBy: string | null
  @Column({ type: 'text', nullable: true }) valueAt: string | null
  @Column({ type: 'text', default: '' }) note: string
  @Column({ type: 'integer', default: 0 }) noteVersion: number
  @Column({ type: 'text', nullable: true }) noteBy: string | null
  @Column({ type: 'text', nullable: true }) noteAt: string | null
  /** Copied from last cycle and not confirmed yet: never counted as answered. */
  @Column({ type: 'boolean' }) carried: boolean
}
