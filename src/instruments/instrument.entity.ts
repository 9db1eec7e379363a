import { Column, Entity, PrimaryColumn, Unique } from 'typeorm'

/** One loaded version of an instrument. Rows are never changed: a new text is a new version. */
@Entity('instruments')
@Unique(['code', 'version'])
export class InstrumentVersion {
  @PrimaryColumn({ type: 'text' }) id: string
  /** The id inside the YAML, e.g. `lke-2021`. */
  @Column({ type: 'text' }) code: string
  @Column({ type: 'integer' }) version: number
  @Column({ type: 'text' }) title: string
  /** SHA-256 of the source. */
  @Column({ type: 'text' }) checksum: string
  @Column({ type: 'text' }) source: string
  @Column({ type: 'text' }) loadedAt: string
  @Column({ type: 'text' }) loadedBy: string
}
