import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { User } from '../accounts/user.entity'
import type { Delivery } from './deliveries'

/** How a person wants to be told by e-mail; who has no row is told at once. */
@Entity('message_preferences')
export class MessagePreference {
  @ForeignKey(() => User) @PrimaryColumn({ type: 'text' }) userId: string
  @Column({ type: 'text' }) delivery: Delivery
  @Column({ type: 'text' }) changedAt: string
}
