import type { Database } from '../db/database'
import { Statement } from '../db/statement'
import { ActivityParticipant } from './activity.entity'

/** Somebody of the roster as a page of participants shows them. */
export interface RosterPerson {
  readonly id: string
  /** Empty once the row is anonymous. */
  readonly name: string
  readonly position: string
  readonly pokja: string
}

/** Whom a page of participants looks for. */
export interface WhoMatches {
  readonly satkerId: string
  readonly activityId: string
  /** Those who are named, or those who worked there on the days and are not. */
  readonly among: 'named' | 'others'
  readonly heldOn: string
  readonly heldUntil: string
  readonly search: string
  /** Id of a part, `none` for those outside every pokja, empty for all. */
  readonly pokja: string
}

export const NO_POKJA = 'tanpa'
export const PARTICIPANTS_PAGE = 50

export class ParticipantsRepository {
  constructor(private readonly database: Database) {}

  /** One page of those who match, by name. */
  rows(who: WhoMatches, page: number): Promise<RosterPerson[]> {
    const statement = new Statement()
    return this.database.query<RosterPerson>(
      `SELECT e.id, e.name, e.position, e.pokja FROM employees e WHERE ${conditions(statement, who)}
        ORDER BY CASE WHEN e.anonymised_at IS NULL THEN 0 ELSE 1 END, LOWER(e.name), e.id
        LIMIT ${PARTICIPANTS_PAGE} OFFSET ${(page - 1) * PARTICIPANTS_PAGE}`,
      statement.parameters,
    )
  }

  async total(who: WhoMatches): Promise<number> {
    const statement = new Statement()
    const row = await this.database.one<{ people: number | string }>(
      `SELECT COUNT(*) AS people FROM employees e WHERE ${conditions(statement, who)}`,
      statement.parameters,
    )
    return Number(row?.people ?? 0)
  }

  /** Everybody who matches, by id; of some ids only those. */
  async ids(who: WhoMatches, of: readonly string[] | 'all'): Promise<string[]> {
    const statement = new Statement()
    const where = conditions(statement, who)
    const among =
      of === 'all' ? '' : ` AND e.id IN ${this.database.listOf(statement.value(JSON.stringify(of)))}`
    const rows = await this.database.query<{ id: string }>(
      `SELECT e.id FROM employees e WHERE ${where}${among} ORDER BY e.id`,
      statement.parameters,
    )
    return rows.map(row => row.id)
  }

  /** Everybody who is named at an activity, by name. */
  named(activityId: string, limit: number): Promise<RosterPerson[]> {
    return this.database.query<RosterPerson>(
      `SELECT e.id, e.name, e.position, e.pokja FROM activity_participants p JOIN employees e ON e.id = p.employee_id
        WHERE p.activity_id = $1
        ORDER BY CASE WHEN e.anonymised_at IS NULL THEN 0 ELSE 1 END, LOWER(e.name), e.id LIMIT ${limit}`,
      [activityId],
    )
  }

  /** Everybody of a satker who is named at some activity and still known by name, by name. */
  namedAnywhere(satkerId: string): Promise<Pick<RosterPerson, 'id' | 'name' | 'position'>[]> {
    return this.database.query(
      `SELECT e.id, e.name, e.position FROM employees e
        WHERE e.satker_id = $1 AND e.anonymised_at IS NULL
          AND EXISTS (SELECT 1 FROM activity_participants p WHERE p.employee_id = e.id)
        ORDER BY LOWER(e.name), e.id`,
      [satkerId],
    )
  }

  /** Ids of who is named at each of some activities. */
  async namedAt(activityIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.database.queryMany<{ activityId: string; employeeId: string }>(
      ['activityId', 'employeeId'],
      `SELECT activity_id AS "activityId", employee_id AS "employeeId" FROM activity_participants
        WHERE activity_id IN ${this.database.listOf('$1')} ORDER BY activity_id, employee_id`,
      [JSON.stringify(activityIds)],
    )
    const named = new Map<string, string[]>()
    for (const { activityId, employeeId } of rows) {
      const people = named.get(activityId) ?? []
      people.push(employeeId)
      named.set(activityId, people)
    }
    return named
  }

  /** How many of the named did not work at the satker on some day of a span. */
  async absentOn(activityId: string, heldOn: string, heldUntil: string): Promise<number> {
    const row = await this.database.one<{ people: number | string }>(
      `SELECT COUNT(*) AS people FROM activity_participants p JOIN employees e ON e.id = p.employee_id
        WHERE p.activity_id = $1 AND NOT (e.joined_on <= $2 AND (e.left_on IS NULL OR e.left_on >= $3))`,
      [activityId, heldUntil, heldOn],
    )
    return Number(row?.people ?? 0)
  }

  insert(rows: readonly ActivityParticipant[]): Promise<void> {
    return this.database.insert(ActivityParticipant, rows, { key: ['activityId', 'employeeId'], replace: [] })
  }

  async remove(activityId: string, employeeIds: readonly string[]): Promise<void> {
    await this.database.writing().query(
      `DELETE FROM activity_participants
        WHERE activity_id = $1 AND employee_id IN ${this.database.listOf('$2')}`,
      [activityId, JSON.stringify(employeeIds)],
    )
  }

  /** At how many activities people of rosters are named, by their rows; who is named at none is not there. */
  async countsOf(employeeIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.database.query<{ id: string; activities: number | string }>(
      `SELECT employee_id AS id, COUNT(*) AS activities FROM activity_participants
        WHERE employee_id IN ${this.database.listOf('$1')} GROUP BY employee_id`,
      [JSON.stringify(employeeIds)],
    )
    return new Map(rows.map(({ id, activities }) => [id, Number(activities)]))
  }

  /** Takes every name from some activities. */
  async clear(activityIds: readonly string[]): Promise<void> {
    await this.database
      .writing()
      .query(`DELETE FROM activity_participants WHERE activity_id IN ${this.database.listOf('$1')}`, [
        JSON.stringify(activityIds),
      ])
  }
}

/** Whoever worked there on some day of the activity could take part. */
function conditions(statement: Statement, who: WhoMatches): string {
  const all = [`e.satker_id = ${statement.value(who.satkerId)}`]
  const named = `EXISTS (SELECT 1 FROM activity_participants p
    WHERE p.activity_id = ${statement.value(who.activityId)} AND p.employee_id = e.id)`
  if (who.among === 'named') all.push(named)
  else
    all.push(
      `NOT ${named}`,
      `e.anonymised_at IS NULL`,
      `e.joined_on <= ${statement.value(who.heldUntil)}`,
      `(e.left_on IS NULL OR e.left_on >= ${statement.value(who.heldOn)})`,
    )
  if (who.pokja === NO_POKJA) all.push(`e.pokja = ''`)
  else if (who.pokja) all.push(`e.pokja = ${statement.value(who.pokja)}`)
  if (who.search) all.push(statement.contains(['e.name', 'e.position'], who.search))
  return all.join(' AND ')
}
