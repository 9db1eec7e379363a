import type { Actor } from '../access/actor'
import { partNames } from '../accounts/part-names'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { nextEvaluation } from '../engine/agreements/evaluation-dates'
import { childOutcome } from '../imports/child-rows'
import type { Importer, ImportOptions, ImportOutcome } from '../imports/importer'
import type { InstrumentsService } from '../instruments/instruments.service'
import type { EntriesService } from '../registers/entries.service'
import type { Table, TableFault } from '../spreadsheets/table'
import { keeperRole } from './agreement-access'
import { agreementAct, taskAct } from './agreement-acts'
import { AgreementEntries } from './agreement-entries'
import { readAgreementRows } from './agreement-columns'
import type { AgreementUnit } from './agreement-facts'
import { KIND_WORDS, termWords } from './agreement-words'
import { AgreementsRepository } from './agreements.repository'
import type { AgreementsService } from './agreements.service'
import { planAgreementsFile, type AgreementsFilePlan } from './agreements-file-plan'
import { readPlanRows } from './plan-columns'
import { PlanRepository } from './plan.repository'
import { planPlansFile, type PlansFilePlan } from './plans-file-plan'

/** Agreements and work plans of a unit from files, each in a constant number of statements. */
export class AgreementImportService {
  private readonly rows: AgreementsRepository
  private readonly plans: PlanRepository
  private readonly told: AgreementEntries

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly agreements: AgreementsService,
    private readonly instruments: InstrumentsService,
    private readonly entries: EntriesService,
    private readonly clock: Clock,
  ) {
    this.rows = new AgreementsRepository(database)
    this.plans = new PlanRepository(database)
    this.told = new AgreementEntries(entries)
  }

  /** The import of a unit's agreements, for whoever keeps them: the caller has judged that. */
  agreementsAt(unit: AgreementUnit): Importer {
    return {
      check: async (_actor, table, options) =>
        agreementsOutcome(await this.agreementsIn(unit, table, options)),
      run: (actor, table, options) => this.runAgreements(actor, unit, table, options),
    }
  }

  /** The import of tasks into the work plans of a unit's agreements. */
  plansAt(unit: AgreementUnit): Importer {
    return {
      check: async (_actor, table, options) => plansOutcome(await this.tasksIn(unit, table, options)),
      run: (actor, table, options) => this.runPlans(actor, unit, table, options),
    }
  }

  private runAgreements(actor: Actor, unit: AgreementUnit, table: Table, options: ImportOptions) {
    return this.database.inTransaction(async (): Promise<ImportOutcome> => {
      await this.rows.hold(unit.satkerId)
      const plan = await this.agreementsIn(unit, table, options)
      const now = instant(this.clock)
      const rows = plan.planned.map(({ before, after }) => ({
        ...after,
        id: before?.agreement.id ?? newId(),
        satkerId: unit.satkerId,
        nextEvaluationOn: nextEvaluation(after, after.evaluateEvery, before?.evaluations.length ?? 0),
        version: (before?.agreement.version ?? 0) + 1,
        createdAt: now,
        changedAt: now,
      }))
      await this.rows.replace(rows)
      await this.told.keep(
        plan.planned.map(({ before, said }, place) => ({
          agreement: rows[place]!,
          tasks: before?.tasks ?? [],
          ...said,
        })),
      )
      await this.audit.recordAll(
        actor,
        plan.planned.map(({ before, after, said }, place) => ({
          ...agreementAct(
            before ? 'change-agreement' : 'add-agreement',
            { id: rows[place]?.id ?? '', satkerId: unit.satkerId },
            { ...(before ? { before: before.agreement } : {}), after: { ...after, areas: said.areas } },
          ),
          ...keeperRole(actor, unit),
        })),
      )
      return agreementsOutcome(plan)
    })
  }

  private runPlans(actor: Actor, unit: AgreementUnit, table: Table, options: ImportOptions) {
    return this.database.inTransaction(async (): Promise<ImportOutcome> => {
      await this.rows.hold(unit.satkerId)
      const plan = await this.tasksIn(unit, table, options)
      const now = instant(this.clock)
      await this.plans.putTasks(
        plan.planned.map(({ parent, before, after }) => ({
          ...after,
          id: before?.id ?? newId(),
          agreementId: parent.id,
          version: (before?.version ?? 0) + 1,
          createdAt: now,
        })),
      )
      const touched = new Set(plan.planned.map(({ parent }) => parent.id))
      const standing = await this.agreements.everything(unit)
      await this.told.keep(standing.filter(({ agreement }) => touched.has(agreement.id)))
      await this.audit.recordAll(
        actor,
        plan.planned.map(({ parent, before, after }) => ({
          ...taskAct(parent, before ? { before, after } : { after }),
          ...keeperRole(actor, unit),
        })),
      )
      return plansOutcome(plan)
    })
  }

  private async agreementsIn(
    unit: AgreementUnit,
    table: Table,
    { update }: ImportOptions,
  ): Promise<AgreementsFilePlan> {
    const instrument = await this.instruments.inUse()
    const { rows, faults } = readAgreementRows(table, partNames(instrument), instrument)
    const known = await this.agreements.everything(unit)
    const supports = await this.entries.supportsOf(known.map(({ agreement }) => agreement.id))
    const plan = planAgreementsFile(rows, { known, supports, update, today: this.agreements.today(unit) })
    const all = inOrder([...faults, ...plan.faults])
    return all.length > 0 ? { planned: [], unchanged: 0, faults: all } : plan
  }

  private async tasksIn(
    unit: AgreementUnit,
    table: Table,
    { update }: ImportOptions,
  ): Promise<PlansFilePlan> {
    const known = await this.agreements.everything(unit)
    return planPlansFile(readPlanRows(table), { known, update, today: this.agreements.today(unit) })
  }
}

const inOrder = (faults: readonly TableFault[]): TableFault[] =>
  [...faults].sort((one, other) => one.row - other.row)

const agreementsOutcome = ({ planned, unchanged, faults }: AgreementsFilePlan): ImportOutcome => ({
  faults,
  unchanged,
  rows: planned.map(({ number, before, after }) => ({
    number,
    isNew: before === undefined,
    cells: [after.number, after.title, KIND_WORDS[after.kind], termWords(after)],
  })),
})

const plansOutcome = (plan: PlansFilePlan): ImportOutcome =>
  childOutcome(plan, ({ parent, after }) => [parent.number, after.title, after.dueOn, after.doneOn ?? ''])
