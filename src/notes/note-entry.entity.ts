import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Evidence } from '../evidence/evidence.entity'
import { Note } from './note.entity'

export type NoteEntryKind = 'reply' | 'verify' | 'return' | 'withdraw'

/** One word in the thread of a note. */
@Entity('note_entries')
@Index(['noteId'])
export class NoteEntry {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Note) @Column({ type: 'text' }) noteId: string
  @Column({ type: 'text' }) kind: NoteEntryKind
  @Column({ type: 'text' }) text: string
  @Column({ type: 'text' }) writtenBy: string
  @Column({ type: 'text' }) writtenAt: string
}

/** A piece of the satker's shelf that a reply shows. */
@Entity('note_evidence')
@Index(['evidenceId'])
export class NoteEvidence {
  @ForeignKey(() => NoteEntry) @PrimaryColumn({ type: 'text' }) entryId: string
  @ForeignKey(() => Evidence) @PrimaryColumn({ type: 'text' }) evidenceId: string
}
