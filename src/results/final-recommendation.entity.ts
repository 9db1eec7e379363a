import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { Assessment } from '../assessments/assessment.entity'
import type { Recommendation } from '../engine/recommendation/recommendation'

/** What the dalnis recommends for a unit, until it is sealed; earlier ones stand in the trail. */
@Entity('final_recommendations')
export class FinalRecommendation {
  @ForeignKey(() => Assessment) @PrimaryColumn({ type: 'text' }) assessmentId: string
  @Column({ type: 'text' }) recommendation: Recommendation
  @Column({ type: 'text' }) grounds: string
  @Column({ type: 'integer' }) version: number
  @Column({ type: 'text' }) setBy: string
  @Column({ type: 'text' }) setAt: string
}
