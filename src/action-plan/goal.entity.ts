import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Satker } from '../satker/satker.entity'
import type { Serves } from './goal-facts'

/**
 * What a satker means to reach in a year. Areas, questions and activities stand with its entry of the registers.
 * Measured numbers are the text of an exact decimal.
 */
@Entity('action_goals')
@Index(['satkerId', 'year'])
@Index(['dueOn'])
export class Goal {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Satker) @Column({ type: 'text' }) satkerId: string
  /** The plan it belongs to. */
  @Column({ type: 'integer' }) year: number
  @Column({ type: 'text' }) title: string
  @Column({ type: 'text' }) serves: Serves
  /** The target or outcome served, in words. */
  @Column({ type: 'text' }) served: string
  /** Somebody of the roster; a row there can be deleted, so nothing holds it. */
  @Column({ type: 'text', nullable: true }) ownerId: string | null
  /** Whoever is no single person of the roster; empty with an `ownerId`. */
  @Column({ type: 'text' }) owner: string
  @Column({ type: 'text' }) startsOn: string
  @Column({ type: 'text' }) dueOn: string
  @Column({ type: 'text' }) indicator: string
  @Column({ type: 'text' }) unit: string
  @Column({ type: 'text', nullable: true }) baseline: string | null
  @Column({ type: 'text', nullable: true }) target: string | null
  /** What all reports come to, kept with each change of them. */
  @Column({ type: 'integer' }) percent: number
  @Column({ type: 'text', nullable: true }) reportedOn: string | null
  @Column({ type: 'text', nullable: true }) doneOn: string | null
  @Column({ type: 'integer' }) version: number
  @Column({ type: 'text' }) createdAt: string
}
