import { Column, Entity, PrimaryColumn, Unique } from 'typeorm'

/** One loaded version of the thresholds. Rows are never changed: a new text is a new version, old results keep theirs. */
@Entity('rule_books')
@Unique(['code', 'version'])
export class RuleBookVersion {
  @PrimaryColumn({ type: 'text' }) id: string
  /** The id inside the YAML, e.g. `zi-2026`. */
  @Column({ type: 'text' }) code: string
  @Column({ type: 'integer' }) version: number
  /** SHA-256 of the source. */
  @Column({ type: 'text' }) checksum: string
  @Column({ type: 'text' }) source: string
  @Column({ type: 'text' }) loadedAt: string
  @Column({ type: 'text' }) loadedBy: string
}
