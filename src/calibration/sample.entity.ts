import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { User } from '../accounts/user.entity'
import { Assessment } from '../assessments/assessment.entity'
import { Cycle } from '../cycles/cycle.entity'
import type { DrawnFrom } from '../engine/calibration/draw-sample'

/** A random sample of a cycle's handed-in units; it runs until it is closed. */
@Entity('samples')
@Unique(['cycleId', 'number'])
export class Sample {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Cycle) @Column({ type: 'text' }) cycleId: string
  @Column({ type: 'integer' }) number: number
  /** How many units were asked for. */
  @Column({ type: 'integer' }) wanted: number
  @Column({ type: 'text' }) seed: string
  /** With the seed all that the draw follows from. */
  @Column({ type: 'simple-json' }) drawnFrom: DrawnFrom
  @Column({ type: 'text' }) createdBy: string
  @Column({ type: 'text' }) createdAt: string
  @Column({ type: 'text', nullable: true }) closedBy: string | null
  @Column({ type: 'text', nullable: true }) closedAt: string | null
}

/** A unit of a sample and who scores it a second time; a unit is drawn once in its cycle. */
@Entity('sampled_units')
@Index(['sampleId'])
@Index(['userId'])
export class SampledUnit {
  @ForeignKey(() => Assessment) @PrimaryColumn({ type: 'text' }) assessmentId: string
  @ForeignKey(() => Sample) @Column({ type: 'text' }) sampleId: string
  @ForeignKey(() => User) @Column({ type: 'text' }) userId: string
}
