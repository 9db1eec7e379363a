import type { Actor } from '../access/actor'
import type { AssessmentContext } from '../assessments/assessment-context'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { Conflict, NotFound, Refused } from '../refusals'
import type { RulingOutcome } from './finding-outcomes'
import { keptFindings, type KeptFinding } from './finding-document'
import type { FindingJudges } from './finding-judges'
import type { FindingsService } from './findings.service'
import { groundsHash } from './ruling-words'
import { RulingsRepository, type RulePrecision } from './rulings.repository'

export type { RulePrecision }

export interface Ruling {
  readonly outcome: RulingOutcome
  readonly reason: string
  /** Of the finding as the page showed it. */
  readonly grounds: string
  /** The last ruling that the page showed, empty for none; whoever saw no page leaves it out. */
  readonly after?: string | undefined
}

/** What evaluators say of findings: a question to people is answered by people, and both stay on record. */
export class RulingsService {
  private readonly rulings: RulingsRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly findings: FindingsService,
    private readonly judges: FindingJudges,
    private readonly clock: Clock,
  ) {
    this.rulings = new RulingsRepository(database)
  }

  /** Whether the actor may rule on findings of an assessment. */
  async mayRule(actor: Actor, assessment: AssessmentContext): Promise<boolean> {
    return (await this.judges.judgesAs(actor, assessment)) !== null
  }

  /**
   * Confirms or dismisses a finding, as it was handed in or as it is now. Throws Conflict when it stands on other grounds
   * than the page showed, or when somebody else ruled on it since: nobody answers what they have not seen.
   */
  async rule(
    actor: Actor,
    assessment: AssessmentContext,
    { rule, about }: { readonly rule: string; readonly about: string },
    { outcome, reason, grounds, after }: Ruling,
  ): Promise<void> {
    const ruledAs = await this.judges.judgesAs(actor, assessment)
    if (ruledAs === null) throw new Refused('Temuan ditetapkan oleh evaluator atau pendamping satker ini.')
    const standing = (await this.standing(assessment)).filter(one => one.rule === rule && one.about === about)
    if (standing.length === 0) throw new NotFound('Temuan')
    const finding = standing.find(one => groundsHash(one.grounds) === grounds)
    if (!finding)
      throw new Conflict('Fakta di balik temuan ini berubah sejak Anda membukanya. Periksa lagi.', standing)
    await this.database.inTransaction(async () => {
      await this.rulings.hold(assessment.id)
      if (after !== undefined && after !== (await this.rulings.lastOn(assessment.id, rule, about)))
        throw new Conflict('Orang lain menetapkan temuan ini sejak Anda membukanya. Periksa lagi.', finding)
      await this.rulings.insert({
        id: newId(),
        assessmentId: assessment.id,
        rule,
        about,
        grounds,
        level: finding.level,
        outcome,
        reason,
        ruledBy: actor.userId ?? '',
        ruledAs,
        ruledAt: instant(this.clock),
      })
      await this.audit.record(actor, {
        action: outcome === 'confirmed' ? 'confirm-finding' : 'dismiss-finding',
        subjectType: 'finding',
        subjectId: assessment.id,
        satkerId: assessment.satkerId,
        assessmentId: assessment.id,
        after: { finding: finding.title, level: finding.level, reason },
        role: ruledAs,
      })
    })
  }

  private async standing(assessment: AssessmentContext): Promise<readonly KeptFinding[]> {
    const states = await Promise.all([this.findings.frozen(assessment), this.findings.of(assessment)])
    return states.flatMap(seen => (seen ? keptFindings(seen.document.findings) : []))
  }

  /** How often evaluators confirmed and dismissed what each rule said. */
  precision(): Promise<RulePrecision[]> {
    return this.rulings.precision()
  }
}
