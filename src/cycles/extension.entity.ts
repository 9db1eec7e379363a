import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Assessment } from '../assessments/assessment.entity'
import type { WindowStage } from './cycle-window.entity'

/** A later last day of one stage for one assessment, given by the centre with a reason. */
@Entity('extensions')
@Index(['assessmentId', 'stage'])
export class Extension {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Assessment) @Column({ type: 'text' }) assessmentId: string
  @Column({ type: 'text' }) stage: WindowStage
  @Column({ type: 'text' }) closesOn: string
  @Column({ type: 'text' }) reason: string
  @Column({ type: 'text' }) createdBy: string
  @Column({ type: 'text' }) createdAt: string
}
