import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Satker } from '../satker/satker.entity'

/** A predicate that a satker was given, and when it lost it; civil dates. */
@Entity('held_predicates')
@Index(['satkerId'])
export class HeldPredicate {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Satker) @Column({ type: 'text' }) satkerId: string
  /** Id of a predicate of the instrument. */
  @Column({ type: 'text' }) predicate: string
  @Column({ type: 'text' }) heldSince: string
  @Column({ type: 'text', nullable: true }) lostOn: string | null
  /** The decree that gave it. */
  @Column({ type: 'text' }) decree: string
  @Column({ type: 'integer' }) version: number
  @Column({ type: 'text' }) createdAt: string
}
