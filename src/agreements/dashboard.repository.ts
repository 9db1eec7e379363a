import type { Actor } from '../access/actor'
import { visibleCondition } from '../access/scope'
import type { Database } from '../db/database'
import { Statement } from '../db/statement'
import { AGREEMENT_STATES, type AgreementState } from '../engine/agreements/agreement-state'
import type { UnitStanding } from './dashboard'
import { standingAgreements } from './standing-agreements'

type StateColumn = `in ${AgreementState}`
type Sum = number | string | null
type Row = Pick<UnitStanding, 'id' | 'name' | 'level' | 'path'> &
  Record<StateColumn | 'agreements' | 'tasksLate' | 'evaluationsLate', Sum>

const columnOf = (state: AgreementState): StateColumn => `in ${state}`
const COLUMNS: readonly (keyof Row)[] = [
  'id',
  'name',
  'level',
  'path',
  'agreements',
  'tasksLate',
  'evaluationsLate',
  ...AGREEMENT_STATES.map(columnOf),
]

export class DashboardRepository {
  constructor(private readonly database: Database) {}

  /** Every unit that the actor reads with what its agreements amount to on a day. One statement, summed by the database. */
  async units(actor: Actor, today: string): Promise<UnitStanding[]> {
    const statement = new Statement()
    const standing = standingAgreements(statement, today)
    const scope = visibleCondition(actor, 'read-agreements', 's', statement.parameters.length + 1)
    const states = AGREEMENT_STATES.map(
      state => `SUM(CASE WHEN a.state = '${state}' THEN 1 ELSE 0 END) AS "${columnOf(state)}"`,
    )
    const rows = await this.database.queryMany<Row>(
      COLUMNS,
      `SELECT s.id, s.name, s.level, s.path, u.* FROM satker s
         LEFT JOIN (SELECT a.satker_id AS owner, COUNT(*) AS agreements, SUM(a.late) AS "tasksLate",
                           SUM(a.evaluation_late) AS "evaluationsLate", ${states.join(', ')}
                      FROM (${standing}) a GROUP BY a.satker_id) u ON u.owner = s.id
        WHERE (s.closed_at IS NULL OR u.owner IS NOT NULL) AND ${scope.sql}`,
      [...statement.parameters, ...scope.parameters],
    )
    return rows.map(({ id, name, level, path, agreements, tasksLate, evaluationsLate, ...states }) => ({
      id,
      name,
      level,
      path,
      agreements: Number(agreements ?? 0),
      tasksLate: Number(tasksLate ?? 0),
      evaluationsLate: Number(evaluationsLate ?? 0),
      counts: Object.fromEntries(
        AGREEMENT_STATES.map(state => [state, Number(states[columnOf(state)] ?? 0)]),
      ) as Record<AgreementState, number>,
    }))
  }
}
