import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { User } from '../accounts/user.entity'
import { Assessment } from '../assessments/assessment.entity'
import type { NoteSeverity, NoteState } from '../engine/stages/notes'

/** Which side wrote it: evaluators, or the assistance team of the kanwil. */
export type NoteOrigin = 'evaluation' | 'assistance'
export type NoteScope = 'question' | 'area' | 'whole'

/** What a satker is asked to mend. Its assessment says the satker and the cycle in which it was written. */
@Entity('notes')
@Index(['assessmentId'])
@Index(['state', 'dueOn'])
export class Note {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Assessment) @Column({ type: 'text' }) assessmentId: string
  @Column({ type: 'text' }) origin: NoteOrigin
  @Column({ type: 'text' }) scope: NoteScope
  /** Code of the question, id of the area, or empty. */
  @Column({ type: 'text' }) place: string
  /** The area of either, for lists; empty for the whole. */
  @Column({ type: 'text' }) part: string
  @Column({ type: 'text' }) text: string
  @Column({ type: 'text' }) severity: NoteSeverity
  /** Civil date; its day ends at midnight in the satker's zone. */
  @Column({ type: 'text' }) dueOn: string
  /** Who of the satker's team looks after it. */
  @ForeignKey(() => User) @Column({ type: 'text', nullable: true }) ownerId: string | null
  @Column({ type: 'text' }) state: NoteState
  @Column({ type: 'integer' }) version: number
  @Column({ type: 'text' }) writtenBy: string
  @Column({ type: 'text' }) writtenAt: string
  /** When it was verified or withdrawn. */
  @Column({ type: 'text', nullable: true }) settledAt: string | null
}
