import type { Actor } from '../access/actor'
import { visibleCondition } from '../access/scope'
import { Assessment } from '../assessments/assessment.entity'
import type { Database } from '../db/database'
import type { AssessmentStage } from '../engine/stages/stages'
import type { SatkerLevel } from '../satker/satker.entity'
import { Worksheet } from '../worksheets/worksheet.entity'

/** Which satker are looked at before opening. */
export interface OpeningFilter {
  readonly search: string
  readonly level: SatkerLevel | ''
  /** Only this unit and what is below it: its id. */
  readonly under: string
  /** Also those that have an assessment in the cycle. */
  readonly all: boolean
}

export interface CandidateRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly path: string
  readonly parentName: string | null
  readonly assessmentId: string | null
  readonly stage: AssessmentStage | null
  /** Of all pages. */
  readonly total: number | string
  /** Of all pages: those without an assessment. */
  readonly unopened: number | string
}

export interface ParentRow {
  readonly id: string
  readonly name: string
  readonly path: string
}

const FROM = `FROM satker s LEFT JOIN assessments a ON a.satker_id = s.id AND a.cycle_id = $1`
const PARENTS_LISTED = 500

const literally = (text: string) => text.replace(/[\\%_]/g, found => `\\${found}`)

export class OpeningsRepository {
  constructor(private readonly database: Database) {}

  /** Open satker within the actor's scope, in the order of the tree. */
  candidates(
    actor: Actor,
    cycleId: string,
    filter: OpeningFilter,
    page: { readonly limit: number; readonly offset: number },
  ): Promise<CandidateRow[]> {
    const { sql, parameters } = conditionOf(actor, cycleId, filter)
    return this.database.query<CandidateRow>(
      `SELECT s.id, s.code, s.name, s.path, p.name AS "parentName", a.id AS "assessmentId", a.stage,
              COUNT(*) OVER () AS total, SUM(CASE WHEN a.id IS NULL THEN 1 ELSE 0 END) OVER () AS unopened
         ${FROM} LEFT JOIN satker p ON p.id = s.parent_id
        WHERE ${sql} ORDER BY s.path LIMIT ${Number(page.limit)} OFFSET ${Number(page.offset)}`,
      parameters,
    )
  }

  /** The ids of all that a filter finds. */
  async found(actor: Actor, cycleId: string, filter: OpeningFilter): Promise<string[]> {
    const { sql, parameters } = conditionOf(actor, cycleId, filter)
    const rows = await this.database.query<{ id: string }>(
      `SELECT s.id ${FROM} WHERE ${sql} ORDER BY s.path`,
      parameters,
    )
    return rows.map(row => row.id)
  }

  /** Of these ids, those of open satker within the actor's scope. */
  async reached(actor: Actor, ids: readonly string[]): Promise<string[]> {
    const scope = visibleCondition(actor, 'manage-cycles', 's', 1)
    const list = this.database.listOf(`$${scope.parameters.length + 1}`)
    const rows = await this.database.query<{ id: string }>(
      `SELECT s.id FROM satker s WHERE ${scope.sql} AND s.id IN ${list} AND s.closed_at IS NULL ORDER BY s.path`,
      [...scope.parameters, JSON.stringify(ids)],
    )
    return rows.map(row => row.id)
  }

  /** Units that have others below them, for choosing a branch. */
  parents(actor: Actor): Promise<ParentRow[]> {
    const scope = visibleCondition(actor, 'manage-cycles', 's', 1)
    return this.database.query<ParentRow>(
      `SELECT s.id, s.name, s.path FROM satker s
        WHERE ${scope.sql} AND s.level <> 'satker' AND s.closed_at IS NULL ORDER BY s.path LIMIT ${PARENTS_LISTED}`,
      scope.parameters,
    )
  }

  /** Of these satker, those that are open and have no assessment in the cycle yet. */
  async withoutAssessment(cycleId: string, ids: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT s.id ${FROM} WHERE s.id IN ${this.database.listOf('$2')} AND s.closed_at IS NULL AND a.id IS NULL`,
      [cycleId, JSON.stringify(ids)],
    )
    return rows.map(row => row.id)
  }

  async insert(assessments: readonly Partial<Assessment>[], worksheets: readonly Partial<Worksheet>[]) {
    await this.database.insert(Assessment, assessments)
    await this.database.insert(Worksheet, worksheets)
  }
}

function conditionOf(actor: Actor, cycleId: string, { search, level, under, all }: OpeningFilter) {
  const scope = visibleCondition(actor, 'manage-cycles', 's', 2)
  const parameters: string[] = [cycleId, ...scope.parameters]
  const next = (value: string) => `$${parameters.push(value)}`
  const conditions = [scope.sql, 's.closed_at IS NULL']
  if (search) {
    const pattern = `%${literally(search.toLowerCase())}%`
    conditions.push(
      `(LOWER(s.name) LIKE ${next(pattern)} ESCAPE '\\' OR LOWER(s.code) LIKE ${next(pattern)} ESCAPE '\\')`,
    )
  }
  if (level) conditions.push(`s.level = ${next(level)}`)
  if (under) conditions.push(`s.path LIKE (SELECT u.path FROM satker u WHERE u.id = ${next(under)}) || '%'`)
  if (!all) conditions.push('a.id IS NULL')
  return { sql: conditions.join(' AND '), parameters }
}
