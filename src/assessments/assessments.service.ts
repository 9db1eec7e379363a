import type { Actor } from '../access/actor'
import type { RolePolicy } from '../access/policies'
import { settingsAt } from '../cycles/cycle-settings'
import type { Database } from '../db/database'
import type { InstrumentsService } from '../instruments/instruments.service'
import { Closed, NotFound } from '../refusals'
import type { AssessmentContext } from './assessment-context'
import { AssessmentsRepository, type AssessmentChange } from './assessments.repository'

export class AssessmentsService {
  private readonly assessments: AssessmentsRepository

  constructor(
    private readonly database: Database,
    private readonly instruments: InstrumentsService,
  ) {
    this.assessments = new AssessmentsRepository(database)
  }

  /** Loading is authorising: what the actor may not see is not there. */
  visibleTo(actor: Actor, policy: RolePolicy = 'read-assessment') {
    return {
      get: async (id: string): Promise<AssessmentContext> => {
        const row = await this.assessments.visible(actor, policy, id)
        if (!row) throw new NotFound('Penilaian')
        return {
          ...row,
          settings: settingsAt(row),
          instrument: await this.instruments.byId(row.instrumentId),
        }
      },
    }
  }

  /**
   * Holds the satker's worksheet against other writers and throws Closed when it was submitted or sent on since the
   * assessment was loaded. Inside the transaction of every change that a submission freezes, before anything is read.
   */
  async assertStillOpen(assessment: AssessmentContext): Promise<void> {
    await this.database.lock('worksheets', assessment.worksheetId)
    const standing = await this.assessments.standing(assessment.worksheetId)
    if (!standing || standing.frozenAt !== null || standing.stage !== assessment.stage)
      throw new Closed('Penilaian ini sudah diajukan, sehingga isinya tidak dapat diubah.')
  }

  /** Moves an assessment on, or gives it another target. Inside the transaction of the act, which judges and records it. */
  change(id: string, facts: AssessmentChange): Promise<void> {
    return this.assessments.update(id, facts)
  }

  newestOf(satkerId: string): Promise<{ id: string } | undefined> {
    return this.assessments.newestOf(satkerId)
  }
}
