import type { Actor } from '../access/actor'
import { visibleCondition } from '../access/scope'
import type { Database } from '../db/database'
import { Statement } from '../db/statement'
import type { AgentOfChange, EmployeeRow, Headcount } from './employee-facts'
import { Employee } from './employee.entity'
import { NO_POKJA, ROSTER_PAGE, type RosterQuery, type RosterSort, type RosterView } from './roster-list'

/** How many there are of each kind, whatever is filtered. */
export type RosterCounts = Readonly<Record<RosterView, number>>

export interface RosterOf {
  readonly satkerId: string
  /** The civil date there. */
  readonly today: string
  /** NIPs are searched as well: whoever reads them masked could guess them digit by digit. */
  readonly byNip: boolean
}

const COLUMNS = `e.id, e.satker_id AS "satkerId", s.name AS "satkerName", s.path AS "satkerPath",
  s.time_zone AS "timeZone", e.name, e.nip, e.position, e.front_line AS "frontLine", e.pokja,
  e.agent_from AS "agentFrom", e.agent_until AS "agentUntil", e.joined_on AS "joinedOn", e.left_on AS "leftOn",
  e.anonymised_at AS "anonymisedAt", e.version`
const FROM = 'FROM employees e JOIN satker s ON s.id = e.satker_id'

const SORTS: Readonly<Record<RosterSort, string>> = {
  nama: 'LOWER(e.name)',
  jabatan: 'LOWER(e.position)',
  pokja: 'e.pokja',
  agen: `COALESCE(e.agent_from, '9999')`,
  masuk: 'e.joined_on',
}

export class RosterRepository {
  constructor(private readonly database: Database) {}

  /** Those who match, in order; one page of them, or all. One statement. */
  async rows(of: RosterOf, query: RosterQuery, pages: 'page' | 'all' = 'page'): Promise<EmployeeRow[]> {
    const statement = new Statement()
    const where = conditions(statement, of, query)
    const limit = pages === 'all' ? '' : ` LIMIT ${ROSTER_PAGE} OFFSET ${(query.page - 1) * ROSTER_PAGE}`
    return this.database.query<EmployeeRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE ${where}
        ORDER BY CASE WHEN e.anonymised_at IS NULL THEN 0 ELSE 1 END,
                 ${SORTS[query.sort]} ${query.descending ? 'DESC' : 'ASC'}, LOWER(e.name), e.id${limit}`,
      statement.parameters,
    )
  }

  async total(of: RosterOf, query: RosterQuery): Promise<number> {
    const statement = new Statement()
    const row = await this.database.one<{ people: number | string }>(
      `SELECT COUNT(*) AS people FROM employees e WHERE ${conditions(statement, of, query)}`,
      statement.parameters,
    )
    return Number(row?.people ?? 0)
  }

  async counts({ satkerId, today }: Pick<RosterOf, 'satkerId' | 'today'>): Promise<RosterCounts> {
    const statement = new Statement()
    const sum = (view: RosterView) =>
      `SUM(CASE WHEN ${viewCondition(view, statement, today)} THEN 1 ELSE 0 END)`
    const row = await this.database.one<Record<RosterView, number | string | null>>(
      `SELECT ${sum('aktif')} AS aktif, ${sum('depan')} AS depan, ${sum('agen')} AS agen, ${sum('keluar')} AS keluar,
              COUNT(*) AS semua FROM employees e WHERE e.satker_id = ${statement.value(satkerId)}`,
      statement.parameters,
    )
    const count = (view: RosterView) => Number(row?.[view] ?? 0)
    return {
      aktif: count('aktif'),
      depan: count('depan'),
      agen: count('agen'),
      keluar: count('keluar'),
      semua: count('semua'),
    }
  }

  /** Somebody at a satker that the actor sees. */
  visible(actor: Actor, id: string): Promise<EmployeeRow | undefined> {
    const scope = visibleCondition(actor, 'read-roster', 's', 1)
    return this.database.one<EmployeeRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE ${scope.sql} AND e.id = $${scope.parameters.length + 1}`,
      [...scope.parameters, id],
    )
  }

  /** Everything that satker keep under the NIP of an account that has or had a role there: a NIP is only a claim. */
  withNip(nip: string): Promise<EmployeeRow[]> {
    return this.database.query<EmployeeRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE e.nip = $1 AND EXISTS (SELECT 1 FROM users u
          JOIN memberships m ON m.user_id = u.id WHERE u.nip = e.nip AND m.satker_id = e.satker_id)
        ORDER BY e.joined_on DESC, e.id`,
      [nip],
    )
  }

  agents(satkerId: string): Promise<AgentOfChange[]> {
    return this.database.query<AgentOfChange>(
      `SELECT e.id, e.name, e.agent_from AS "agentFrom", e.agent_until AS "agentUntil", e.joined_on AS "joinedOn",
              e.left_on AS "leftOn"
         FROM employees e WHERE e.satker_id = $1 AND e.agent_from IS NOT NULL ORDER BY LOWER(e.name), e.id`,
      [satkerId],
    )
  }

  /** Head counts of some days, in their order. One statement. */
  async headcounts(satkerId: string, days: readonly string[]): Promise<Headcount[]> {
    const statement = new Statement()
    const sums = days.map((day, place) => {
      const on = statement.value(day)
      const atWork = `e.joined_on <= ${on} AND (e.left_on IS NULL OR e.left_on >= ${on})`
      return `SUM(CASE WHEN ${atWork} THEN 1 ELSE 0 END) AS people${place},
              SUM(CASE WHEN ${atWork} AND e.front_line THEN 1 ELSE 0 END) AS front${place}`
    })
    const row = await this.database.one<Record<string, number | string | null>>(
      `SELECT COUNT(*) AS known${sums.map(sum => `, ${sum}`).join('')}
         FROM employees e WHERE e.satker_id = ${statement.value(satkerId)}`,
      statement.parameters,
    )
    return days.map((day, place) => ({
      day,
      employees: Number(row?.[`people${place}`] ?? 0),
      frontLine: Number(row?.[`front${place}`] ?? 0),
    }))
  }

  /** Everybody of a satker who is still known by name. */
  known(satkerId: string): Promise<EmployeeRow[]> {
    return this.database.query<EmployeeRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE e.satker_id = $1 AND e.anonymised_at IS NULL ORDER BY e.id`,
      [satkerId],
    )
  }

  /** Keeps every other change of a satker's roster waiting until the transaction ends. */
  hold(satkerId: string): Promise<void> {
    return this.database.lock('satker', satkerId)
  }

  insert(rows: readonly Partial<Employee>[]): Promise<void> {
    return this.database.insert(Employee, rows)
  }

  /** Replaces what people type about those who stand. */
  replace(rows: readonly Partial<Employee>[]): Promise<void> {
    return this.database.insert(Employee, rows, {
      key: ['id'],
      replace: [
        'name',
        'nip',
        'position',
        'frontLine',
        'pokja',
        'agentFrom',
        'agentUntil',
        'joinedOn',
        'leftOn',
        'version',
      ],
    })
  }

  async update(id: string, changes: Partial<Employee>): Promise<void> {
    await this.database.writing().update(Employee, { id }, changes)
  }

  async remove(id: string): Promise<void> {
    await this.database.writing().delete(Employee, { id })
  }

  /** Satker at which somebody who left by a day is still known by name. */
  async satkerWithLeavers(leftBy: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT DISTINCT satker_id AS id FROM employees
        WHERE anonymised_at IS NULL AND left_on IS NOT NULL AND left_on <= $1 ORDER BY satker_id`,
      [leftBy],
    )
    return rows.map(row => row.id)
  }

  async leavers(satkerId: string, leftBy: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM employees
        WHERE satker_id = $1 AND anonymised_at IS NULL AND left_on IS NOT NULL AND left_on <= $2 ORDER BY id`,
      [satkerId, leftBy],
    )
    return rows.map(row => row.id)
  }

  /** Takes away who they are and keeps what is counted. */
  async anonymise(ids: readonly string[], at: string): Promise<void> {
    await this.database.writing().query(
      `UPDATE employees SET name = '', nip = NULL, position = '', anonymised_at = $1, version = version + 1
          WHERE id IN ${this.database.listOf('$2')}`,
      [at, JSON.stringify(ids)],
    )
  }
}

function viewCondition(view: RosterView, statement: Statement, today: string): string {
  if (view === 'semua') return '1 = 1'
  if (view === 'keluar') return `e.left_on < ${statement.value(today)}`
  const on = statement.value(today)
  const atWork = `(e.joined_on <= ${on} AND (e.left_on IS NULL OR e.left_on >= ${on}))`
  if (view === 'depan') return `(${atWork} AND e.front_line)`
  if (view === 'agen')
    return `(${atWork} AND e.agent_from <= ${on} AND (e.agent_until IS NULL OR e.agent_until >= ${on}))`
  return atWork
}

function conditions(statement: Statement, of: RosterOf, { search, filters }: RosterQuery): string {
  const all = [
    `e.satker_id = ${statement.value(of.satkerId)}`,
    viewCondition(filters.keadaan as RosterView, statement, of.today),
  ]
  if (filters.pokja === NO_POKJA) all.push(`e.pokja = ''`)
  else if (filters.pokja) all.push(`e.pokja = ${statement.value(filters.pokja)}`)
  if (search) all.push(searchCondition(statement, search, of.byNip))
  return all.join(' AND ')
}

function searchCondition(statement: Statement, search: string, byNip: boolean): string {
  const words = statement.contains(['e.name', 'e.position'], search)
  const digits = search.replace(/\D/g, '')
  if (!byNip || !digits || !/^[\d\s.]+$/.test(search)) return words
  return `(${words} OR e.nip LIKE ${statement.value(`%${digits}%`)})`
}
