import type { CycleFacts } from '../cycles/cycle-facts'
import type { Database } from '../db/database'
import type { HandedInColumns } from '../evaluation/handed-in-columns'
import type { InstrumentsService } from '../instruments/instruments.service'
import { AgreementRepository } from './agreement.repository'
import type { ScoredTwice } from './compare-scorers'
import type { Instrument } from '../engine/instrument/instrument'

export interface CycleAgreement {
  readonly instrument: Instrument
  readonly units: readonly ScoredTwice[]
}

/** What was scored twice in a cycle. */
export class AgreementService {
  private readonly rows: AgreementRepository

  constructor(
    database: Database,
    private readonly instruments: InstrumentsService,
    private readonly columns: HandedInColumns,
  ) {
    this.rows = new AgreementRepository(database)
  }

  /** One statement, and one for worksheets that were not read yet. */
  async of(cycle: CycleFacts): Promise<CycleAgreement> {
    const rows = await this.rows.scoredTwice(cycle.id)
    const columns = await this.columns.of(rows.flatMap(({ first, second }) => [first, second]))
    const units = rows.flatMap(({ sample, evaluatorId, evaluatorName, first, second }): ScoredTwice[] => {
      const [one, other] = [columns.get(first), columns.get(second)]
      if (!one || !other) return []
      return [
        {
          sample,
          evaluator: { id: evaluatorId, name: evaluatorName },
          first: one.questions,
          second: other.questions,
        },
      ]
    })
    return { instrument: await this.instruments.byId(cycle.instrumentId), units }
  }
}
