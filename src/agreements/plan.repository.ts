import type { Database } from '../db/database'
import { onAgreement } from '../evidence/agreement-papers'
import { AgreementEvaluation } from './agreement-evaluation.entity'
import type { EvaluationRow, TaskRow } from './agreement-facts'
import { AgreementTask } from './agreement-task.entity'

/** A piece of evidence by its title. */
export interface Proof {
  readonly id: string
  readonly title: string
}

const PROOFS = 300
const TASK_COLUMNS = `t.id, t.agreement_id AS "agreementId", t.title, t.due_on AS "dueOn", t.owner,
  t.done_on AS "doneOn", t.result, t.evidence_id AS "evidenceId", t.version,
  CASE WHEN e.access = 'biasa' THEN e.title WHEN e.id IS NOT NULL THEN 'Bukti terbatas' END AS "evidenceTitle"`
const TASKS = 'FROM agreement_tasks t LEFT JOIN evidence e ON e.id = t.evidence_id'
const EVALUATION_COLUMNS = 'v.id, v.agreement_id AS "agreementId", v.held_on AS "heldOn", v.finding'

/** Work plans and evaluations, of one agreement or of all that a unit has. */
export class PlanRepository {
  constructor(private readonly database: Database) {}

  tasks(agreementId: string): Promise<TaskRow[]> {
    return this.database.query<TaskRow>(
      `SELECT ${TASK_COLUMNS} ${TASKS} WHERE t.agreement_id = $1 ORDER BY t.due_on, t.id`,
      [agreementId],
    )
  }

  tasksOf(satkerId: string): Promise<TaskRow[]> {
    return this.database.query<TaskRow>(
      `SELECT ${TASK_COLUMNS} ${TASKS} JOIN agreements a ON a.id = t.agreement_id WHERE a.satker_id = $1
        ORDER BY t.due_on, t.id`,
      [satkerId],
    )
  }

  evaluations(agreementId: string): Promise<EvaluationRow[]> {
    return this.database.query<EvaluationRow>(
      `SELECT ${EVALUATION_COLUMNS} FROM agreement_evaluations v WHERE v.agreement_id = $1 ORDER BY v.held_on, v.id`,
      [agreementId],
    )
  }

  evaluationsOf(satkerId: string): Promise<EvaluationRow[]> {
    return this.database.query<EvaluationRow>(
      `SELECT ${EVALUATION_COLUMNS} FROM agreement_evaluations v JOIN agreements a ON a.id = v.agreement_id
        WHERE a.satker_id = $1 ORDER BY v.held_on, v.id`,
      [satkerId],
    )
  }

  /** Pieces of a unit's shelf that may prove a task: readers of the register may read their titles. The newest first. */
  proofs(satkerId: string, among: 'shelf' | 'agreements'): Promise<Proof[]> {
    return this.database.query<Proof>(
      `SELECT e.id, e.title FROM evidence e
        WHERE e.satker_id = $1 AND e.access = 'biasa' AND e.withdrawn_at IS NULL
          AND ${among === 'shelf' ? '1 = 1' : onAgreement('e')}
        ORDER BY e.created_at DESC, e.id DESC LIMIT ${PROOFS}`,
      [satkerId],
    )
  }

  /** New tasks, and those that stand with what is said of them now. */
  putTasks(rows: readonly Partial<AgreementTask>[]): Promise<void> {
    return this.database.insert(AgreementTask, rows, {
      key: ['id'],
      replace: ['title', 'dueOn', 'owner', 'doneOn', 'result', 'evidenceId', 'version'],
    })
  }

  async removeTask(id: string): Promise<void> {
    await this.database.writing().delete(AgreementTask, { id })
  }

  /** New evaluations, and those that stand with what is said of them now. */
  putEvaluations(rows: readonly Partial<AgreementEvaluation>[]): Promise<void> {
    return this.database.insert(AgreementEvaluation, rows, { key: ['id'], replace: ['finding'] })
  }

  async removeEvaluation(id: string): Promise<void> {
    await this.database.writing().delete(AgreementEvaluation, { id })
  }
}
