import type { Actor } from '../access/actor'
import { partNames } from '../accounts/part-names'
import type { AuditService } from '../audit/audit.service'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import type { Importer, ImportOptions, ImportOutcome } from '../imports/importer'
import type { InstrumentsService } from '../instruments/instruments.service'
import { registerRole, type RegisterUnit, type RegisterUnits } from '../registers/register-unit'
import type { Table } from '../spreadsheets/table'
import { profileAct } from './profile-acts'
import { readProfileRows } from './profile-columns'
import { planProfiles, type PlannedProfile, type ProfilePlan } from './profile-plan'
import { figureWords, quarterName } from './profile-words'
import { ProfilesRepository } from './profiles.repository'
import type { ProfilesService } from './profiles.service'

/** The quarters of a satker from a file, in a constant number of statements. */
export class ProfilesImportService {
  private readonly rows: ProfilesRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly instruments: InstrumentsService,
    private readonly units: RegisterUnits,
    private readonly profiles: ProfilesService,
  ) {
    this.rows = new ProfilesRepository(database)
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
      const made = plan.planned.map(({ before, after, questions }) => ({
        before,
        row: {
          ...after,
          questions,
          id: before?.id ?? newId(),
          satkerId,
          version: (before?.version ?? 0) + 1,
        },
      }))
      await this.profiles.put(made.map(({ row }) => row))
      await this.audit.recordAll(
        actor,
        made.map(({ before, row }) => ({
          ...profileAct(
            before ? 'change-profile' : 'add-profile',
            row,
            before ? { before, after: row } : { after: row },
          ),
          ...registerRole(actor, unit),
        })),
      )
      return outcomeOf(plan)
    })
  }

  private async plan(unit: RegisterUnit, table: Table, { update }: ImportOptions): Promise<ProfilePlan> {
    const instrument = await this.instruments.inUse()
    const { rows, faults } = readProfileRows(table, { parts: partNames(instrument), instrument })
    const known = await this.profiles.known(unit.satkerId)
    const plan = planProfiles(rows, { known, update, today: this.units.today(unit) })
    const all = [...faults, ...plan.faults].sort((one, other) => one.row - other.row)
    return all.length > 0 ? { planned: [], unchanged: 0, faults: all } : plan
  }
}

const outcomeOf = ({ planned, unchanged, faults }: ProfilePlan): ImportOutcome => ({
  faults,
  unchanged,
  rows: planned.map(rowOf),
})

const rowOf = ({ number, before, after }: PlannedProfile) => ({
  number,
  isNew: before === undefined,
  cells: [
    quarterName(after),
    figureWords(after.figures, 'employees'),
    figureWords(after.figures, 'frontLine'),
    figureWords(after.figures, 'onlineServices'),
  ],
})
