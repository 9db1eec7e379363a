import type { Actor } from '../access/actor'
import { visibleCondition } from '../access/scope'
import type { Database } from '../db/database'
import { Statement } from '../db/statement'
import type { CommitmentRow, KeptCommitment, QuarterRow } from './commitment-facts'
import { CommitmentQuarter } from './commitment-quarter.entity'
import { Commitment } from './commitment.entity'
import {
  PERFORMANCE_PAGE,
  type PerformanceQuery,
  type PerformanceSort,
  type PerformanceView,
} from './performance-list'

/** How many commitments of a year there are of each kind, whatever is filtered. */
export type PerformanceCounts = Readonly<Record<PerformanceView, number>>

export interface CommitmentsOf {
  readonly satkerId: string
  /** Quarters of the year that have ended. */
  readonly ended: number
}

const COLUMNS = `c.id, c.satker_id AS "satkerId", s.name AS "satkerName", s.path AS "satkerPath",
  s.time_zone AS "timeZone", c.year, c.number, c.indicator, c.unit, c.direction, c.counting,
  c.year_target AS "yearTarget", c.version`
const FROM = 'FROM performance_commitments c JOIN satker s ON s.id = c.satker_id'
const QUARTER_COLUMNS = [
  'id',
  'commitmentId',
  'quarter',
  'target',
  'realisation',
  'obstacle',
  'strategy',
  'reportedOn',
  'reportedBy',
  'state',
  'version',
] as const
const QUARTERS_FROM = `SELECT q.id, q.commitment_id AS "commitmentId", q.quarter, q.target, q.realisation, q.obstacle,
  q.strategy, q.reported_on AS "reportedOn", q.reported_by AS "reportedBy", q.state, q.version
  FROM performance_quarters q`

const SORTS: Readonly<Record<PerformanceSort, string>> = {
  nomor: 'c.number',
  indikator: 'LOWER(c.indicator)',
}
const LAST_STATE = `(SELECT q.state FROM performance_quarters q WHERE q.commitment_id = c.id AND q.state <> ''
  ORDER BY q.quarter DESC LIMIT 1)`

export class CommitmentsRepository {
  constructor(private readonly database: Database) {}

  /** Those that match, in order, with their quarters; one page of them, or all. Two statements. */
  async rows(
    of: CommitmentsOf,
    query: PerformanceQuery,
    pages: 'page' | 'all' = 'page',
  ): Promise<KeptCommitment[]> {
    const statement = new Statement()
    const where = conditions(statement, of, query)
    const limit =
      pages === 'all' ? '' : ` LIMIT ${PERFORMANCE_PAGE} OFFSET ${(query.page - 1) * PERFORMANCE_PAGE}`
    const rows = await this.database.query<CommitmentRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE ${where}
        ORDER BY ${SORTS[query.sort]} ${query.descending ? 'DESC' : 'ASC'}, c.number, c.id${limit}`,
      statement.parameters,
    )
    return this.withQuarters(rows)
  }

  async total(of: CommitmentsOf, query: PerformanceQuery): Promise<number> {
    const statement = new Statement()
    const row = await this.database.one<{ found: number | string }>(
      `SELECT COUNT(*) AS found FROM performance_commitments c WHERE ${conditions(statement, of, query)}`,
      statement.parameters,
    )
    return Number(row?.found ?? 0)
  }

  async counts({ satkerId, ended }: CommitmentsOf, year: number): Promise<PerformanceCounts> {
    const statement = new Statement()
    const sum = (view: PerformanceView) =>
      `SUM(CASE WHEN ${viewCondition(view, statement, ended)} THEN 1 ELSE 0 END) AS ${view}`
    const row = await this.database.one<Record<PerformanceView, number | string | null>>(
      `SELECT ${sum('belum')}, ${sum('tidak')}, ${sum('hampir')}, ${sum('tercapai')}, COUNT(*) AS semua
         FROM performance_commitments c
        WHERE c.satker_id = ${statement.value(satkerId)} AND c.year = ${statement.value(year)}`,
      statement.parameters,
    )
    const count = (view: PerformanceView) => Number(row?.[view] ?? 0)
    return {
      semua: count('semua'),
      belum: count('belum'),
      tidak: count('tidak'),
      hampir: count('hampir'),
      tercapai: count('tercapai'),
    }
  }

  /** Years that have commitments, the newest first. */
  async years(satkerId: string): Promise<number[]> {
    const rows = await this.database.query<{ year: number }>(
      'SELECT DISTINCT year FROM performance_commitments WHERE satker_id = $1 ORDER BY year DESC',
      [satkerId],
    )
    return rows.map(row => row.year)
  }

  /** A commitment at a satker that the actor sees, by its id or that of one of its quarters. Two statements. */
  async visible(actor: Actor, id: string): Promise<KeptCommitment | undefined> {
    const scope = visibleCondition(actor, 'read-registers', 's', 1)
    const at = `$${scope.parameters.length + 1}`
    const row = await this.database.one<CommitmentRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE ${scope.sql}
          AND c.id = COALESCE((SELECT q.commitment_id FROM performance_quarters q WHERE q.id = ${at}), ${at})`,
      [...scope.parameters, id],
    )
    return row && (await this.withQuarters([row]))[0]
  }

  /** Every commitment of a satker in some years, in the order of the agreement. Two statements. */
  async known(satkerId: string, years: readonly number[]): Promise<KeptCommitment[]> {
    const rows = await this.database.query<CommitmentRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE c.satker_id = $1 AND CAST(c.year AS TEXT) IN ${this.database.listOf('$2')}
        ORDER BY c.year DESC, c.number, c.id`,
      [satkerId, JSON.stringify(years.map(String))],
    )
    return this.withQuarters(rows)
  }

  /** Keeps every other change of a satker's commitments waiting until the transaction ends. */
  hold(satkerId: string): Promise<void> {
    return this.database.lock('satker', satkerId)
  }

  insert(rows: readonly Partial<Commitment>[]): Promise<void> {
    return this.database.insert(Commitment, rows)
  }

  /** Adds commitments and replaces what people type about those that stand. */
  replace(rows: readonly Partial<Commitment>[]): Promise<void> {
    return this.database.insert(Commitment, rows, {
      key: ['id'],
      replace: ['indicator', 'indicatorKey', 'unit', 'direction', 'counting', 'yearTarget', 'version'],
    })
  }

  /** The same of quarters. */
  replaceQuarters(rows: readonly Partial<CommitmentQuarter>[]): Promise<void> {
    return this.database.insert(CommitmentQuarter, rows, {
      key: ['id'],
      replace: [
        'target',
        'realisation',
        'obstacle',
        'strategy',
        'reportedOn',
        'reportedBy',
        'state',
        'version',
      ],
    })
  }

  async removeQuarters(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return
    await this.database
      .writing()
      .query(`DELETE FROM performance_quarters WHERE id IN ${this.database.listOf('$1')}`, [
        JSON.stringify(ids),
      ])
  }

  async remove(id: string): Promise<void> {
    await this.database.writing().delete(CommitmentQuarter, { commitmentId: id })
    await this.database.writing().delete(Commitment, { id })
  }

  /** Counts a satker's quarters of some years anew; the same transaction changed them. */
  async restand(satkerId: string, years: readonly number[]): Promise<void> {
    const parameters = [satkerId, JSON.stringify(years.map(String))]
    const chosen = `satker_id = $1 AND CAST(year AS TEXT) IN ${this.database.listOf('$2')}`
    await this.database.writing().query(`DELETE FROM performance_standings WHERE ${chosen}`, parameters)
    await this.database.writing().query(
      `INSERT INTO performance_standings (satker_id, year, quarter, targeted, reported, reached, near, missed)
       SELECT satker_id, year, quarter, COUNT(*), COUNT(realisation), ${['reached', 'near', 'missed']
         .map(state => `SUM(CASE WHEN state = '${state}' THEN 1 ELSE 0 END)`)
         .join(', ')}
         FROM performance_quarters WHERE ${chosen} GROUP BY satker_id, year, quarter`,
      parameters,
    )
  }

  private async withQuarters(rows: readonly CommitmentRow[]): Promise<KeptCommitment[]> {
    const quarters = await this.database.queryMany<QuarterRow>(
      QUARTER_COLUMNS,
      `${QUARTERS_FROM} WHERE q.commitment_id IN ${this.database.listOf('$1')} ORDER BY q.commitment_id, q.quarter`,
      [JSON.stringify(rows.map(({ id }) => id))],
    )
    const byCommitment = new Map<string, QuarterRow[]>(rows.map(({ id }) => [id, []]))
    for (const quarter of quarters) byCommitment.get(quarter.commitmentId)?.push(quarter)
    return rows.map(row => ({ ...row, quarters: byCommitment.get(row.id) ?? [] }))
  }
}

function viewCondition(view: PerformanceView, statement: Statement, ended: number): string {
  if (view === 'semua') return '1 = 1'
  if (view === 'belum')
    return `EXISTS (SELECT 1 FROM performance_quarters q WHERE q.commitment_id = c.id AND q.realisation IS NULL
              AND q.quarter <= ${statement.value(ended)})`
  const states = { tidak: 'missed', hampir: 'near', tercapai: 'reached' } as const
  return `${LAST_STATE} = '${states[view]}'`
}

function conditions(
  statement: Statement,
  { satkerId, ended }: CommitmentsOf,
  query: PerformanceQuery,
): string {
  const { search, filters } = query
  const all = [
    `c.satker_id = ${statement.value(satkerId)}`,
    `c.year = ${statement.value(Number(filters.tahun))}`,
    viewCondition(filters.keadaan as PerformanceView, statement, ended),
  ]
  if (filters.area)
    all.push(`EXISTS (SELECT 1 FROM entry_supports e WHERE e.entry_id = c.id AND e.kind = 'area'
                AND e.target = ${statement.value(filters.area)})`)
  if (search) all.push(statement.contains(['c.indicator', 'c.unit'], search))
  return all.join(' AND ')
}
