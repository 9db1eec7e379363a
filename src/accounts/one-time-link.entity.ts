import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { User } from './user.entity'

/** A link that sets a password once; only the SHA-256 of its token is kept. */
@Entity('one_time_links')
@Unique(['tokenHash'])
@Index(['userId'])
export class OneTimeLink {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => User) @Column({ type: 'text' }) userId: string
  @Column({ type: 'text' }) tokenHash: string
  @Column({ type: 'text' }) createdAt: string
  @Column({ type: 'text' }) expiresAt: string
  @Column({ type: 'text', nullable: true }) usedAt: string | null
}
