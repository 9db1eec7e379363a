import type { Actor } from '../access/actor'
import type { RolePolicy } from '../access/policies'
import type { Database } from '../db/database'
import type { InstrumentsService } from '../instruments/instruments.service'
import { NotFound } from '../refusals'
import type { AssessmentContext } from './assessment-context'
import { AssessmentsRepository } from './assessments.repository'

export class AssessmentsService {
  private readonly assessments: AssessmentsRepository

  constructor(
    database: Database,
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
        return { ...row, instrument: await this.instruments.byId(row.instrumentId) }
      },
    }
  }

  newestOf(satkerId: string): Promise<{ id: string } | undefined> {
    return this.assessments.newestOf(satkerId)
  }
}
