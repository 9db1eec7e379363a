import type { Actor } from '../access/actor'
import { partNames } from '../accounts/part-names'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import type { Importer, ImportOptions, ImportOutcome } from '../imports/importer'
import type { InstrumentsService } from '../instruments/instruments.service'
import type { Table } from '../spreadsheets/table'
import { formatNip } from '../web/format/person'
import { employeeAct } from './employee-acts'
import { keeperRole } from './roster-access'
import { readRosterRows } from './roster-columns'
import type { RosterEntries } from './roster-entries'
import { planRoster, type PlannedEmployee, type RosterPlan } from './roster-plan'
import { RosterRepository } from './roster.repository'
import type { RosterUnit } from './roster.service'

/** The people of a satker from a file, in a constant number of statements. */
export class RosterImportService {
  private readonly roster: RosterRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly instruments: InstrumentsService,
    private readonly entries: RosterEntries,
    private readonly clock: Clock,
  ) {
    this.roster = new RosterRepository(database)
  }

  /** The import into one roster, for whoever keeps it: the caller has judged that. */
  at(unit: RosterUnit): Importer {
    return {
      check: async (_actor, table, options) => outcomeOf(await this.plan(unit, table, options)),
      run: (actor, table, options) => this.run(actor, unit, table, options),
    }
  }

  private run(actor: Actor, unit: RosterUnit, table: Table, options: ImportOptions): Promise<ImportOutcome> {
    return this.database.inTransaction(async () => {
      await this.roster.hold(unit.satkerId)
      const plan = await this.plan(unit, table, options)
      const rows = plan.planned.map(({ before, after }) => ({
        ...after,
        id: before?.id ?? newId(),
        satkerId: unit.satkerId,
        version: (before?.version ?? 0) + 1,
        createdAt: instant(this.clock),
      }))
      await this.roster.replace(rows)
      await this.entries.keep(unit.satkerId)
      await this.audit.recordAll(
        actor,
        plan.planned.map(({ before, after }, place) => ({
          ...employeeAct(
            before ? 'change-employee' : 'add-employee',
            { id: rows[place]?.id ?? '', satkerId: unit.satkerId },
            before ? { before, after } : { after },
          ),
          ...keeperRole(actor, unit),
        })),
      )
      return outcomeOf(plan)
    })
  }

  private async plan({ satkerId }: RosterUnit, table: Table, { update }: ImportOptions): Promise<RosterPlan> {
    const { rows, faults } = readRosterRows(table, partNames(await this.instruments.inUse()))
    const known = await this.roster.known(satkerId)
    const plan = planRoster(rows, {
      known: known.map(one => ({ ...one, frontLine: Boolean(one.frontLine) })),
      update,
    })
    const all = [...faults, ...plan.faults].sort((one, other) => one.row - other.row)
    return all.length > 0 ? { planned: [], unchanged: 0, faults: all } : plan
  }
}

const outcomeOf = ({ planned, unchanged, faults }: RosterPlan): ImportOutcome => ({
  faults,
  unchanged,
  rows: planned.map(rowOf),
})

const rowOf = ({ number, before, after }: PlannedEmployee) => ({
  number,
  isNew: before === undefined,
  cells: [after.name, after.nip ? formatNip(after.nip) : '', after.position, after.pokja],
})
