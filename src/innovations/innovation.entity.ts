import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import type { Direction } from '../engine/innovations/change'
import { Satker } from '../satker/satker.entity'
import type { Atm, Copy } from './innovation-facts'

/**
 * Something a satker does in a new way. Measured values are decimal texts, dates civil dates. The areas and questions
 * that it serves stand with the entry of the registers that bears its id.
 */
@Entity('innovations')
@Unique(['satkerId', 'name'])
export class Innovation {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Satker) @Column({ type: 'text' }) satkerId: string
  @Column({ type: 'text' }) name: string
  @Column({ type: 'text' }) need: string
  /** A page outside the registers that shows the need; entries that show it are links of the registers. */
  @Column({ type: 'text' }) proofLink: string
  @Column({ type: 'text' }) startedOn: string
  @Column({ type: 'text', nullable: true }) endedOn: string | null
  /** Empty where nothing was taken from another unit. */
  @Column({ type: 'text' }) atm: Atm
  @Column({ type: 'text' }) sourceUnit: string
  @Column({ type: 'text' }) modification: string
  @Column({ type: 'text' }) indicator: string
  @Column({ type: 'text' }) unit: string
  @Column({ type: 'text' }) better: Direction
  @Column({ type: 'text', nullable: true }) beforeValue: string | null
  @Column({ type: 'text', nullable: true }) beforeOn: string | null
  @Column({ type: 'text', nullable: true }) afterValue: string | null
  @Column({ type: 'text', nullable: true }) afterOn: string | null
  @Column({ type: 'text' }) usedBy: string
  @Column({ type: 'integer', nullable: true }) users: number | null
  @Column({ type: 'simple-json' }) copies: readonly Copy[]
  /** Since when it is part of the management system. */
  @Column({ type: 'text', nullable: true }) integratedOn: string | null
  /** The document by which it became so. */
  @Column({ type: 'text' }) integration: string
  /** Ids of the agents of change who made it, people of the roster. */
  @Column({ type: 'simple-json' }) agents: readonly string[]
  @Column({ type: 'integer' }) version: number
  @Column({ type: 'text' }) createdAt: string
}
