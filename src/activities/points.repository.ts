import type { Database } from '../db/database'
import { Statement } from '../db/statement'
import { ActivityPoint } from './activity.entity'
import type { PointRow } from './point-facts'

/** A point in a list over all activities. */
export interface ListedPoint extends PointRow {
  readonly title: string
  readonly heldOn: string
  readonly heldUntil: string
}

export type PointView = 'terbuka' | 'lewat' | 'selesai' | 'semua'
export type PointCounts = Readonly<Record<PointView, number>>

export const POINTS_PAGE = 50

const COLUMNS = `p.id, p.activity_id AS "activityId", p.text, p.owner, p.due_on AS "dueOn", p.done_on AS "doneOn",
  p.version`

const viewCondition = (view: PointView, statement: Statement, today: string): string => {
  if (view === 'semua') return '1 = 1'
  if (view === 'selesai') return 'p.done_on IS NOT NULL'
  return view === 'terbuka'
    ? 'p.done_on IS NULL'
    : `p.done_on IS NULL AND p.due_on < ${statement.value(today)}`
}

export class PointsRepository {
  constructor(private readonly database: Database) {}

  /** The points of an activity in the order in which they were raised. */
  ofActivity(activityId: string): Promise<PointRow[]> {
    return this.database.query<PointRow>(
      `SELECT ${COLUMNS} FROM activity_points p WHERE p.activity_id = $1 ORDER BY p.created_at, p.id`,
      [activityId],
    )
  }

  get(activityId: string, id: string): Promise<PointRow | undefined> {
    return this.database.one<PointRow>(
      `SELECT ${COLUMNS} FROM activity_points p WHERE p.activity_id = $1 AND p.id = $2`,
      [activityId, id],
    )
  }

  /** Of all activities of a satker, the longest overdue first; what is done stands last. */
  ofSatker(satkerId: string, view: PointView, today: string, page: number | 'all'): Promise<ListedPoint[]> {
    const limit = page === 'all' ? '' : ` LIMIT ${POINTS_PAGE} OFFSET ${(page - 1) * POINTS_PAGE}`
    const statement = new Statement()
    return this.database.query<ListedPoint>(
      `SELECT ${COLUMNS}, a.title, a.held_on AS "heldOn", a.held_until AS "heldUntil"
         FROM activity_points p JOIN activities a ON a.id = p.activity_id
        WHERE a.satker_id = ${statement.value(satkerId)} AND ${viewCondition(view, statement, today)}
        ORDER BY CASE WHEN p.done_on IS NULL THEN 0 ELSE 1 END, p.due_on, p.created_at, p.id${limit}`,
      statement.parameters,
    )
  }

  async counts(satkerId: string, today: string): Promise<PointCounts> {
    const statement = new Statement()
    const sum = (view: PointView) =>
      `COALESCE(SUM(CASE WHEN ${viewCondition(view, statement, today)} THEN 1 ELSE 0 END), 0)`
    const row = await this.database.one<Record<PointView, number | string>>(
      `SELECT ${sum('terbuka')} AS terbuka, ${sum('lewat')} AS lewat, ${sum('selesai')} AS selesai,
              COUNT(*) AS semua
         FROM activity_points p JOIN activities a ON a.id = p.activity_id
        WHERE a.satker_id = ${statement.value(satkerId)}`,
      statement.parameters,
    )
    const count = (view: PointView) => Number(row?.[view] ?? 0)
    return {
      terbuka: count('terbuka'),
      lewat: count('lewat'),
      selesai: count('selesai'),
      semua: count('semua'),
    }
  }

  /** New points, and those that stand with what is said of them now. */
  put(rows: readonly Partial<ActivityPoint>[]): Promise<void> {
    return this.database.insert(ActivityPoint, rows, {
      key: ['id'],
      replace: ['text', 'owner', 'dueOn', 'doneOn', 'version'],
    })
  }

  async remove(id: string): Promise<void> {
    await this.database.writing().delete(ActivityPoint, { id })
  }
}
