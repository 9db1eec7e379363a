import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { nextEvaluation } from '../engine/agreements/evaluation-dates'
import { childOutcome, rowsByKey } from '../imports/child-rows'
import type { Importer, ImportOptions, ImportOutcome } from '../imports/importer'
import type { Table } from '../spreadsheets/table'
import { keeperRole } from './agreement-access'
import { evaluationAct } from './agreement-acts'
import { factsOf, type AgreementUnit, type WholeAgreement } from './agreement-facts'
import { AgreementsRepository } from './agreements.repository'
import type { AgreementsService } from './agreements.service'
import { readEvaluationRows } from './evaluation-columns'
import { planEvaluationsFile, type EvaluationsFilePlan } from './evaluations-file-plan'
import { PlanRepository } from './plan.repository'

/** Evaluations of a unit's agreements from a file, in a constant number of statements. */
export class EvaluationImportService {
  private readonly rows: AgreementsRepository
  private readonly plans: PlanRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly agreements: AgreementsService,
    private readonly clock: Clock,
  ) {
    this.rows = new AgreementsRepository(database)
    this.plans = new PlanRepository(database)
  }

  /** The import at a unit, for whoever keeps its agreements: the caller has judged that. */
  at(unit: AgreementUnit): Importer {
    return {
      check: async (_actor, table, options) =>
        outcomeOf(this.plan(await this.known(unit), unit, table, options)),
      run: (actor, table, options) => this.run(actor, unit, table, options),
    }
  }

  private run(
    actor: Actor,
    unit: AgreementUnit,
    table: Table,
    options: ImportOptions,
  ): Promise<ImportOutcome> {
    return this.database.inTransaction(async () => {
      await this.rows.hold(unit.satkerId)
      const known = await this.known(unit)
      const plan = this.plan(known, unit, table, options)
      const createdAt = instant(this.clock)
      await this.plans.putEvaluations(
        plan.planned.map(({ parent, before, after }) => ({
          ...after,
          id: before?.id ?? newId(),
          agreementId: parent.id,
          createdAt,
        })),
      )
      await this.planNextEvaluations(known, plan, createdAt)
      await this.audit.recordAll(
        actor,
        plan.planned.map(({ parent, before, after }) => ({
          ...evaluationAct(parent, before ? { before, after } : { after }),
          ...keeperRole(actor, unit),
        })),
      )
      return outcomeOf(plan)
    })
  }

  /** Only evaluations that are new put the next one off. */
  private async planNextEvaluations(
    known: readonly WholeAgreement[],
    { planned }: EvaluationsFilePlan,
    now: string,
  ): Promise<void> {
    const added = rowsByKey(planned.flatMap(row => (row.before ? [] : [[row.parent.id, row] as const])))
    const rows = known.flatMap(({ agreement, evaluations }) => {
      const more = added.get(agreement.id)?.length ?? 0
      if (more === 0) return []
      const { id, satkerId, version, evaluateEvery } = agreement
      const nextEvaluationOn = nextEvaluation(agreement, evaluateEvery, evaluations.length + more)
      return [
        { ...factsOf(agreement), id, satkerId, version, nextEvaluationOn, createdAt: now, changedAt: now },
      ]
    })
    await this.rows.replaceNextEvaluations(rows)
  }

  private known(unit: AgreementUnit): Promise<WholeAgreement[]> {
    return this.agreements.everything(unit)
  }

  private plan(
    known: readonly WholeAgreement[],
    unit: AgreementUnit,
    table: Table,
    { update }: ImportOptions,
  ): EvaluationsFilePlan {
    return planEvaluationsFile(readEvaluationRows(table), {
      known,
      update,
      today: this.agreements.today(unit),
    })
  }
}

const outcomeOf = (plan: EvaluationsFilePlan): ImportOutcome =>
  childOutcome(plan, ({ parent, after }) => [parent.number, after.heldOn, after.finding])
