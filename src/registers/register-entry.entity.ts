import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Evidence } from '../evidence/evidence.entity'
import { Satker } from '../satker/satker.entity'
import type { Register } from './register'

/** What all registers say of an entry alike; `id` is that of the register's own row. */
@Entity('register_entries')
@Index(['satkerId', 'register', 'happenedOn'])
export class RegisterEntryRow {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Satker) @Column({ type: 'text' }) satkerId: string
  @Column({ type: 'text' }) register: Register
  @Column({ type: 'text' }) title: string
  /** One line that can stand as the claim of evidence. */
  @Column({ type: 'text' }) summary: string
  /** Civil dates; a single day has no end. */
  @Column({ type: 'text', nullable: true }) happenedOn: string | null
  @Column({ type: 'text', nullable: true }) happenedUntil: string | null
  @Column({ type: 'text' }) changedAt: string
}

export type SupportKind = 'area' | 'question'

/** That an entry serves a part of the worksheet, or one of its questions by code. */
@Entity('entry_supports')
@Index(['kind', 'target'])
export class EntrySupport {
  @ForeignKey(() => RegisterEntryRow) @PrimaryColumn({ type: 'text' }) entryId: string
  @PrimaryColumn({ type: 'text' }) kind: SupportKind
  @PrimaryColumn({ type: 'text' }) target: string
}

/** `proof`: what an entry is proven by; `excerpt`: the entry itself as paper, made for a question. */
export type EntryEvidenceKind = 'proof' | 'excerpt'

/** A piece of the shelf that belongs to an entry. */
@Entity('entry_evidence')
@Index(['evidenceId'])
export class EntryEvidence {
  @ForeignKey(() => RegisterEntryRow) @PrimaryColumn({ type: 'text' }) entryId: string
  @ForeignKey(() => Evidence) @PrimaryColumn({ type: 'text' }) evidenceId: string
  @Column({ type: 'text' }) kind: EntryEvidenceKind
  /** Of an excerpt the SHA-256 of what it says; empty of a proof. */
  @Column({ type: 'text' }) content: string
  @Column({ type: 'text' }) addedBy: string
  @Column({ type: 'text' }) addedAt: string
}

/** `carried-out-by`: a goal by an activity; `answers`: an innovation to a need that another register shows. */
export type EntryLinkKind = 'carried-out-by' | 'answers'

/** That one entry refers to another. */
@Entity('entry_links')
@Index(['toId'])
export class EntryLink {
  @ForeignKey(() => RegisterEntryRow) @PrimaryColumn({ type: 'text' }) fromId: string
  @ForeignKey(() => RegisterEntryRow) @PrimaryColumn({ type: 'text' }) toId: string
  @PrimaryColumn({ type: 'text' }) kind: EntryLinkKind
}
