import type { Actor } from '../access/actor'
import { visibleCondition } from '../access/scope'
import type { Database } from '../db/database'
import { Statement } from '../db/statement'
import type { Direction, ReachedState } from '../engine/performance/achievement'
import type { Quarter } from '../engine/performance/quarters'
import { quartersShown, regionPageSize, type RegionQuery, type RegionView } from './region-list'

export interface RegionOf {
  readonly actor: Actor
  readonly year: number
  /** Quarters of the year that have ended. */
  readonly ended: number
}

/** A unit with how many of its commitments stand where in the quarters that are looked at. */
export interface RegionUnitRow {
  readonly id: string
  readonly name: string
  readonly targeted: number
  readonly reached: number
  readonly near: number
  readonly missed: number
  /** Ended and not reported. */
  readonly missing: number
  readonly openFollowUps: number
}

export interface RegionSums extends Omit<RegionUnitRow, 'id' | 'name'> {
  readonly units: number
  /** Units of which something that ended is not reported. */
  readonly unreported: number
  /** Units without any commitment in the year. */
  readonly without: number
}

/** One commitment in one quarter. */
export interface RegionCell {
  readonly satkerId: string
  readonly commitmentId: string
  readonly number: number
  readonly indicator: string
  readonly direction: Direction
  readonly quarter: Quarter
  readonly target: string
  readonly realisation: string | null
  readonly state: ReachedState | ''
}

const CELL_COLUMNS = [
  'satkerId',
  'commitmentId',
  'number',
  'indicator',
  'direction',
  'quarter',
  'target',
  'realisation',
  'state',
] as const

const COUNTED = ['targeted', 'reached', 'near', 'missed', 'missing'] as const

/** Units without commitments stand before all others: of them nothing is known. */
const WORST = `CASE WHEN u.targeted = 0 THEN 0 ELSE 1 END,
  CASE WHEN u.targeted = 0 THEN 0 ELSE (u.missed + u.missing) * 1.0 / u.targeted END DESC,
  CASE WHEN u.targeted = 0 THEN 0 ELSE u.near * 1.0 / u.targeted END DESC, LOWER(u.name), u.id`

export class RegionRepository {
  constructor(private readonly database: Database) {}

  /** The units that match, in order; one page of them, or all. One statement, whatever the number of units. */
  async units(of: RegionOf, query: RegionQuery, pages: 'page' | 'all'): Promise<RegionUnitRow[]> {
    const statement = new Statement()
    const from = unitsFrom(statement, of, query)
    const order = query.sort === 'nama' ? 'LOWER(u.name), u.id' : WORST
    const turned = query.descending ? turn(order) : order
    const size = regionPageSize(query.filters.tampilan)
    const limit = pages === 'all' ? '' : ` LIMIT ${size} OFFSET ${(query.page - 1) * size}`
    const rows = await this.database.query<RegionUnitRow>(
      `SELECT u.* FROM ${from} WHERE ${viewCondition(query.filters.keadaan as RegionView)}
        ORDER BY ${turned}${limit}`,
      statement.parameters,
    )
    return rows.map(row => ({ ...row, ...numbers(row) }))
  }

  /** Sums over everything that matches, whatever the page; and over all that the other filters leave. One statement. */
  async sums(
    of: RegionOf,
    query: RegionQuery,
  ): Promise<{ readonly matching: number; readonly all: RegionSums }> {
    const statement = new Statement()
    const from = unitsFrom(statement, of, query)
    const row = await this.database.one<Record<string, number | string | null>>(
      `SELECT COUNT(*) AS units,
              SUM(CASE WHEN ${viewCondition(query.filters.keadaan as RegionView)} THEN 1 ELSE 0 END) AS matching,
              SUM(CASE WHEN u.missing > 0 THEN 1 ELSE 0 END) AS unreported,
              SUM(CASE WHEN u.targeted = 0 THEN 1 ELSE 0 END) AS without,
              SUM(u."openFollowUps") AS "openFollowUps",
              ${COUNTED.map(name => `SUM(u.${name}) AS ${name}`).join(', ')} FROM ${from}`,
      statement.parameters,
    )
    const number = (name: string) => Number(row?.[name] ?? 0)
    return {
      matching: number('matching'),
      all: {
        units: number('units'),
        unreported: number('unreported'),
        without: number('without'),
        openFollowUps: number('openFollowUps'),
        targeted: number('targeted'),
        reached: number('reached'),
        near: number('near'),
        missed: number('missed'),
        missing: number('missing'),
      },
    }
  }

  /** Every commitment of some units in the quarters that are looked at. One statement. */
  cells(satkerIds: readonly string[], year: number, quarters: readonly Quarter[]): Promise<RegionCell[]> {
    return this.database.queryMany<RegionCell>(
      CELL_COLUMNS,
      `SELECT q.satker_id AS "satkerId", q.commitment_id AS "commitmentId", c.number, c.indicator, c.direction,
              q.quarter, q.target, q.realisation, q.state
         FROM performance_quarters q JOIN performance_commitments c ON c.id = q.commitment_id
        WHERE q.satker_id IN ${this.database.listOf('$1')} AND q.year = $2
          AND CAST(q.quarter AS TEXT) IN ${this.database.listOf('$3')}
        ORDER BY q.satker_id, c.number, c.id, q.quarter`,
      [JSON.stringify(satkerIds), year, JSON.stringify(quarters.map(String))],
    )
  }

  /** Years in which anything within the actor's reach was promised, the newest first. */
  async years(actor: Actor): Promise<number[]> {
    const scope = visibleCondition(actor, 'watch-performance', 's', 1)
    const rows = await this.database.query<{ year: number }>(
      `SELECT DISTINCT t.year FROM performance_standings t JOIN satker s ON s.id = t.satker_id
        WHERE ${scope.sql} ORDER BY t.year DESC`,
      scope.parameters,
    )
    return rows.map(row => row.year)
  }

  /** The kanwil within the actor's reach. */
  regions(actor: Actor): Promise<{ readonly id: string; readonly name: string }[]> {
    const scope = visibleCondition(actor, 'watch-performance', 's', 1)
    return this.database.query(
      `SELECT s.id, s.name FROM satker s WHERE ${scope.sql} AND s.level = 'kanwil' AND s.closed_at IS NULL
        ORDER BY LOWER(s.name), s.id`,
      scope.parameters,
    )
  }
}

/** `u`: every unit that is looked at, with its counts; units other than satker only where they promised something. */
function unitsFrom(statement: Statement, { actor, year, ended }: RegionOf, query: RegionQuery): string {
  const last = statement.value(ended)
  const counted = `SELECT t.satker_id, SUM(t.targeted) AS targeted, SUM(t.reached) AS reached, SUM(t.near) AS near,
      SUM(t.missed) AS missed, SUM(CASE WHEN t.quarter <= ${last} THEN t.targeted - t.reported ELSE 0 END) AS missing
      FROM performance_standings t WHERE t.year = ${statement.value(year)}
       AND t.quarter IN (${statement.list(quartersShown(query))}) GROUP BY t.satker_id`
  const asked = `SELECT f.satker_id, COUNT(*) AS open FROM performance_follow_ups f
      WHERE f.state <> 'closed' GROUP BY f.satker_id`
  const scope = visibleCondition(actor, 'watch-performance', 's', statement.parameters.length + 1)
  statement.parameters.push(...scope.parameters)
  const where = [scope.sql, 's.closed_at IS NULL', `(s.level = 'satker' OR t.targeted > 0)`]
  if (query.filters.wilayah)
    where.push(
      `s.path LIKE (SELECT k.path FROM satker k WHERE k.id = ${statement.value(query.filters.wilayah)}) || '%'`,
    )
  if (query.search) where.push(statement.contains(['s.name', 's.code'], query.search))
  return `(SELECT s.id, s.name, ${COUNTED.map(name => `COALESCE(t.${name}, 0) AS ${name}`).join(', ')},
      COALESCE(f.open, 0) AS "openFollowUps"
      FROM satker s LEFT JOIN (${counted}) t ON t.satker_id = s.id LEFT JOIN (${asked}) f ON f.satker_id = s.id
     WHERE ${where.join(' AND ')}) u`
}

function viewCondition(view: RegionView): string {
  const conditions: Readonly<Record<RegionView, string>> = {
    semua: '1 = 1',
    belum: 'u.missing > 0',
    tidak: 'u.missed > 0',
    tanpa: 'u.targeted = 0',
    tindak: 'u."openFollowUps" > 0',
  }
  return conditions[view]
}

const turn = (order: string): string =>
  order
    .split(/,(?![^(]*\))/)
    .map(one => (/ DESC$/.test(one) ? one.replace(/ DESC$/, '') : `${one} DESC`))
    .join(',')

const numbers = (row: RegionUnitRow) => ({
  targeted: Number(row.targeted),
  reached: Number(row.reached),
  near: Number(row.near),
  missed: Number(row.missed),
  missing: Number(row.missing),
  openFollowUps: Number(row.openFollowUps),
})
