import type { Database } from '../db/database'
import { GoalProgress } from './goal-progress.entity'
import { Goal } from './goal.entity'

/** What is written of action plans. */
export class GoalsRepository {
  constructor(private readonly database: Database) {}

  /** Keeps every other change of a satker's plan waiting until the transaction ends. */
  hold(satkerId: string): Promise<void> {
    return this.database.lock('satker', satkerId)
  }

  /** Adds goals, or replaces what people type about those that stand. */
  put(rows: readonly Partial<Goal>[]): Promise<void> {
    return this.database.insert(Goal, rows, {
      key: ['id'],
      replace: [
        'year',
        'title',
        'serves',
        'served',
        'ownerId',
        'owner',
        'startsOn',
        'dueOn',
        'indicator',
        'unit',
        'baseline',
        'target',
        'percent',
        'reportedOn',
        'doneOn',
        'version',
      ],
    })
  }

  report(rows: readonly GoalProgress[]): Promise<void> {
    return this.database.insert(GoalProgress, rows)
  }

  async takeBack(reportId: string): Promise<void> {
    await this.database.writing().delete(GoalProgress, { id: reportId })
  }

  async stand(id: string, standing: Pick<Goal, 'percent' | 'reportedOn' | 'doneOn'>): Promise<void> {
    await this.database.writing().update(Goal, { id }, standing)
  }

  async remove(id: string): Promise<void> {
    await this.database.writing().delete(GoalProgress, { goalId: id })
    await this.database.writing().delete(Goal, { id })
  }
}
