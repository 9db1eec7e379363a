import type { Actor } from '../access/actor'
import { partNames } from '../accounts/part-names'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { standingOf } from '../engine/action-plan/progress'
import type { Importer, ImportOptions, ImportOutcome } from '../imports/importer'
import type { InstrumentsService } from '../instruments/instruments.service'
import type { EntriesService } from '../registers/entries.service'
import { registerRole, type RegisterUnit, type RegisterUnits } from '../registers/register-unit'
import type { Table } from '../spreadsheets/table'
import { formatShortDate } from '../web/format/date'
import { goalAct } from './goal-acts'
import { goalEntry } from './goal-entry'
import { namesOf } from './goal-owners'
import { GoalsRepository } from './goals.repository'
import { planImport, type ImportPlan, type PlannedGoal } from './import-plan'
import { readPlanRows } from './plan-columns'
import { percentWords } from './plan-words'
import { PlanRepository, type ReportRow } from './plan.repository'
import type { PlanService } from './plan.service'

/** The goals of a satker from a file, in a constant number of statements. */
export class PlanImportService {
  private readonly goals: GoalsRepository
  private readonly reading: PlanRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly instruments: InstrumentsService,
    private readonly plan: PlanService,
    private readonly units: RegisterUnits,
    private readonly entries: EntriesService,
    private readonly clock: Clock,
  ) {
    this.goals = new GoalsRepository(database)
    this.reading = new PlanRepository(database)
  }

  /** The import into one plan, for whoever keeps it: the caller has judged that. */
  at(unit: RegisterUnit): Importer {
    return {
      check: async (_actor, table, options) => outcomeOf(await this.read(unit, table, options)),
      run: (actor, table, options) => this.run(actor, unit, table, options),
    }
  }

  private run(
    actor: Actor,
    unit: RegisterUnit,
    table: Table,
    options: ImportOptions,
  ): Promise<ImportOutcome> {
    return this.database.inTransaction(async () => {
      await this.goals.hold(unit.satkerId)
      const read = await this.read(unit, table, options)
      const kept = read.planned.map(planned => ({ planned, row: this.rowOf(planned, unit) }))
      await this.goals.put(kept.map(({ row }) => row))
      await this.goals.report(
        kept.flatMap(({ planned: { report }, row }) =>
          report
            ? [{ ...report, id: newId(), goalId: row.id, reportedBy: actor.userId, createdAt: row.createdAt }]
            : [],
        ),
      )
      await this.entries.put(
        kept.map(({ planned, row }) => goalEntry(row, planned.after, row, planned.questions)),
      )
      await this.audit.recordAll(
        actor,
        kept
          .flatMap(({ planned: { before, after, report, changed }, row }) => [
            ...(changed
              ? [goalAct(before ? 'change-goal' : 'add-goal', row, before ? { before, after } : { after })]
              : []),
            ...(report ? [{ ...goalAct('report-progress', row), after: report }] : []),
          ])
          .map(act => ({ ...act, ...registerRole(actor, unit) })),
      )
      return outcomeOf(read)
    })
  }

  private rowOf({ before, after, owner, report, reports, changed }: PlannedGoal, { satkerId }: RegisterUnit) {
    const { areas: _areas, ...facts } = after
    return {
      ...facts,
      ...owner,
      ...standingOf(report ? [...reports, report] : reports),
      id: before?.id ?? newId(),
      satkerId,
      version: (before?.version ?? 0) + (changed ? 1 : 0),
      createdAt: instant(this.clock),
    }
  }

  private async read(unit: RegisterUnit, table: Table, { update }: ImportOptions): Promise<ImportPlan> {
    const instrument = await this.instruments.inUse()
    const { rows, faults } = readPlanRows(table, partNames(instrument), instrument)
    const known = await this.plan.goalsOf(unit.satkerId)
    const typed = rows.flatMap(({ values }) => (values.owner === undefined ? [] : [values.owner]))
    const read = planImport(rows, {
      known,
      reports: grouped(await this.plan.reports(known.map(goal => goal.id))),
      bearers: await this.reading.bearers(unit.satkerId, namesOf(typed)),
      today: this.units.today(unit),
      update,
    })
    const all = [...faults, ...read.faults].sort((one, other) => one.row - other.row)
    return all.length > 0 ? { planned: [], unchanged: 0, faults: all } : read
  }
}

function grouped(reports: readonly ReportRow[]): ReadonlyMap<string, ReportRow[]> {
  const byGoal = new Map<string, ReportRow[]>()
  for (const report of reports) {
    const of = byGoal.get(report.goalId)
    if (of) of.push(report)
    else byGoal.set(report.goalId, [report])
  }
  return byGoal
}

const outcomeOf = ({ planned, unchanged, faults }: ImportPlan): ImportOutcome => ({
  faults,
  unchanged,
  rows: planned.map(rowWords),
})

const rowWords = ({ number, before, after, report }: PlannedGoal) => ({
  number,
  isNew: before === undefined,
  cells: [
    String(after.year),
    after.title,
    after.owner,
    formatShortDate(after.dueOn),
    report ? percentWords(report.percent) : '',
  ],
})
