import type { Actor } from '../access/actor'
import { visibleCondition } from '../access/scope'
import type { Database } from '../db/database'
import { Statement } from '../db/statement'
import { GOAL_STATES, lastDueSoon, type GoalState } from '../engine/action-plan/goal-state'
import type { Register } from '../registers/register'
import type { GoalRow } from './goal-facts'
import { EVERY_YEAR, NO_AREA, PLAN_PAGE, stateOf, type PlanQuery, type PlanSort } from './plan-list'

export type StateCounts = Readonly<Record<GoalState, number>>

export interface PlanOf {
  readonly satkerId: string
  /** The civil date there. */
  readonly today: string
}

/** A report of progress with the name of whoever made it. */
export interface ReportRow {
  readonly id: string
  readonly goalId: string
  readonly reportedOn: string
  readonly percent: number
  readonly obstacle: string
  readonly note: string
  readonly reporter: string | null
}

const COLUMNS = `g.id, g.satker_id AS "satkerId", s.name AS "satkerName", s.path AS "satkerPath",
  s.time_zone AS "timeZone", g.year, g.title, g.serves, g.served, g.owner_id AS "ownerId", g.owner,
  e.name AS employee, e.anonymised_at AS "anonymisedAt", g.starts_on AS "startsOn", g.due_on AS "dueOn",
  g.indicator, g.unit, g.baseline, g.target, g.percent, g.reported_on AS "reportedOn", g.done_on AS "doneOn",
  g.version`
const FROM = `FROM action_goals g JOIN satker s ON s.id = g.satker_id LEFT JOIN employees e ON e.id = g.owner_id`

const SORTS: Readonly<Record<PlanSort, string>> = {
  tenggat: 'g.due_on',
  sasaran: 'LOWER(g.title)',
  mulai: 'g.starts_on',
  kemajuan: 'g.percent',
}

/** What is read of action plans. */
export class PlanRepository {
  constructor(private readonly database: Database) {}

  /** Those that match, in order; one page of them, or all. One statement. */
  rows(of: PlanOf, query: PlanQuery, pages: 'page' | 'all' = 'page'): Promise<GoalRow[]> {
    const statement = new Statement()
    const where = conditions(statement, of, query)
    const limit = pages === 'all' ? '' : ` LIMIT ${PLAN_PAGE} OFFSET ${(query.page - 1) * PLAN_PAGE}`
    return this.database.query<GoalRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE ${where}
        ORDER BY ${SORTS[query.sort]} ${query.descending ? 'DESC' : 'ASC'}, g.due_on, LOWER(g.title), g.id${limit}`,
      statement.parameters,
    )
  }

  /** How many match, whatever their state, by state. */
  async counts(of: PlanOf, query: PlanQuery): Promise<StateCounts> {
    const statement = new Statement()
    const sums = GOAL_STATES.map(
      (state, place) =>
        `SUM(CASE WHEN ${inState(state, statement, of.today)} THEN 1 ELSE 0 END) AS s${place}`,
    ).join(', ')
    const row = await this.database.one<Record<string, number | string | null>>(
      `SELECT ${sums} ${FROM} WHERE ${conditions(statement, of, query, 'any-state')}`,
      statement.parameters,
    )
    return Object.fromEntries(
      GOAL_STATES.map((state, place) => [state, Number(row?.[`s${place}`] ?? 0)]),
    ) as StateCounts
  }

  async years(satkerId: string): Promise<number[]> {
    const rows = await this.database.query<{ year: number }>(
      'SELECT DISTINCT year FROM action_goals WHERE satker_id = $1 ORDER BY year DESC',
      [satkerId],
    )
    return rows.map(row => Number(row.year))
  }

  owners(satkerId: string): Promise<Pick<GoalRow, 'ownerId' | 'owner' | 'employee' | 'anonymisedAt'>[]> {
    return this.database.query(
      `SELECT DISTINCT g.owner_id AS "ownerId", g.owner, e.name AS employee, e.anonymised_at AS "anonymisedAt"
         ${FROM} WHERE g.satker_id = $1 AND (g.owner_id IS NOT NULL OR g.owner <> '')`,
      [satkerId],
    )
  }

  /** A goal at a satker whose registers the actor reads. */
  visible(actor: Actor, id: string): Promise<GoalRow | undefined> {
    const scope = visibleCondition(actor, 'read-registers', 's', 1)
    return this.database.one<GoalRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE ${scope.sql} AND g.id = $${scope.parameters.length + 1}`,
      [...scope.parameters, id],
    )
  }

  /** Every goal of a satker, or those of one year. */
  all(satkerId: string, year: number | null = null): Promise<GoalRow[]> {
    const statement = new Statement()
    const ofSatker = `g.satker_id = ${statement.value(satkerId)}`
    const ofYear = year === null ? '' : ` AND g.year = ${statement.value(year)}`
    return this.database.query<GoalRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE ${ofSatker}${ofYear} ORDER BY g.due_on, LOWER(g.title), g.id`,
      statement.parameters,
    )
  }

  /** What was reported of some goals, the latest first. */
  reports(goalIds: readonly string[]): Promise<ReportRow[]> {
    return this.database.query<ReportRow>(
      `SELECT p.id, p.goal_id AS "goalId", p.reported_on AS "reportedOn", p.percent, p.obstacle, p.note,
              u.name AS reporter
         FROM goal_progress p LEFT JOIN users u ON u.id = p.reported_by
        WHERE p.goal_id IN ${this.database.listOf('$1')} ORDER BY p.reported_on DESC, p.id`,
      [JSON.stringify(goalIds)],
    )
  }

  /** Goals with something left that are due between two civil dates. */
  due(from: string, to: string): Promise<GoalRow[]> {
    return this.database.query<GoalRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE g.done_on IS NULL AND g.due_on >= $1 AND g.due_on <= $2
        ORDER BY g.satker_id, g.due_on, LOWER(g.title), g.id`,
      [from, to],
    )
  }

  /** Those of some entries that some registers of a satker hold, in the order of their ids. */
  async entriesAmong(
    satkerId: string,
    registers: readonly Register[],
    ids: readonly string[],
  ): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM register_entries WHERE satker_id = $1 AND register IN ${this.database.listOf('$2')}
          AND id IN ${this.database.listOf('$3')} ORDER BY id`,
      [satkerId, JSON.stringify(registers), JSON.stringify(ids)],
    )
    return rows.map(row => row.id).sort()
  }

  /** How many goals of a year are there, done, late and due soon. */
  yearCounts(
    of: PlanOf,
    year: number,
  ): Promise<Record<'goals' | 'done' | 'late' | 'soon', number | string> | undefined> {
    const statement = new Statement()
    const sum = (condition: string) => `COALESCE(SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END), 0)`
    const [late, soon] = (['late', 'due-soon'] as const).map(state => inState(state, statement, of.today))
    return this.database.one(
      `SELECT ${sum(late ?? '')} AS late, ${sum(soon ?? '')} AS soon, ${sum('g.done_on IS NOT NULL')} AS done,
              COUNT(*) AS goals
         FROM action_goals g WHERE g.satker_id = ${statement.value(of.satkerId)} AND g.year = ${statement.value(year)}`,
      statement.parameters,
    )
  }

  /** The accounts of people of rosters: the same NIP, and a role at that satker on a civil date. */
  accountsOf(
    employeeIds: readonly string[],
    today: string,
  ): Promise<{ employeeId: string; userId: string }[]> {
    return this.database.query(
      `SELECT e.id AS "employeeId", u.id AS "userId" FROM employees e JOIN users u ON u.nip = e.nip
        WHERE e.id IN ${this.database.listOf('$1')} AND EXISTS (SELECT 1 FROM memberships m
          WHERE m.user_id = u.id AND m.satker_id = e.satker_id AND m.valid_from <= $2
            AND (m.valid_until IS NULL OR m.valid_until >= $3))`,
      [JSON.stringify(employeeIds), today, today],
    )
  }

  /** What people of rosters answer for, by their rows, the newest plan first. */
  ownedBy(
    employeeIds: readonly string[],
  ): Promise<{ employeeId: string; id: string; title: string; year: number }[]> {
    return this.database.query(
      `SELECT g.owner_id AS "employeeId", g.id, g.title, g.year FROM action_goals g
        WHERE g.owner_id IN ${this.database.listOf('$1')} ORDER BY g.year DESC, g.due_on, LOWER(g.title), g.id`,
      [JSON.stringify(employeeIds)],
    )
  }

  /** Whom of a roster an account belongs to: the same NIP. */
  async employeesOf(satkerId: string, userId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'SELECT e.id FROM employees e JOIN users u ON u.nip = e.nip WHERE e.satker_id = $1 AND u.id = $2',
      [satkerId, userId],
    )
    return rows.map(row => row.id)
  }

  /** Chairs and members of some satker on a civil date, with the parts of the members. */
  teams(
    satkerIds: readonly string[],
    today: string,
  ): Promise<{ userId: string; satkerId: string; role: 'chair' | 'member'; parts: string | null }[]> {
    return this.database.query(
      `SELECT m.user_id AS "userId", m.satker_id AS "satkerId", m.role, m.parts FROM memberships m
        WHERE m.satker_id IN ${this.database.listOf('$1')} AND m.role IN ('chair', 'member')
          AND m.valid_from <= $2 AND (m.valid_until IS NULL OR m.valid_until >= $3) ORDER BY m.user_id`,
      [JSON.stringify(satkerIds), today, today],
    )
  }

  /** People of a roster who bear one of some names, alone or with their position in brackets; lower case. */
  bearers(
    satkerId: string,
    names: readonly string[],
  ): Promise<{ id: string; name: string; position: string }[]> {
    return this.database.query(
      `SELECT e.id, e.name, e.position FROM employees e
        WHERE e.satker_id = $1 AND e.anonymised_at IS NULL
          AND (LOWER(e.name) IN ${this.database.listOf('$2')}
            OR LOWER(e.name || ' (' || e.position || ')') IN ${this.database.listOf('$3')})
        ORDER BY e.id`,
      [satkerId, JSON.stringify(names), JSON.stringify(names)],
    )
  }
}

function inState(state: GoalState, statement: Statement, today: string): string {
  if (state === 'done') return 'g.done_on <= g.due_on'
  if (state === 'done-late') return 'g.done_on > g.due_on'
  if (state === 'late') return `(g.done_on IS NULL AND g.due_on < ${statement.value(today)})`
  const soon = lastDueSoon(today)
  if (state === 'due-soon')
    return `(g.done_on IS NULL AND g.due_on >= ${statement.value(today)} AND g.due_on <= ${statement.value(soon)})`
  const begun = state === 'running' ? 'g.percent > 0' : 'g.percent = 0'
  return `(g.done_on IS NULL AND g.due_on > ${statement.value(soon)} AND ${begun})`
}

function conditions(
  statement: Statement,
  of: PlanOf,
  query: PlanQuery,
  states: 'one-state' | 'any-state' = 'one-state',
): string {
  const { search, filters } = query
  const all = [`g.satker_id = ${statement.value(of.satkerId)}`]
  if (filters.tahun !== EVERY_YEAR) all.push(`g.year = ${statement.value(Number(filters.tahun))}`)
  const state = stateOf(query)
  if (state && states === 'one-state') all.push(inState(state, statement, of.today))
  if (filters.area) all.push(inArea(filters.area, statement))
  if (filters.pemilik) {
    const [id, words] = [statement.value(filters.pemilik), statement.value(filters.pemilik)]
    all.push(`(g.owner_id = ${id} OR (g.owner_id IS NULL AND g.owner = ${words}))`)
  }
  if (search)
    all.push(statement.contains(['g.title', 'g.served', 'g.indicator', 'g.owner', 'e.name'], search))
  return all.join(' AND ')
}

function inArea(area: string, statement: Statement): string {
  const supported = `SELECT 1 FROM entry_supports x WHERE x.entry_id = g.id AND x.kind = 'area'`
  return area === NO_AREA
    ? `NOT EXISTS (${supported})`
    : `EXISTS (${supported} AND x.target = ${statement.value(area)})`
}
