import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { User } from '../accounts/user.entity'
import { Cycle } from '../cycles/cycle.entity'
import type { AssessorSeat } from '../engine/stages/turns'

/** A team of the TPI in one cycle. */
@Entity('evaluation_teams')
@Unique(['cycleId', 'name'])
export class EvaluationTeam {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Cycle) @Column({ type: 'text' }) cycleId: string
  @Column({ type: 'text' }) name: string
  @Column({ type: 'text' }) createdAt: string
}

export type TeamSeatKind = Exclude<AssessorSeat, 'kanwil'>

/** A person on a seat of a team; leaving it keeps what was done. */
@Entity('team_seats')
@Index(['userId'])
@Index(['teamId'])
export class TeamSeat {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => EvaluationTeam) @Column({ type: 'text' }) teamId: string
  @ForeignKey(() => User) @Column({ type: 'text' }) userId: string
  @Column({ type: 'text' }) seat: TeamSeatKind
  @Column({ type: 'text' }) createdAt: string
  @Column({ type: 'text', nullable: true }) endedAt: string | null
}
