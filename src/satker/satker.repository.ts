import type { Actor } from '../access/actor'
import type { RolePolicy } from '../access/policies'
import { visibleCondition } from '../access/scope'
import type { Database } from '../db/database'
import type { SatkerRow, SatkerWithParent } from './satker-facts'
import { Satker, type SatkerLevel } from './satker.entity'

export interface SatkerFilter {
  readonly search: string
  readonly level: SatkerLevel | ''
  readonly region: string
  /** Only this unit and what is below it: a materialised path. */
  readonly below: string
  readonly limit: number
  readonly offset: number
}

export interface SatkerListRow {
  readonly id: string
  readonly path: string
  readonly code: string
  readonly name: string
  readonly level: SatkerLevel
  readonly kind: string
  readonly region: string
  readonly employees: number
  readonly closedAt: string | null
  readonly parentName: string | null
  readonly total: number | string
}

const COLUMNS = `s.id, s.parent_id AS "parentId", s.path, s.code, s.name, s.level, s.kind, s.region, s.city,
  s.time_zone AS "timeZone", s.letterhead, s.logo_sha256 AS "logoSha256", s.logo_type AS "logoType",
  s.employees, s.version, s.created_at AS "createdAt", s.closed_at AS "closedAt"`
const WITH_PARENT = `${COLUMNS}, p.code AS "parentCode", p.name AS "parentName"`
const FROM = 'FROM satker s LEFT JOIN satker p ON p.id = s.parent_id'

/** A text in which LIKE finds nothing but itself. */
const literally = (text: string) => text.replace(/[\\%_]/g, found => `\\${found}`)

export class SatkerRepository {
  constructor(private readonly database: Database) {}

  /** In the order of the tree; the total of all pages stands beside each row. */
  list(actor: Actor, filter: SatkerFilter): Promise<SatkerListRow[]> {
    const scope = visibleCondition(actor, 'manage-satker', 's', 1)
    const parameters: string[] = [...scope.parameters]
    const next = (value: string) => `$${parameters.push(value)}`
    const conditions = [scope.sql]
    if (filter.search) {
      const pattern = `%${literally(filter.search.toLowerCase())}%`
      conditions.push(
        `(LOWER(s.name) LIKE ${next(pattern)} ESCAPE '\\' OR LOWER(s.code) LIKE ${next(pattern)} ESCAPE '\\')`,
      )
    }
    if (filter.level) conditions.push(`s.level = ${next(filter.level)}`)
    if (filter.region) conditions.push(`s.region = ${next(filter.region)}`)
    if (filter.below) conditions.push(`s.path LIKE ${next(`${filter.below}%`)}`)
    return this.database.query<SatkerListRow>(
      `SELECT s.id, s.path, s.code, s.name, s.level, s.kind, s.region, s.employees, s.closed_at AS "closedAt",
              p.name AS "parentName", COUNT(*) OVER () AS total
         ${FROM} WHERE ${conditions.join(' AND ')}
        ORDER BY s.path LIMIT ${Number(filter.limit)} OFFSET ${Number(filter.offset)}`,
      parameters,
    )
  }

  /** The regions in use within the actor's scope. */
  async regions(actor: Actor): Promise<string[]> {
    const scope = visibleCondition(actor, 'manage-satker', 's', 1)
    const rows = await this.database.query<{ region: string }>(
      `SELECT DISTINCT s.region FROM satker s WHERE ${scope.sql} AND s.region <> '' ORDER BY s.region`,
      scope.parameters,
    )
    return rows.map(row => row.region)
  }

  find(actor: Actor, policies: readonly RolePolicy[], id: string): Promise<SatkerWithParent | undefined> {
    const parameters: string[] = []
    const scopes = policies.map(policy => {
      const scope = visibleCondition(actor, policy, 's', parameters.length + 1)
      parameters.push(...scope.parameters)
      return scope.sql
    })
    return this.database.one<SatkerWithParent>(
      `SELECT ${WITH_PARENT} ${FROM} WHERE (${scopes.join(' OR ')}) AND s.id = $${parameters.length + 1}`,
      [...parameters, id],
    )
  }

  /** Units whose code is this or whose name has it in it; those of that very code or name first. */
  matching(actor: Actor, policy: RolePolicy, text: string, limit: number): Promise<SatkerWithParent[]> {
    const scope = visibleCondition(actor, policy, 's', 1)
    const parameters: string[] = [...scope.parameters]
    const next = (value: string) => `$${parameters.push(value)}`
    const lower = text.toLowerCase()
    return this.database.query<SatkerWithParent>(
      `SELECT ${WITH_PARENT} ${FROM}
        WHERE ${scope.sql} AND (LOWER(s.code) = ${next(lower)} OR LOWER(s.name) LIKE ${next(`%${literally(lower)}%`)} ESCAPE '\\')
        ORDER BY CASE WHEN LOWER(s.code) = ${next(lower)} THEN 0 WHEN LOWER(s.name) = ${next(lower)} THEN 1 ELSE 2 END, s.name
        LIMIT ${Number(limit)}`,
      parameters,
    )
  }

  withCodes(actor: Actor, policy: RolePolicy, codes: readonly string[]): Promise<SatkerRow[]> {
    const scope = visibleCondition(actor, policy, 's', 1)
    const list = this.database.listOf(`$${scope.parameters.length + 1}`)
    return this.database.query<SatkerRow>(
      `SELECT ${COLUMNS} FROM satker s WHERE ${scope.sql} AND LOWER(s.code) IN ${list}`,
      [...scope.parameters, JSON.stringify(codes.map(code => code.toLowerCase()))],
    )
  }

  /** The units an actor reaches under a policy, by name, at most `limit`. */
  reached(actor: Actor, policy: RolePolicy, limit: number): Promise<SatkerRow[]> {
    const scope = visibleCondition(actor, policy, 's', 1)
    return this.database.query<SatkerRow>(
      `SELECT ${COLUMNS} FROM satker s WHERE ${scope.sql} ORDER BY s.name, s.id LIMIT ${Number(limit)}`,
      scope.parameters,
    )
  }

  /** A unit whoever asks: for the rules of the tree, never for a page. */
  byId(id: string): Promise<SatkerRow | undefined> {
    return this.database.one<SatkerRow>(`SELECT ${COLUMNS} FROM satker s WHERE s.id = $1`, [id])
  }

  async childLevels(id: string): Promise<SatkerLevel[]> {
    const rows = await this.database.query<{ level: SatkerLevel }>(
      'SELECT DISTINCT level FROM satker WHERE parent_id = $1',
      [id],
    )
    return rows.map(row => row.level)
  }

  /** The whole tree, parents before children. */
  all(): Promise<SatkerRow[]> {
    return this.database.query<SatkerRow>(`SELECT ${COLUMNS} FROM satker s ORDER BY s.path`)
  }

  async hasCode(code: string): Promise<boolean> {
    const row = await this.database.one('SELECT id FROM satker WHERE LOWER(code) = $1', [code.toLowerCase()])
    return row !== undefined
  }

  /** Open units directly below. */
  async openChildren(id: string): Promise<number> {
    const row = await this.database.one<{ number: number | string }>(
      'SELECT COUNT(*) AS number FROM satker WHERE parent_id = $1 AND closed_at IS NULL',
      [id],
    )
    return Number(row?.number ?? 0)
  }

  /** How many levels there are below a path. */
  async levelsBelow(path: string): Promise<number> {
    const row = await this.database.one<{ longest: string }>(
      'SELECT path AS longest FROM satker WHERE path LIKE $1 ORDER BY LENGTH(path) DESC LIMIT 1',
      [`${path}%`],
    )
    return row ? row.longest.split('/').length - path.split('/').length : 0
  }

  /** The unit at the top; there is one. */
  async root(): Promise<{ readonly id: string } | undefined> {
    return this.database.one<{ id: string }>(
      'SELECT id FROM satker WHERE parent_id IS NULL ORDER BY id LIMIT 1',
    )
  }

  insert(rows: readonly Partial<Satker>[]): Promise<void> {
    return this.database.insert(Satker, rows)
  }

  /** Replaces everything that people type, and the place in the tree, of rows that stand. */
  replace(rows: readonly SatkerRow[]): Promise<void> {
    return this.database.insert(Satker, rows, {
      key: ['id'],
      replace: [
        'parentId',
        'path',
        'name',
        'level',
        'kind',
        'region',
        'city',
        'timeZone',
        'letterhead',
        'employees',
        'version',
      ],
    })
  }

  async update(id: string, changes: Partial<Satker>): Promise<void> {
    await this.database.writing().update(Satker, { id }, changes)
  }

  /** Puts everything below one path under another. */
  async rewritePaths(from: string, to: string): Promise<void> {
    await this.database
      .writing()
      .query(`UPDATE satker SET path = $1 || SUBSTR(path, ${from.length + 1}) WHERE path LIKE $2`, [
        to,
        `${from}%`,
      ])
  }
}
