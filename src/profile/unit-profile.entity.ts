import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import { Satker } from '../satker/satker.entity'

/** What a satker counts of itself in a quarter; null is not said, 0 is none. */
@Entity('unit_profiles')
@Unique(['satkerId', 'year', 'quarter'])
export class UnitProfile {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Satker) @Column({ type: 'text' }) satkerId: string
  @Column({ type: 'integer' }) year: number
  @Column({ type: 'integer' }) quarter: number
  @Column({ type: 'integer', nullable: true }) employees: number | null
  @Column({ type: 'integer', nullable: true }) frontLine: number | null
  @Column({ type: 'integer', nullable: true }) services: number | null
  @Column({ type: 'integer', nullable: true }) onlineServices: number | null
  @Column({ type: 'integer', nullable: true }) floors: number | null
  @Column({ type: 'integer', nullable: true }) floorsWithMotto: number | null
  @Column({ type: 'integer', nullable: true }) rooms: number | null
  @Column({ type: 'integer', nullable: true }) roomsWithMotto: number | null
  /** Under the joint commitment. */
  @Column({ type: 'integer', nullable: true }) signatures: number | null
  @Column({ type: 'integer', nullable: true }) gratificationReports: number | null
  @Column({ type: 'integer', nullable: true }) violations: number | null
  @Column({ type: 'integer', nullable: true }) lhkpnDue: number | null
  @Column({ type: 'integer', nullable: true }) lhkpnFiled: number | null
  @Column({ type: 'integer', nullable: true }) lhkasnDue: number | null
  @Column({ type: 'integer', nullable: true }) lhkasnFiled: number | null
  @Column({ type: 'integer' }) version: number
  @Column({ type: 'text' }) createdAt: string
}
