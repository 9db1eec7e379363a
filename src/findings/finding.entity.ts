import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { User } from '../accounts/user.entity'
import { Assessment } from '../assessments/assessment.entity'
import { RuleBookVersion } from '../rule-books/rule-book.entity'
import { Worksheet } from '../worksheets/worksheet.entity'
import type { FindingFamily } from './finding-document'
import type { RulingOutcome } from './finding-outcomes'

/** What the rules say of an assessment now. */
@Entity('finding_sets')
export class FindingSet {
  @ForeignKey(() => Assessment) @PrimaryColumn({ type: 'text' }) assessmentId: string
  @ForeignKey(() => RuleBookVersion) @Column({ type: 'text' }) ruleBookId: string
  /** Of the acts on the satker's records; another one means that facts changed since. */
  @Column({ type: 'text' }) stamp: string
  /** The civil date it was read on. */
  @Column({ type: 'text' }) day: string
  @Column({ type: 'text' }) computedAt: string
  @Column({ type: 'text' }) verdict: string
  /** A FindingDocument as JSON text. */
  @Column({ type: 'text' }) document: string
}

/** The level of one finding, for lists over many units. */
@Entity('finding_levels')
@Index(['family', 'rule'])
export class FindingLevelRow {
  @ForeignKey(() => Assessment) @PrimaryColumn({ type: 'text' }) assessmentId: string
  @PrimaryColumn({ type: 'text' }) rule: string
  /** Tells findings of one rule apart; empty where it has one. */
  @PrimaryColumn({ type: 'text' }) about: string
  @Column({ type: 'text' }) family: FindingFamily
  @Column({ type: 'text' }) level: string
  /** SHA-256 of what it was judged on. */
  @Column({ type: 'text' }) grounds: string
  @Column({ type: 'text' }) since: string
}

/** That a level changed: the findings of a unit over time. An ended contradiction changes to `tidak-ada`. */
@Entity('finding_changes')
@Index(['assessmentId', 'rule', 'at'])
export class FindingChange {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Assessment) @Column({ type: 'text' }) assessmentId: string
  @Column({ type: 'text' }) rule: string
  @Column({ type: 'text' }) about: string
  @Column({ type: 'text' }) level: string
  @Column({ type: 'text' }) at: string
}

/** What an evaluator says of a finding; it holds as long as the finding stands on the same grounds. */
@Entity('finding_rulings')
@Index(['assessmentId', 'rule', 'about'])
@Index(['rule'])
export class FindingRuling {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Assessment) @Column({ type: 'text' }) assessmentId: string
  @Column({ type: 'text' }) rule: string
  @Column({ type: 'text' }) about: string
  @Column({ type: 'text' }) grounds: string
  @Column({ type: 'text' }) level: string
  @Column({ type: 'text' }) outcome: RulingOutcome
  @Column({ type: 'text' }) reason: string
  @ForeignKey(() => User) @Column({ type: 'text' }) ruledBy: string
  @Column({ type: 'text' }) ruledAs: string
  @Column({ type: 'text' }) ruledAt: string
}

/** What the rules said when a worksheet was handed in. Rows are never changed. */
@Entity('frozen_findings')
@Unique(['worksheetId'])
@Index(['assessmentId'])
export class FrozenFindings {
  @PrimaryColumn({ type: 'text' }) id: string
  @ForeignKey(() => Assessment) @Column({ type: 'text' }) assessmentId: string
  @ForeignKey(() => Worksheet) @Column({ type: 'text' }) worksheetId: string
  @ForeignKey(() => RuleBookVersion) @Column({ type: 'text' }) ruleBookId: string
  @Column({ type: 'text' }) day: string
  @Column({ type: 'text' }) frozenAt: string
  @Column({ type: 'text' }) sha256: string
  @Column({ type: 'text' }) document: string
}
