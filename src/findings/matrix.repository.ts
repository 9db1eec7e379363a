import type { Actor } from '../access/actor'
import { visibleCondition } from '../access/scope'
import type { Database } from '../db/database'
import { Statement } from '../db/statement'
import type { ReadinessVerdict } from '../engine/rules/readiness'
import {
  MATRIX_VIEWS,
  matrixPageSize,
  type MatrixQuery,
  type MatrixSort,
  type MatrixView,
} from './matrix-list'
import { dismissed, troubledUnits, VIEW_CONDITIONS, type MatrixOf } from './matrix-units'
import type { RecommendationStatus } from './finding-outcomes'

/** An assessment of the cycle with how much trouble its unit has; what was dismissed counts for nothing. */
export interface MatrixUnitRow {
  readonly id: string
  readonly name: string
  /** Exact, as `n/d`. */
  readonly substantiated: string | null
  /** Null where the rules were never read. */
  readonly verdict: ReadinessVerdict | null
  readonly danger: number
  /** Recommendations past their day. */
  readonly late: number
}

/** One recommendation or one pitfall of one unit: what the rules say of it, or what people say. */
export interface MatrixCellRow {
  readonly assessmentId: string
  readonly rule: string
  /** What people say; '' in a row of the rules. */
  readonly said: RecommendationStatus | ''
  readonly dueOn: string | null
  /** What the rules say; '' in a row of people. */
  readonly level: string
  /** 0/1 */
  readonly dismissed: number
}

const CELL_COLUMNS = ['assessmentId', 'rule', 'said', 'level', 'dismissed', 'dueOn'] as const

export interface MatrixSums {
  /** How many units each view would keep. */
  readonly views: Readonly<Record<MatrixView, number>>
  /** Of the units that are kept, by the number of their dangers, the most first. */
  readonly dangers: readonly { readonly dangers: number; readonly units: number }[]
  readonly kept: number
  readonly unread: number
  /** Recommendations past their day, and at how many of the units that are kept. */
  readonly late: number
  readonly lateUnits: number
}

export interface MatrixCycle {
  readonly year: number
  readonly title: string
}

type Order = readonly (readonly [key: string, way: 'ASC' | 'DESC'])[]

const BY_NAME: Order = [
  ['LOWER(u.name)', 'ASC'],
  ['u.id', 'ASC'],
]

/** Among units without trouble those stand first of which nothing is known. */
const ORDERS: Readonly<Record<MatrixSort, Order>> = {
  masalah: [
    ['u.danger', 'DESC'],
    ['u.late', 'DESC'],
    ['u.caution', 'DESC'],
    ['CASE WHEN u.verdict IS NULL THEN 0 ELSE 1 END', 'ASC'],
    ...BY_NAME,
  ],
  nama: BY_NAME,
  terbukti: [['u.micro', 'ASC'], ...BY_NAME],
}

export class MatrixRepository {
  constructor(private readonly database: Database) {}

  /** The units that match, in order; one page of them, or all. One statement, whatever the number of units. */
  async units(of: MatrixOf, query: MatrixQuery, pages: 'page' | 'all'): Promise<MatrixUnitRow[]> {
    const statement = new Statement()
    const units = troubledUnits(statement, of, query)
    const size = matrixPageSize(query.filters.tampilan)
    const limit = pages === 'all' ? '' : ` LIMIT ${size} OFFSET ${(query.page - 1) * size}`
    const rows = await this.database.query<MatrixUnitRow>(
      `${units} SELECT u.id, u.name, u.substantiated, u.verdict, u.danger, u.late FROM u
        WHERE ${VIEW_CONDITIONS[query.filters.keadaan as MatrixView]} ORDER BY ${orderOf(query)}${limit}`,
      statement.parameters,
    )
    return rows.map(row => ({ ...row, danger: Number(row.danger), late: Number(row.late) }))
  }

  /** Over everything that matches, whatever the page; the views over all that the other filters leave. One statement. */
  async sums(of: MatrixOf, query: MatrixQuery): Promise<MatrixSums> {
    const statement = new Statement()
    const units = troubledUnits(statement, of, query)
    const rows = await this.database.query<Record<string, number | string>>(
      `${units} SELECT x.* FROM (
         SELECT u.danger, CASE WHEN ${VIEW_CONDITIONS[query.filters.keadaan as MatrixView]} THEN 1 ELSE 0 END AS kept,
                COUNT(*) AS units, SUM(u.late) AS late, SUM(CASE WHEN u.late > 0 THEN 1 ELSE 0 END) AS "lateUnits",
                SUM(CASE WHEN u.verdict IS NULL THEN 1 ELSE 0 END) AS unread,
                ${MATRIX_VIEWS.map(view => `SUM(CASE WHEN ${VIEW_CONDITIONS[view]} THEN 1 ELSE 0 END) AS "${view}"`).join(', ')}
           FROM u GROUP BY 1, 2) x ORDER BY x.danger DESC`,
      statement.parameters,
    )
    const kept = rows.filter(row => Number(row['kept']) === 1)
    return {
      views: Object.fromEntries(MATRIX_VIEWS.map(view => [view, total(rows, view)])) as MatrixSums['views'],
      dangers: kept.map(row => ({ dangers: Number(row['danger']), units: Number(row['units']) })),
      kept: total(kept, 'units'),
      unread: total(kept, 'unread'),
      late: total(kept, 'late'),
      lateUnits: total(kept, 'lateUnits'),
    }
  }

  /** What the rules and what people say of the pitfalls and recommendations of some units. One statement. */
  cells(assessmentIds: readonly string[]): Promise<MatrixCellRow[]> {
    const ids = JSON.stringify(assessmentIds)
    return this.database.queryMany<MatrixCellRow>(
      CELL_COLUMNS,
      `SELECT l.assessment_id AS "assessmentId", l.rule, '' AS said, l.level,
              CASE WHEN ${dismissed('l')} THEN 1 ELSE 0 END AS dismissed, NULL AS "dueOn"
         FROM finding_levels l
        WHERE l.assessment_id IN ${this.database.listOf('$1')} AND l.family IN ('pitfall', 'recommendation')
       UNION ALL
       SELECT s.assessment_id, 'recommendation-' || s.number, s.status, '', 0, s.due_on
         FROM recommendation_states s WHERE s.assessment_id IN ${this.database.listOf('$2')}`,
      [ids, ids],
    )
  }

  /** Cycles in which the actor sees any assessment: those in which work goes on, then the others, the newest first. */
  cycles(actor: Actor): Promise<MatrixCycle[]> {
    const scope = visibleCondition(actor, 'watch-findings', 's', 1)
    return this.database.query<MatrixCycle>(
      `SELECT c.year, c.title FROM cycles c JOIN assessments a ON a.cycle_id = c.id JOIN satker s ON s.id = a.satker_id
        WHERE ${scope.sql} GROUP BY c.id, c.year, c.title
        ORDER BY MAX(CASE WHEN a.stage = 'final' THEN 0 ELSE 1 END) DESC, c.year DESC`,
      scope.parameters,
    )
  }

  /** The kanwil above units that the actor sees. */
  regions(actor: Actor): Promise<{ readonly id: string; readonly name: string }[]> {
    const scope = visibleCondition(actor, 'watch-findings', 's', 1)
    return this.database.query(
      `SELECT k.id, k.name FROM satker k WHERE k.level = 'kanwil' AND EXISTS (
         SELECT 1 FROM satker s JOIN assessments a ON a.satker_id = s.id WHERE ${scope.sql} AND s.path LIKE k.path || '%')
        ORDER BY LOWER(k.name), k.id`,
      scope.parameters,
    )
  }
}

const orderOf = ({ sort, descending }: MatrixQuery): string =>
  ORDERS[sort].map(([key, way]) => `${key} ${descending === (way === 'ASC') ? 'DESC' : 'ASC'}`).join(', ')

const total = (rows: readonly Record<string, number | string>[], name: string): number =>
  rows.reduce((sum, row) => sum + Number(row[name] ?? 0), 0)
