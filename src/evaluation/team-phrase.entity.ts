import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import { EvaluationTeam } from './team.entity'

/** A sentence that a team uses again and again in its notes. */
@Entity('team_phrases')
@Unique(['teamId', 'text'])
export class TeamPhrase {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => EvaluationTeam) @Column({ type: 'text' }) teamId: string
  @Column({ type: 'text' }) text: string
  @Column({ type: 'text' }) createdBy: string
  @Column({ type: 'text' }) createdAt: string
}
