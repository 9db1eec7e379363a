import type { Actor } from '../access/actor'
import { partNames } from '../accounts/part-names'
import type { Act, AuditService } from '../audit/audit.service'
import { civilDate, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import type { Importer, ImportOptions, ImportOutcome } from '../imports/importer'
import type { InstrumentsService } from '../instruments/instruments.service'
import type { EntriesService, Supported } from '../registers/entries.service'
import type { EntryFacts } from '../registers/register-entry'
import { registerRole, type RegisterUnit } from '../registers/register-unit'
import type { Table } from '../spreadsheets/table'
import { draftOf, isReported, sameDraft, stateOf, type KeptCommitment } from './commitment-facts'
import { CommitmentsRepository } from './commitments.repository'
import { commitmentAct, reportAct } from './performance-acts'
import { readPerformanceRows } from './performance-columns'
import { promiseEntry, reportEntry } from './performance-entries'
import { ROMAN } from './performance-list'
import { planPerformance, type PerformancePlan, type PlannedCommitment } from './performance-plan'
import { commitmentRow, quartersFor } from './commitment-rows'
import { figureWords } from './performance-words'

/** Commitments with their targets, and realisations, from a file, in a constant number of statements. */
export class PerformanceImportService {
  private readonly rows: CommitmentsRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly instruments: InstrumentsService,
    private readonly entries: EntriesService,
    private readonly clock: Clock,
  ) {
    this.rows = new CommitmentsRepository(database)
  }

  /** The import into one register, for whoever keeps it: the caller has judged that. */
  at(unit: RegisterUnit): Importer {
    return {
      check: async (_actor, table, options) => outcomeOf((await this.plan(unit, table, options)).plan),
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
      await this.rows.hold(unit.satkerId)
      const { plan, known, supported } = await this.plan(unit, table, options)
      if (plan.faults.length > 0) return outcomeOf(plan)
      const made = this.made(actor, unit, plan.planned, { known, supported })
      await this.rows.replace(made.map(({ row }) => row))
      await this.rows.replaceQuarters(made.flatMap(({ quarters }) => quarters))
      const years = [...new Set(made.map(({ row }) => row.year))]
      await this.rows.restand(unit.satkerId, years)
      const stands = new Map((await this.rows.known(unit.satkerId, years)).map(one => [one.id, one]))
      await this.entries.put(
        made.flatMap(({ row, planned }) => {
          const kept = stands.get(row.id)
          return kept ? entriesFrom(planned, kept, supported.get(row.id)) : []
        }),
      )
      await this.audit.recordAll(
        actor,
        made.flatMap(({ acts }) => acts.map(act => ({ ...act, ...registerRole(actor, unit) }))),
      )
      return outcomeOf(plan)
    })
  }

  /** The rows and acts of what is planned; numbers go on after those that stand in the year. */
  private made(
    actor: Actor,
    { satkerId }: RegisterUnit,
    planned: readonly PlannedCommitment[],
    { known, supported }: { readonly known: readonly KeptCommitment[]; readonly supported: Supports },
  ) {
    const last = new Map<number, number>()
    for (const { year, number } of known) last.set(year, Math.max(last.get(year) ?? 0, number))
    return planned.map(one => {
      const { before, after, reports } = one
      const number = before?.number ?? (last.get(after.year) ?? 0) + 1
      if (!before) last.set(after.year, number)
      const row = {
        ...commitmentRow(after, this.clock),
        id: before?.id ?? newId(),
        satkerId,
        number,
        version: (before?.version ?? 0) + 1,
      }
      const quarters = quartersFor(after, row, before).map(quarter => {
        const report = reports.find(({ quarter: which }) => which === quarter.quarter)
        if (!report) return quarter
        return {
          ...quarter,
          ...report.after,
          reportedBy: actor.userId,
          state: stateOf(after.direction, quarter.target, report.after.realisation),
          version: quarter.version + 1,
        }
      })
      return { planned: one, row, quarters, acts: actsOf(one, row, supported) }
    })
  }

  private async plan({ satkerId, timeZone }: RegisterUnit, table: Table, { update }: ImportOptions) {
    const instrument = await this.instruments.inUse()
    const { rows, faults } = readPerformanceRows(table, { parts: partNames(instrument), instrument })
    const years = [...new Set(rows.map(({ values }) => values.year))]
    const known = await this.rows.known(satkerId, years)
    const supported = await this.entries.supportsOf(known.map(({ id }) => id))
    const plan = planPerformance(rows, { known, supported, update, today: civilDate(this.clock(), timeZone) })
    const all = [...faults, ...plan.faults].sort((one, other) => one.row - other.row)
    return { known, supported, plan: all.length > 0 ? { planned: [], unchanged: 0, faults: all } : plan }
  }
}

type Supports = ReadonlyMap<string, Supported>

/** What is not said of areas and questions is left; a first report begins with what its commitment supports. */
function entriesFrom(
  { areas: saidAreas, questions, before }: PlannedCommitment,
  kept: KeptCommitment,
  stands: Supported = { areas: [], questions: [] },
): EntryFacts[] {
  const areas = saidAreas ?? stands.areas
  const reported = new Set(before?.quarters.filter(isReported).map(({ id }) => id))
  return [
    promiseEntry(kept, { areas, questions: before ? questions : (questions ?? []) }),
    ...kept.quarters.filter(isReported).map(row =>
      reportEntry(kept, row, {
        areas,
        questions: reported.has(row.id) ? questions : (questions ?? stands.questions),
      }),
    ),
  ]
}

function actsOf(
  planned: PlannedCommitment,
  of: { readonly id: string; readonly satkerId: string },
  supported: Supports,
): Act[] {
  const { before, after, reports, areas } = planned
  const stood = supported.get(of.id)?.areas ?? []
  const is = { ...after, areas: areas ?? stood }
  const was = before && { ...draftOf(before), areas: stood }
  const same = was && sameDraft(was, is) && was.areas.join() === is.areas.join()
  return [
    ...(same
      ? []
      : [
          commitmentAct(
            was ? 'change-commitment' : 'add-commitment',
            of,
            was ? { before: was, after: is } : { after: is },
          ),
        ]),
    ...reports.map(report =>
      reportAct(report.before ? 'change-report' : 'report-quarter', of, ROMAN[report.quarter], report),
    ),
  ]
}

const outcomeOf = ({ planned, unchanged, faults }: PerformancePlan): ImportOutcome => ({
  faults,
  unchanged,
  rows: planned.map(({ number, before, after, reports }) => ({
    number,
    isNew: before === undefined,
    cells: [
      String(after.year),
      after.indicator,
      `${figureWords(after.yearTarget)} ${after.unit}`,
      reports
        .map(({ quarter, after: report }) => `${ROMAN[quarter]} ${figureWords(report.realisation)}`)
        .join('; '),
    ],
  })),
})
