import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import type { Role } from '../access/roles'
import { Satker } from '../satker/satker.entity'
import { User } from './user.entity'

/** A role of a person at a satker between two civil dates, for a pokja member with the parts it covers. */
@Entity('memberships')
@Index(['userId'])
@Index(['satkerId', 'role'])
export class Membership {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => User) @Column({ type: 'text' }) userId: string
  @ForeignKey(() => Satker) @Column({ type: 'text' }) satkerId: string
  @Column({ type: 'text' }) role: Role
  /** Part codes joined by commas (`1,2,B`); null: no narrowing. */
  @Column({ type: 'text', nullable: true }) parts: string | null
  /** Acting head (Plt or Plh). */
  @Column({ type: 'boolean' }) acting: boolean
  @Column({ type: 'text' }) validFrom: string
  @Column({ type: 'text', nullable: true }) validUntil: string | null
  @Column({ type: 'text' }) createdAt: string
}
