import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import type { SATKER_LEVELS } from './satker-levels'

export type SatkerLevel = (typeof SATKER_LEVELS)[number]

/** A node of the ministry's tree: the ministry, an echelon I unit, a kanwil or a work unit. */
@Entity('satker')
@Unique(['code'])
@Index(['path'])
@Index(['parentId'])
export class Satker {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Satker) @Column({ type: 'text', nullable: true }) parentId: string | null
  /** The ids from the root down to this one, each followed by a slash: "mine and below" is one prefix. */
  @Column({ type: 'text' }) path: string
  @Column({ type: 'text' }) code: string
  @Column({ type: 'text' }) name: string
  @Column({ type: 'text' }) level: SatkerLevel
  /** What it is, in the ministry's words: Lembaga Pemasyarakatan, Kantor Imigrasi, … */
  @Column({ type: 'text', default: '' }) kind: string
  @Column({ type: 'text', default: '' }) region: string
  /** Where letters are signed. */
  @Column({ type: 'text', default: '' }) city: string
  /** IANA zone: Asia/Jakarta (WIB), Asia/Makassar (WITA) or Asia/Jayapura (WIT). */
  @Column({ type: 'text', default: 'Asia/Jakarta' }) timeZone: string
  /** One line of the letterhead per line of text. */
  @Column({ type: 'text', default: '' }) letterhead: string
  @Column({ type: 'text', nullable: true }) logoSha256: string | null
  @Column({ type: 'text', nullable: true }) logoType: string | null
  @Column({ type: 'integer', default: 0 }) employees: number
  @Column({ type: 'integer', default: 1 }) version: number
  @Column({ type: 'text' }) createdAt: string
  @Column({ type: 'text', nullable: true }) closedAt: string | null
}
