import { Column, Entity, PrimaryColumn } from 'typeorm'

/** A job of the servers on one database: who is at it, and when it was last begun and brought to its end. */
@Entity('scheduled_jobs')
export class ScheduledJobRow {
  @PrimaryColumn({ type: 'text' }) name: string
  /** `''`: free. */
  @Column({ type: 'text', default: '' }) lockedUntil: string
  /** `''`: never. */
  @Column({ type: 'text', default: '' }) lastRun: string
}
