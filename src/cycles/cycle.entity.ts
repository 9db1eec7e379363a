import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import type { StoredRule } from '../results/recommendation-rules'
import { InstrumentVersion } from '../instruments/instrument.entity'

export interface CycleSettings {
  /** How many times the ketua tim may send a worksheet back. */
  readonly sendBacks: number
  /** Whether the kanwil scores before the TPI. */
  readonly preAssessment: boolean
  /** What leads to which recommendation, the best first; absent: the usual rules. */
  readonly recommendations?: readonly StoredRule[]
}

/** One yearly round of assessments with its instrument. */
@Entity('cycles')
@Unique(['year'])
export class Cycle {
  @PrimaryColumn({ type: 'text' }) id: string
  @Column({ type: 'integer' }) year: number
  @Column({ type: 'text' }) title: string
  @ForeignKey(() => InstrumentVersion) @Column({ type: 'text' }) instrumentId: string
  @Column({ type: 'text', default: 'joint' }) areaGates: 'joint' | 'separate'
  @Column({ type: 'simple-json' }) settings: CycleSettings
  @Column({ type: 'integer', default: 1 }) version: number
  @Column({ type: 'text' }) createdAt: string
}
