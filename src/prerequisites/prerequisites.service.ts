import type { Actor } from '../access/actor'
import { fillsPrerequisite } from '../access/prerequisite-filling'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import type { Prerequisite } from '../engine/instrument/instrument'
import { Closed, Conflict, Invalid, NotFound, Refused } from '../refusals'
import { prerequisiteClosedBecause, type AssessmentContext } from '../assessments/assessment-context'
import type { AssessmentsService } from '../assessments/assessments.service'
import { prerequisiteFault } from './prerequisites.form'
import { PrerequisitesRepository, type PrerequisiteRow } from './prerequisites.repository'

export interface PrerequisiteChange {
  /** `Ya`/`Tidak`, a grade, or a civil date; null: not filled. */
  readonly value: string | null
  readonly note: string
  /** The version it was typed over. */
  readonly base: number
}

/** Values that stand beside the score. */
export class PrerequisitesService {
  private readonly values: PrerequisitesRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly assessments: AssessmentsService,
    private readonly clock: Clock,
  ) {
    this.values = new PrerequisitesRepository(database)
  }

  /** The values that were filled. One statement. */
  valuesOf(assessment: AssessmentContext): Promise<PrerequisiteRow[]> {
    return this.values.of(assessment.id)
  }

  /** Who fills it instead of the actor, in words; null when the actor may. */
  notFilledBy(actor: Actor, assessment: AssessmentContext, prerequisite: Prerequisite): string | null {
    if (fillsPrerequisite(actor, assessment, prerequisite.filledBy)) return null
    return prerequisite.filledBy === 'pusat'
      ? 'Diisi oleh administrator pusat.'
      : 'Diisi oleh ketua tim ZI atau kepala satker.'
  }

  /** Why nobody can fill it now, in words; null while it is open. */
  closedBecause(assessment: AssessmentContext, prerequisite: Prerequisite): string | null {
    return prerequisiteClosedBecause(assessment, prerequisite, this.clock())
  }

  /** Fills one prerequisite. Throws Conflict<PrerequisiteRow> when it is not the one of `base` (changed since, or restored). */
  async fill(
    actor: Actor,
    assessment: AssessmentContext,
    id: string,
    change: PrerequisiteChange,
  ): Promise<void> {
    const prerequisite = assessment.instrument.prerequisites.find(candidate => candidate.id === id)
    if (!prerequisite) throw new NotFound('Prasyarat')
    const others = this.notFilledBy(actor, assessment, prerequisite)
    if (others) throw new Refused(others)
    const closed = this.closedBecause(assessment, prerequisite)
    if (closed) throw new Closed(closed)
    const fault = prerequisiteFault(prerequisite, change.value)
    if (fault) throw new Invalid('Prasyarat belum tersimpan.', { value: fault })
    await this.database.inTransaction(async () => {
      await this.assessments.assertStillOpen(assessment)
      const standing = (await this.values.of(assessment.id)).find(row => row.prerequisite === id)
      const { value: oldValue = null, note: oldNote = '', version = 0 } = standing ?? {}
      if (oldValue === change.value && oldNote === change.note) return
      if (standing && change.base !== version)
        throw new Conflict<PrerequisiteRow>('Prasyarat ini diubah oleh dua orang.', standing)
      await this.values.write({
        assessmentId: assessment.id,
        prerequisite: id,
        value: change.value,
        note: change.note,
        version: version + 1,
        updatedBy: actor.userId ?? '',
        updatedAt: instant(this.clock),
      })
      await this.audit.record(actor, {
        action: 'fill-prerequisite',
        subjectType: 'prerequisite',
        subjectId: id,
        satkerId: assessment.satkerId,
        assessmentId: assessment.id,
        before: { prerequisite: prerequisite.text, value: oldValue, note: oldNote },
        after: { prerequisite: prerequisite.text, value: change.value, note: change.note },
      })
    })
  }
}
