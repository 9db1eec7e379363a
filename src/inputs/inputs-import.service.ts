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
import { formatDate } from '../web/format/date'
import { inputAct } from './input-acts'
import { inputEntry } from './input-entry'
import { isComplaints } from './input-facts'
import { inputSummary, inputTitle, KIND_WORDS, monthWords } from './input-words'
import { readInputRows } from './inputs-columns'
import { planInputs, type InputsPlan, type PlannedInput } from './inputs-plan'
import { InputsRepository } from './inputs.repository'
import type { InputsService } from './inputs.service'

/** Inputs of a satker from a file, in a constant number of statements. */
export class InputsImportService {
  private readonly rows: InputsRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly inputs: InputsService,
    private readonly entries: EntriesService,
    private readonly instruments: InstrumentsService,
    private readonly clock: Clock,
  ) {
    this.rows = new InputsRepository(database)
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
          ...this.inputs.columns(after),
          id,
          satkerId,
          version: (before?.version ?? 0) + 1,
          createdAt,
        })),
      )
      await this.entries.put(
        kept.map(({ id, after, areas, questions }) =>
          inputEntry({ ...after, id, satkerId }, areas, questions),
        ),
      )
      await this.audit.recordAll(
        actor,
        kept.map(({ id, before, after, areas }) => ({
          ...inputAct(
            before ? 'change-input' : 'add-input',
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

  private async plan(unit: RegisterUnit, table: Table, { update }: ImportOptions): Promise<InputsPlan> {
    const instrument = await this.instruments.inUse()
    const { rows, faults } = readInputRows(table, partNames(instrument), instrument)
    const known = await this.inputs.known(unit.satkerId)
    const today = civilDate(this.clock(), unit.timeZone)
    const plan = planInputs(rows, { known, update, today })
    const all = [...faults, ...plan.faults].sort((one, other) => one.row - other.row)
    return all.length > 0 ? { planned: [], unchanged: 0, faults: all } : plan
  }
}

const outcomeOf = ({ planned, unchanged, faults }: InputsPlan): ImportOutcome => ({
  faults,
  unchanged,
  rows: planned.map(rowOf),
})

const rowOf = ({ number, before, after }: PlannedInput) => ({
  number,
  isNew: before === undefined,
  cells: [
    KIND_WORDS[after.kind],
    isComplaints(after) ? monthWords(after.happenedOn) : formatDate(after.happenedOn),
    inputTitle(after),
    inputSummary(after),
  ],
})
