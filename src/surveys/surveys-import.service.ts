import type { Actor } from '../access/actor'
import { partNames } from '../accounts/part-names'
import type { AuditService } from '../audit/audit.service'
import { civilDate, instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import type { Importer, ImportOptions, ImportOutcome } from '../imports/importer'
import type { InstrumentsService } from '../instruments/instruments.service'
import type { EntriesService } from '../registers/entries.service'
import { registerRole, type RegisterUnit } from '../registers/register-unit'
import type { Table } from '../spreadsheets/table'
import { formatShortDateRange } from '../web/format/date'
import { surveyAct } from './survey-acts'
import { surveyEntry } from './survey-entry'
import { ownIndex, sampleWords } from './survey-words'
import { readSurveyRows } from './surveys-columns'
import { planSurveys, type SurveysPlan, type PlannedSurvey } from './surveys-plan'
import { SurveysRepository } from './surveys.repository'
import type { SurveysService } from './surveys.service'

/** Rounds of surveys from a file, in a constant number of statements. */
export class SurveysImportService {
  private readonly rows: SurveysRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly surveys: SurveysService,
    private readonly entries: EntriesService,
    private readonly instruments: InstrumentsService,
    private readonly clock: Clock,
  ) {
    this.rows = new SurveysRepository(database)
  }

  /** The import into one register, for whoever keeps it: the caller has judged that. */
  at(unit: RegisterUnit): Importer {
    return {
      check: async (_actor, table, options) => outcomeOf(await this.plan(unit, table, options)),
      run: (actor, table, options) => this.run(actor, unit, table, options),
    }
  }

  private run(
    actor: Actor,
    unit: RegisterUnit,
    table: Table,
    options: ImportOptions,
  ): Promise<ImportOutcome> {
    const { satkerId } = unit
    return this.database.inTransaction(async () => {
      await this.rows.hold(satkerId)
      const plan = await this.plan(unit, table, options)
      const createdAt = instant(this.clock)
      const kept = plan.planned.map(one => ({ ...one, id: one.before?.id ?? newId() }))
      await this.rows.put(
        kept.map(({ id, before, after }) => ({
          ...after,
          id,
          satkerId,
          version: (before?.version ?? 0) + 1,
          createdAt,
        })),
      )
      await this.entries.put(
        kept.map(({ id, after, areas, questions }) =>
          surveyEntry({ ...after, id, satkerId }, areas, questions),
        ),
      )
      await this.audit.recordAll(
        actor,
        kept.map(({ id, before, after, areas }) => ({
          ...surveyAct(
            before ? 'change-survey' : 'add-survey',
            { id, satkerId },
            {
              ...(before ? { before: { draft: before, areas: before.areas } } : {}),
              after: { draft: after, areas },
            },
          ),
          ...registerRole(actor, unit),
        })),
      )
      return outcomeOf(plan)
    })
  }

  private async plan(unit: RegisterUnit, table: Table, { update }: ImportOptions): Promise<SurveysPlan> {
    const instrument = await this.instruments.inUse()
    const { rows, faults } = readSurveyRows(table, partNames(instrument), instrument)
    const known = await this.surveys.known(unit.satkerId)
    const today = civilDate(this.clock(), unit.timeZone)
    const plan = planSurveys(rows, { known, update, today })
    const all = [...faults, ...plan.faults].sort((one, other) => one.row - other.row)
    return all.length > 0 ? { planned: [], unchanged: 0, faults: all } : plan
  }
}

const outcomeOf = ({ planned, unchanged, faults }: SurveysPlan): ImportOutcome => ({
  faults,
  unchanged,
  rows: planned.map(rowOf),
})

const rowOf = ({ number, before, after }: PlannedSurvey) => ({
  number,
  isNew: before === undefined,
  cells: [
    after.kind,
    formatShortDateRange(after.heldFrom, after.heldUntil),
    sampleWords(after),
    ownIndex(after),
  ],
})
