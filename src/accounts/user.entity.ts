import { Column, Entity, PrimaryColumn, Unique } from 'typeorm'

/** A person who signs in with NIP or e-mail. Instants are UTC ISO-8601 text. */
@Entity('users')
@Unique(['nip'])
@Unique(['email'])
export class User {
  @PrimaryColumn({ type: 'text' }) id: string
  @Column({ type: 'text' }) name: string
  /** Eighteen digits; the first eight are the birth date, so it is masked on most screens. */
  @Column({ type: 'text', nullable: true }) nip: string | null
  /** Lower case. */
  @Column({ type: 'text', nullable: true }) email: string | null
  @Column({ type: 'text', nullable: true }) passwordHash: string | null
  @Column({ type: 'text', nullable: true }) passwordChangedAt: string | null
  /** Set while the password was given by somebody else. */
  @Column({ type: 'boolean' }) mustChangePassword: boolean
  /** A session that began before this instant is over. */
  @Column({ type: 'text' }) sessionsValidFrom: string
  @Column({ type: 'text' }) createdAt: string
  @Column({ type: 'text', nullable: true }) disabledAt: string | null
}
