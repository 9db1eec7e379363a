import type { Actor } from '../access/actor'
import { mayAt } from '../access/scope'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import type { Importer, ImportOptions, ImportOutcome } from '../imports/importer'
import type { Table } from '../spreadsheets/table'
import { readSatkerRows } from './satker-columns'
import { changedFacts, LEVEL_NAMES } from './satker-facts'
import { planSatker, type PlannedUnit, type SatkerPlan } from './satker-plan'
import { SatkerPlacement } from './satker-placement'
import { SatkerRepository } from './satker.repository'

/** Whole trees from a file, in a constant number of statements. */
export class SatkerImportService implements Importer {
  private readonly units: SatkerRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {
    this.units = new SatkerRepository(database)
  }

  async check(actor: Actor, table: Table, options: ImportOptions): Promise<ImportOutcome> {
    return outcomeOf(await this.plan(actor, table, options))
  }

  run(actor: Actor, table: Table, options: ImportOptions): Promise<ImportOutcome> {
    return this.database.inTransaction(async () => {
      await new SatkerPlacement(this.database, this.units).hold()
      const plan = await this.plan(actor, table, options)
      if (plan.faults.length > 0) return outcomeOf(plan)
      await this.units.insert(plan.made.map(unit => unit.after))
      await this.units.replace(plan.changed.map(unit => unit.after))
      await this.audit.recordAll(actor, [...plan.made, ...plan.changed].filter(isNamed).map(actOf))
      return outcomeOf(plan)
    })
  }

  private async plan(actor: Actor, table: Table, { update }: ImportOptions): Promise<SatkerPlan> {
    const { rows, faults } = readSatkerRows(table)
    const plan = planSatker(await this.units.all(), rows, {
      update,
      partial: faults.length > 0,
      reaches: unit => mayAt(actor, 'manage-satker', { satkerId: unit.id, satkerPath: unit.path }),
      newId,
      createdAt: instant(this.clock),
    })
    return { ...plan, faults: [...faults, ...plan.faults].sort((a, b) => a.row - b.row) }
  }
}

const isNamed = (unit: PlannedUnit) => unit.number !== undefined

const outcomeOf = ({ made, changed, unchanged, faults }: SatkerPlan): ImportOutcome => ({
  faults,
  unchanged,
  rows: [...made, ...changed]
    .filter(isNamed)
    .map(({ number, before, after }) => ({
      number: number ?? 0,
      isNew: !before,
      cells: [after.code, after.name, LEVEL_NAMES[after.level], after.region],
    }))
    .sort((a, b) => a.number - b.number),
})

function actOf({ before, after }: PlannedUnit) {
  const changed = changedFacts(before ?? {}, after)
  return {
    action: before ? 'change-satker' : 'add-satker',
    subjectType: 'satker',
    subjectId: after.id,
    satkerId: after.id,
    before: before ? changed.before : undefined,
    after: changed.after,
  }
}
