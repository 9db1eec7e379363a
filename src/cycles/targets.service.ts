import type { Actor } from '../access/actor'
import { isFilling, requireMay, type AssessmentContext } from '../assessments/assessment-context'
import type { AssessmentsService } from '../assessments/assessments.service'
import type { AuditService } from '../audit/audit.service'
import type { Database } from '../db/database'
import { Closed, Conflict, Invalid } from '../refusals'

export interface TargetDraft {
  /** The target that the change was made over. */
  readonly shown: string
  readonly predicate: string
}

/** The predicate that a single assessment aims at, changed by the centre while the satker fills it in. */
export class TargetsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly assessments: AssessmentsService,
  ) {}

  /**
   * Aims at another predicate of the instrument. Closed once the assessment is submitted, Conflict with the present
   * target when somebody else changed it since, Invalid for a predicate that the instrument does not have.
   */
  async change(actor: Actor, loaded: AssessmentContext, { shown, predicate }: TargetDraft): Promise<void> {
    requireMay(actor, 'manage-cycles', loaded)
    await this.database.inTransaction(async () => {
      await this.database.lock('assessments', loaded.id)
      const assessment = await this.assessments.visibleTo(actor, 'manage-cycles').get(loaded.id)
      const { targetPredicate } = assessment
      if (!isFilling(assessment))
        throw new Closed('Penilaian ini sudah diajukan, sehingga targetnya tidak dapat diubah.')
      if (!assessment.instrument.predicates.some(({ id }) => id === predicate))
        throw new Invalid('Pilih target predikat.', { predicate: 'Pilih target predikat.' })
      if (targetPredicate !== shown)
        throw new Conflict(
          `Orang lain mengubah target menjadi ${targetPredicate} sejak Anda membuka halaman ini.`,
          targetPredicate,
        )
      if (targetPredicate === predicate) return
      await this.assessments.change(assessment.id, { targetPredicate: predicate })
      await this.audit.record(actor, {
        action: 'change-target',
        subjectType: 'assessment',
        subjectId: assessment.id,
        satkerId: assessment.satkerId,
        assessmentId: assessment.id,
        before: { predicate: targetPredicate },
        after: { predicate },
      })
    })
  }
}
