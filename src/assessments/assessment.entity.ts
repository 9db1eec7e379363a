import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { Cycle } from '../cycles/cycle.entity'
import type { AssessmentStage } from '../engine/stages/stages'
import { Satker } from '../satker/satker.entity'

/** One satker in one cycle. */
@Entity('assessments')
@Unique(['satkerId', 'cycleId'])
@Index(['cycleId', 'stage'])
export class Assessment {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Satker) @Column({ type: 'text' }) satkerId: string
  @ForeignKey(() => Cycle) @Column({ type: 'text' }) cycleId: string
  @Column({ type: 'text' }) targetPredicate: string
  @Column({ type: 'text' }) stage: AssessmentStage
  @Column({ type: 'integer', default: 1 }) round: number
  /** The edition of the satker's worksheet in this round. */
  @Column({ type: 'integer', default: 1 }) edition: number
  @Column({ type: 'text' }) createdAt: string
}
