import type { Actor } from '../access/actor'
import { mayAt, type ScopedSatker } from '../access/scope'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { evaluationFault, taskFaults } from '../engine/agreements/agreement-faults'
import { nextEvaluation } from '../engine/agreements/evaluation-dates'
import { Conflict, Invalid, NotFound } from '../refusals'
import { keeperRole } from './agreement-access'
import { evaluationAct, taskAct } from './agreement-acts'
import type { AgreementEntries } from './agreement-entries'
import {
  same,
  taskFactsOf,
  TOO_MANY_EVALUATIONS,
  TOO_MANY_TASKS,
  UNDER_ONE_MOST,
  type AgreementRow,
  type EvaluationDraft,
  type TaskDraft,
  type TaskRow,
} from './agreement-facts'
import { EVALUATION_FAULT_WORDS, RESULT_WITHOUT_DAY, TASK_FAULT_WORDS } from './agreement-words'
import { AgreementsRepository } from './agreements.repository'
import type { AgreementsService } from './agreements.service'
import { PlanRepository, type Proof } from './plan.repository'

const TASK_NOT_SAVED = 'Tugas belum tersimpan.'
const UNKNOWN_PROOF = 'Bukti ini tidak ada di rak bukti unit ini.'
const TASK_CHANGED = 'Tugas ini diubah orang lain sejak Anda membukanya.'

/** The work plan of an agreement, what came of it, and its evaluations. */
export class PlanService {
  private readonly plans: PlanRepository
  private readonly rows: AgreementsRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly agreements: AgreementsService,
    private readonly entries: AgreementEntries,
    private readonly clock: Clock,
  ) {
    this.plans = new PlanRepository(database)
    this.rows = new AgreementsRepository(database)
  }

  /** A task of an agreement that the actor may change. */
  async task(agreement: AgreementRow, taskId: string): Promise<TaskRow> {
    const found = (await this.plans.tasks(agreement.id)).find(({ id }) => id === taskId)
    if (!found) throw new NotFound('Tugas')
    return found
  }

  /**
   * What the actor may choose as the proof of a task of a unit: pieces of its shelf, and for whoever does not read that
   * those that stand on its agreements.
   */
  proofs(actor: Actor, unit: ScopedSatker): Promise<readonly Proof[]> {
    return this.plans.proofs(unit.satkerId, mayAt(actor, 'read-evidence', unit) ? 'shelf' : 'agreements')
  }

  addTask(actor: Actor, agreementId: string, draft: TaskDraft): Promise<void> {
    return this.database.inTransaction(async () => {
      const agreement = await this.agreements.held(actor, agreementId)
      await this.requireTask(actor, draft, agreement)
      if ((await this.plans.tasks(agreementId)).length >= UNDER_ONE_MOST)
        throw new Invalid(TASK_NOT_SAVED, { title: TOO_MANY_TASKS })
      const row = { ...taskFactsOf(draft), id: newId(), agreementId, version: 1 }
      await this.plans.putTasks([{ ...row, createdAt: instant(this.clock) }])
      await this.tell(agreement)
      await this.record(actor, agreement, taskAct(agreement, { after: draft }))
    })
  }

  /** Saves a form that was filled from `version`; Conflict with the present task when somebody else saved since. */
  changeTask(
    actor: Actor,
    { agreementId, taskId, version }: { agreementId: string; taskId: string; version: number },
    draft: TaskDraft,
  ): Promise<void> {
    return this.database.inTransaction(async () => {
      const agreement = await this.agreements.held(actor, agreementId)
      const task = await this.task(agreement, taskId)
      if (task.version !== version) throw new Conflict(TASK_CHANGED, task)
      await this.requireTask(actor, draft, agreement, task)
      if (same(taskFactsOf(task), taskFactsOf(draft))) return
      const row = { ...taskFactsOf(draft), id: taskId, agreementId, version: version + 1 }
      await this.plans.putTasks([{ ...row, createdAt: instant(this.clock) }])
      await this.tell(agreement)
      await this.record(actor, agreement, taskAct(agreement, { before: task, after: draft }))
    })
  }

  removeTask(actor: Actor, agreementId: string, taskId: string): Promise<void> {
    return this.database.inTransaction(async () => {
      const agreement = await this.agreements.held(actor, agreementId)
      const task = await this.task(agreement, taskId)
      await this.plans.removeTask(taskId)
      await this.tell(agreement)
      await this.record(actor, agreement, taskAct(agreement, { before: task }))
    })
  }

  addEvaluation(actor: Actor, agreementId: string, { heldOn, finding }: EvaluationDraft): Promise<void> {
    return this.database.inTransaction(async () => {
      const agreement = await this.agreements.held(actor, agreementId)
      const fault = evaluationFault(heldOn, agreement, this.agreements.today(agreement))
      if (fault) throw new Invalid('Evaluasi belum tersimpan.', { heldOn: EVALUATION_FAULT_WORDS[fault] })
      if ((await this.plans.evaluations(agreementId)).length >= UNDER_ONE_MOST)
        throw new Invalid('Evaluasi belum tersimpan.', { heldOn: TOO_MANY_EVALUATIONS })
      const now = instant(this.clock)
      await this.plans.putEvaluations([{ id: newId(), agreementId, heldOn, finding, createdAt: now }])
      await this.planNextEvaluation(agreement)
      await this.record(actor, agreement, evaluationAct(agreement, { after: { heldOn, finding } }))
    })
  }

  removeEvaluation(actor: Actor, agreementId: string, evaluationId: string): Promise<void> {
    return this.database.inTransaction(async () => {
      const agreement = await this.agreements.held(actor, agreementId)
      const found = (await this.plans.evaluations(agreementId)).find(({ id }) => id === evaluationId)
      if (!found) throw new NotFound('Evaluasi')
      await this.plans.removeEvaluation(evaluationId)
      await this.planNextEvaluation(agreement)
      await this.record(actor, agreement, evaluationAct(agreement, { before: found }))
    })
  }

  /** What an entry says of its plan changes with every task. */
  private async tell(agreement: AgreementRow): Promise<void> {
    await this.entries.keep([{ agreement, tasks: await this.plans.tasks(agreement.id) }])
  }

  private async planNextEvaluation(agreement: AgreementRow): Promise<void> {
    const held = await this.plans.evaluations(agreement.id)
    await this.rows.update(agreement.id, {
      nextEvaluationOn: nextEvaluation(agreement, agreement.evaluateEvery, held.length),
    })
  }

  private async requireTask(
    actor: Actor,
    draft: TaskDraft,
    agreement: AgreementRow,
    before?: TaskRow,
  ): Promise<void> {
    const faults = taskFaults(draft, agreement, this.agreements.today(agreement))
    const named = Object.fromEntries(faults.map(fault => TASK_FAULT_WORDS[fault]))
    const undated = draft.doneOn === null && (draft.result !== '' || draft.evidenceId !== null)
    const isNewProof = draft.evidenceId !== null && draft.evidenceId !== before?.evidenceId
    const unknown =
      isNewProof && !(await this.proofs(actor, agreement)).some(({ id }) => id === draft.evidenceId)
    const all = {
      ...named,
      ...(undated ? { doneOn: RESULT_WITHOUT_DAY } : {}),
      ...(unknown ? { evidenceId: UNKNOWN_PROOF } : {}),
    }
    if (Object.keys(all).length > 0) throw new Invalid(TASK_NOT_SAVED, all)
  }

  private record(actor: Actor, agreement: AgreementRow, act: ReturnType<typeof taskAct>): Promise<void> {
    return this.audit.record(actor, { ...act, ...keeperRole(actor, agreement) })
  }
}
