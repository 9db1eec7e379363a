import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import type { IndexScale } from '../engine/surveys/index-scales'
import { Satker } from '../satker/satker.entity'
import type { SurveyKind, SurveyMethod } from './survey-facts'

/** One round of a survey among those who know a satker, with its index on the scale on which it was computed. */
@Entity('survey_rounds')
@Unique(['satkerId', 'kind', 'heldFrom', 'heldUntil'])
export class SurveyRound {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Satker) @Column({ type: 'text' }) satkerId: string
  @Column({ type: 'text' }) kind: SurveyKind
  /** Civil dates, the last day included. */
  @Column({ type: 'text' }) heldFrom: string
  @Column({ type: 'text' }) heldUntil: string
  @Column({ type: 'text' }) method: SurveyMethod
  /** Null where nobody knows how many there are. */
  @Column({ type: 'integer', nullable: true }) population: number | null
  @Column({ type: 'integer' }) respondents: number
  @Column({ type: 'text' }) scale: IndexScale
  /** Decimal text as it was typed. */
  @Column({ type: 'text', name: 'index_value' }) index: string
  @Column({ type: 'text' }) conductedBy: string
  @Column({ type: 'integer' }) version: number
  @Column({ type: 'text' }) createdAt: string
}
