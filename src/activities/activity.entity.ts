import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import type { ActivityKind, GuestKind } from '../engine/activities/activity-kinds'
import { Employee } from '../roster/employee.entity'
import { Satker } from '../satker/satker.entity'

/** Something a satker does or did. Dates are civil dates, the last day included; times are `HH:MM` or empty. */
@Entity('activities')
@Index(['satkerId', 'heldOn'])
export class Activity {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Satker) @Column({ type: 'text' }) satkerId: string
  @Column({ type: 'text' }) kind: ActivityKind
  @Column({ type: 'text' }) title: string
  @Column({ type: 'text' }) heldOn: string
  @Column({ type: 'text' }) heldUntil: string
  @Column({ type: 'text' }) startsAt: string
  @Column({ type: 'text' }) endsAt: string
  @Column({ type: 'text' }) place: string
  @Column({ type: 'boolean' }) leaderPresent: boolean
  /** Recommendation 5: every periodic meeting also discusses the programme. */
  @Column({ type: 'boolean' }) ziDiscussed: boolean
  /** People of the satker who came, the named ones included; null where nobody counted. */
  @Column({ type: 'integer', nullable: true }) counted: number | null
  @Column({ type: 'text' }) agenda: string
  @Column({ type: 'integer' }) version: number
  @Column({ type: 'text' }) createdAt: string
}

/** How many came from outside, by where they belong. */
@Entity('activity_guests')
export class ActivityGuests {
  @ForeignKey(() => Activity) @PrimaryColumn({ type: 'text' }) activityId: string
  @PrimaryColumn({ type: 'text' }) kind: GuestKind
  @Column({ type: 'integer' }) people: number
}

/** Somebody of the roster who took part; goes with a row of the roster that was a mistake. */
@Entity('activity_participants')
@Index(['employeeId'])
export class ActivityParticipant {
  @ForeignKey(() => Activity) @PrimaryColumn({ type: 'text' }) activityId: string
  @ForeignKey(() => Employee, { onDelete: 'CASCADE' }) @PrimaryColumn({ type: 'text' }) employeeId: string
}

/** A point raised at an activity, with what becomes of it. */
@Entity('activity_points')
@Index(['activityId'])
@Index(['dueOn'])
export class ActivityPoint {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Activity) @Column({ type: 'text' }) activityId: string
  @Column({ type: 'text' }) text: string
  /** An office or a pokja, as people call it. */
  @Column({ type: 'text' }) owner: string
  @Column({ type: 'text' }) dueOn: string
  @Column({ type: 'text', nullable: true }) doneOn: string | null
  @Column({ type: 'integer' }) version: number
  @Column({ type: 'text' }) createdAt: string
}
