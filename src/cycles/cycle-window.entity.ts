import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { Cycle } from './cycle.entity'
import type { WINDOW_STAGES } from './window-stages'

export type WindowStage = (typeof WINDOW_STAGES)[number]

/** The civil dates between which work of one stage may be written; both days are inside. */
@Entity('cycle_windows')
export class CycleWindow {
  @ForeignKey(() => Cycle) @PrimaryColumn({ type: 'text' }) cycleId: string
  @PrimaryColumn({ type: 'text' }) stage: WindowStage
  @Column({ type: 'text' }) opensOn: string
  @Column({ type: 'text' }) closesOn: string
}
