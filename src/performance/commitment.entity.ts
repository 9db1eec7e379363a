import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import type { Direction } from '../engine/performance/achievement'
import type { Counting } from '../engine/performance/year'
import { Satker } from '../satker/satker.entity'

/** What a satker promised to reach in a year: one indicator of its performance agreement. */
@Entity('performance_commitments')
@Unique(['satkerId', 'year', 'indicatorKey'])
export class Commitment {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Satker) @Column({ type: 'text' }) satkerId: string
  @Column({ type: 'integer' }) year: number
  /** Its place in the agreement. */
  @Column({ type: 'integer' }) number: number
  @Column({ type: 'text' }) indicator: string
  /** The indicator without capitals and double spaces: one stands once in a year. */
  @Column({ type: 'text' }) indicatorKey: string
  @Column({ type: 'text' }) unit: string
  @Column({ type: 'text' }) direction: Direction
  @Column({ type: 'text' }) counting: Counting
  /** Decimal text, as every figure here. */
  @Column({ type: 'text' }) yearTarget: string
  @Column({ type: 'integer' }) version: number
  @Column({ type: 'text' }) createdAt: string
}
