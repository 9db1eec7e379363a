import type { Actor } from '../access/actor'
import { partNames } from '../accounts/part-names'
import type { AuditService } from '../audit/audit.service'
import type { Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import type { Importer, ImportOptions, ImportOutcome } from '../imports/importer'
import type { InstrumentsService } from '../instruments/instruments.service'
import type { EntriesService } from '../registers/entries.service'
import { registerRole, type RegisterUnit, type RegisterUnits } from '../registers/register-unit'
import type { Table } from '../spreadsheets/table'
import { innovationAct } from './innovation-acts'
import { readInnovationRows } from './innovation-columns'
import { innovationEntry } from './innovation-entry'
import { planInnovations, type InnovationPlan, type PlannedInnovation } from './innovation-plan'
import { measureStatus, valuesWords } from './innovation-words'
import { InnovationsRepository } from './innovations.repository'
import { stored, type InnovationsService } from './innovations.service'

/** The innovations of a satker from a file, in a constant number of statements. */
export class InnovationsImportService {
  private readonly rows: InnovationsRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly instruments: InstrumentsService,
    private readonly units: RegisterUnits,
    private readonly entries: EntriesService,
    private readonly innovations: InnovationsService,
    private readonly clock: Clock,
  ) {
    this.rows = new InnovationsRepository(database)
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
      const made = plan.planned.map(one => ({
        ...one,
        row: {
          ...one.after,
          id: one.before?.id ?? newId(),
          satkerId,
          version: (one.before?.version ?? 0) + 1,
        },
      }))
      await this.rows.replace(made.map(({ row }) => stored(row, this.clock)))
      await this.entries.put(made.map(({ row, questions }) => innovationEntry({ ...row, questions })))
      await this.audit.recordAll(
        actor,
        made.map(({ before, after, row }) => ({
          ...innovationAct(
            before ? 'change-innovation' : 'add-innovation',
            row,
            before ? { before, after } : { after },
          ),
          ...registerRole(actor, unit),
        })),
      )
      return outcomeOf(plan)
    })
  }

  private async plan(unit: RegisterUnit, table: Table, { update }: ImportOptions): Promise<InnovationPlan> {
    const instrument = await this.instruments.inUse()
    const { rows, faults } = readInnovationRows(table, {
      parts: partNames(instrument),
      agents: await this.innovations.agents(unit.satkerId),
      instrument,
    })
    const known = await this.innovations.known(unit.satkerId)
    const plan = planInnovations(rows, { known, update, today: this.units.today(unit) })
    const all = [...faults, ...plan.faults].sort((one, other) => one.row - other.row)
    return all.length > 0 ? { planned: [], unchanged: 0, faults: all } : plan
  }
}

const outcomeOf = ({ planned, unchanged, faults }: InnovationPlan): ImportOutcome => ({
  faults,
  unchanged,
  rows: planned.map(rowOf),
})

const rowOf = ({ number, before, after }: PlannedInnovation) => ({
  number,
  isNew: before === undefined,
  cells: [after.name, after.startedOn, measureStatus(after).text, valuesWords(after)],
})
