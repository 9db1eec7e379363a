import { Column, Entity, PrimaryColumn } from 'typeorm'

/** What a database knows of itself, such as that it is a demo. */
@Entity('installation_facts')
export class InstallationFact {
  @PrimaryColumn({ type: 'text' }) name: string
  @Column({ type: 'text' }) value: string
}
