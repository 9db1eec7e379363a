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
import {
  contestedFields,
  movedFields,
  unfilled,
  type PrerequisiteChanges,
  type PrerequisiteField,
} from './standing-prerequisite'

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

  /**
   * Fills one or both fields of a prerequisite and answers what stands then. Throws Conflict<PrerequisiteRow> when one is
   * not the one of its `base` (changed since, or restored), unless the same already stands there.
   */
  async fill(
    actor: Actor,
    assessment: AssessmentContext,
    id: string,
    changes: PrerequisiteChanges,
  ): Promise<PrerequisiteRow> {
    const prerequisite = assessment.instrument.prerequisites.find(candidate => candidate.id === id)
    if (!prerequisite) throw new NotFound('Prasyarat')
    const others = this.notFilledBy(actor, assessment, prerequisite)
    if (others) throw new Refused(others)
    const closed = this.closedBecause(assessment, prerequisite)
    if (closed) throw new Closed(closed)
    const fault = prerequisiteFault(prerequisite, changes.value?.to ?? null)
    if (fault) throw new Invalid('Prasyarat belum tersimpan.', { value: fault })
    return this.database.inTransaction(async () => {
      await this.assessments.assertStillOpen(assessment)
      const standing =
        (await this.values.of(assessment.id)).find(row => row.prerequisite === id) ?? unfilled(id)
      const moved = movedFields(standing, changes)
      if (moved.length === 0) return standing
      if (contestedFields(standing, changes).length > 0)
        throw new Conflict<PrerequisiteRow>('Prasyarat ini diubah oleh dua orang.', standing)
      const row = this.changed(standing, changes, moved, actor)
      await this.values.write({ ...row, assessmentId: assessment.id, updatedBy: actor.userId ?? '' })
      const act = {
        action: 'fill-prerequisite',
        subjectType: 'prerequisite',
        subjectId: id,
        satkerId: assessment.satkerId,
        assessmentId: assessment.id,
        question: `P.${id}`,
        before: factsOf(prerequisite, standing, moved),
        after: factsOf(prerequisite, row, moved),
      }
      await (moved.includes('value')
        ? this.audit.record(actor, act)
        : this.audit.recordNote(actor, { ...act, action: 'note-prerequisite' }))
      return row
    })
  }

  private changed(
    standing: PrerequisiteRow,
    changes: PrerequisiteChanges,
    moved: readonly PrerequisiteField[],
    actor: Actor,
  ): PrerequisiteRow {
    const [by, at] = [actor.userId, instant(this.clock)]
    const { value, note } = changes
    return {
      ...standing,
      updatedAt: at,
      updatedByName: actor.name,
      ...(value && moved.includes('value')
        ? {
            value: value.to,
            valueVersion: standing.valueVersion + 1,
            valueBy: by,
            valueAt: at,
            valueByName: actor.name,
          }
        : {}),
      ...(note && moved.includes('note')
        ? {
            note: note.to,
            noteVersion: standing.noteVersion + 1,
            noteBy: by,
            noteAt: at,
            noteByName: actor.name,
          }
        : {}),
    }
  }
}

const factsOf = (
  { text }: Prerequisite,
  row: PrerequisiteRow,
  moved: readonly PrerequisiteField[],
): Record<string, string | null> => ({
  prerequisite: text,
  ...Object.fromEntries(moved.map(field => [field, row[field]])),
})
