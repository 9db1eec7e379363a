import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Agreement } from './agreement.entity'

/** One evaluation of an agreement: when it was held, and what it found. */
@Entity('agreement_evaluations')
@Index(['agreementId', 'heldOn'])
export class AgreementEvaluation {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Agreement) @Column({ type: 'text' }) agreementId: string
  @Column({ type: 'text' }) heldOn: string
  @Column({ type: 'text' }) finding: string
  @Column({ type: 'text' }) createdAt: string
}
