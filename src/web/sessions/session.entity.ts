import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

/** A signed-in browser. Lives in a database of its own, so that it never waits for, or joins, a writer of facts. */
@Entity('sessions')
@Index(['expiresAt'])
export class SessionRow {
  @PrimaryColumn({ type: 'text' }) id: string
  @Column({ type: 'text' }) data: string
  @Column({ type: 'text' }) expiresAt: string
}
