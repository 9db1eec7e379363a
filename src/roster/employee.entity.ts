import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { Satker } from '../satker/satker.entity'

/**
 * Somebody who works or worked at a satker, whether or not they have an account. Dates are civil dates, the last day
 * included. Nothing else about a person is kept: what is not needed is not asked.
 */
@Entity('employees')
@Unique(['satkerId', 'nip'])
@Index(['nip'])
@Index(['leftOn'])
export class Employee {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Satker) @Column({ type: 'text' }) satkerId: string
  /** Empty once the row is anonymous. */
  @Column({ type: 'text' }) name: string
  @Column({ type: 'text', nullable: true }) nip: string | null
  @Column({ type: 'text' }) position: string
  @Column({ type: 'boolean' }) frontLine: boolean
  /** Id of a part of the worksheet; empty for none. */
  @Column({ type: 'text' }) pokja: string
  /** The term as an agent of change; null for whoever is none. */
  @Column({ type: 'text', nullable: true }) agentFrom: string | null
  @Column({ type: 'text', nullable: true }) agentUntil: string | null
  @Column({ type: 'text' }) joinedOn: string
  @Column({ type: 'text', nullable: true }) leftOn: string | null
  @Column({ type: 'text', nullable: true }) anonymisedAt: string | null
  @Column({ type: 'integer' }) version: number
  @Column({ type: 'text' }) createdAt: string
}
