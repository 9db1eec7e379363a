import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Satker } from '../satker/satker.entity'

/** How many commitments of a satker stand where in a quarter; made anew with every change of them. */
@Entity('performance_standings')
@Index(['year', 'quarter'])
export class PerformanceStanding {
  @ForeignKey(() => Satker) @PrimaryColumn({ type: 'text' }) satkerId: string
  @PrimaryColumn({ type: 'integer' }) year: number
  @PrimaryColumn({ type: 'integer' }) quarter: number
  @Column({ type: 'integer' }) targeted: number
  @Column({ type: 'integer' }) reported: number
  @Column({ type: 'integer' }) reached: number
  @Column({ type: 'integer' }) near: number
  @Column({ type: 'integer' }) missed: number
}
