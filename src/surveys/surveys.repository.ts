import type { Actor } from '../access/actor'
import { visibleCondition } from '../access/scope'
import type { Database } from '../db/database'
import { Statement } from '../db/statement'
import { inAreaCondition } from '../registers/area-filter'
import type { SurveyRow } from './survey-facts'
import { SurveyRound } from './survey-round.entity'
import { SURVEYS_PAGE, type SurveySort, type SurveysQuery, type SurveyView } from './surveys-list'

/** How many there are of each kind, whatever is filtered. */
export type SurveyCounts = Readonly<Record<SurveyView, number>>

const COLUMNS = `v.id, v.satker_id AS "satkerId", s.name AS "satkerName", s.path AS "satkerPath",
  s.time_zone AS "timeZone", v.kind, v.held_from AS "heldFrom", v.held_until AS "heldUntil", v.method, v.population,
  v.respondents, v.scale, v.index_value AS "index", v.conducted_by AS "conductedBy", v.version`
const FROM = 'FROM survey_rounds v JOIN satker s ON s.id = v.satker_id'
const EXTERNAL = `v.kind IN ('IPAK', 'IPKP')`

const VIEWS: Readonly<Record<SurveyView, string>> = {
  semua: '1 = 1',
  internal: `NOT ${EXTERNAL}`,
  eksternal: EXTERNAL,
}

const SORTS: Readonly<Record<SurveySort, string>> = {
  periode: 'v.held_from',
  jenis: 'v.kind',
  responden: 'v.respondents',
}

export class SurveysRepository {
  constructor(private readonly database: Database) {}

  /** Those that match, in order; one page of them, or all. One statement. */
  rows(satkerId: string, query: SurveysQuery, pages: 'page' | 'all' = 'page'): Promise<SurveyRow[]> {
    const statement = new Statement()
    const where = conditions(statement, satkerId, query)
    const limit = pages === 'all' ? '' : ` LIMIT ${SURVEYS_PAGE} OFFSET ${(query.page - 1) * SURVEYS_PAGE}`
    return this.database.query<SurveyRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE ${where}
        ORDER BY ${SORTS[query.sort]} ${query.descending ? 'DESC' : 'ASC'}, v.held_from, v.kind, v.id${limit}`,
      statement.parameters,
    )
  }

  async total(satkerId: string, query: SurveysQuery): Promise<number> {
    const statement = new Statement()
    const row = await this.database.one<{ rounds: number | string }>(
      `SELECT COUNT(*) AS rounds FROM survey_rounds v WHERE ${conditions(statement, satkerId, query)}`,
      statement.parameters,
    )
    return Number(row?.rounds ?? 0)
  }

  async counts(satkerId: string): Promise<SurveyCounts> {
    const row = await this.database.one<Record<SurveyView, number | string | null>>(
      `SELECT COUNT(*) AS semua, SUM(CASE WHEN ${VIEWS.internal} THEN 1 ELSE 0 END) AS internal,
              SUM(CASE WHEN ${EXTERNAL} THEN 1 ELSE 0 END) AS eksternal FROM survey_rounds v WHERE v.satker_id = $1`,
      [satkerId],
    )
    const count = (view: SurveyView) => Number(row?.[view] ?? 0)
    return { semua: count('semua'), internal: count('internal'), eksternal: count('eksternal') }
  }

  /** Rounds that ended in a year, in order. */
  endedIn(satkerId: string, year: string): Promise<SurveyRow[]> {
    return this.database.query<SurveyRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE v.satker_id = $1 AND v.held_until BETWEEN $2 AND $3
        ORDER BY v.held_until, v.id`,
      [satkerId, `${year}-01-01`, `${year}-12-31`],
    )
  }

  /** A round at a satker whose registers the actor reads. */
  visible(actor: Actor, id: string): Promise<SurveyRow | undefined> {
    const scope = visibleCondition(actor, 'read-registers', 's', 1)
    return this.database.one<SurveyRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE ${scope.sql} AND v.id = $${scope.parameters.length + 1}`,
      [...scope.parameters, id],
    )
  }

  known(satkerId: string): Promise<SurveyRow[]> {
    return this.database.query<SurveyRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE v.satker_id = $1 ORDER BY v.held_from, v.id`,
      [satkerId],
    )
  }

  /** Keeps every other change of a satker's register waiting until the transaction ends. */
  hold(satkerId: string): Promise<void> {
    return this.database.lock('satker', satkerId)
  }

  /** Writes new rows, and over those that stand. */
  put(rows: readonly Partial<SurveyRound>[]): Promise<void> {
    return this.database.insert(SurveyRound, rows, {
      key: ['id'],
      replace: [
        'kind',
        'heldFrom',
        'heldUntil',
        'method',
        'population',
        'respondents',
        'scale',
        'index',
        'conductedBy',
        'version',
      ],
    })
  }

  async remove(id: string): Promise<void> {
    await this.database.writing().delete(SurveyRound, { id })
  }
}

function conditions(statement: Statement, satkerId: string, { search, filters }: SurveysQuery): string {
  const all = [`v.satker_id = ${statement.value(satkerId)}`, VIEWS[filters.sumber as SurveyView]]
  if (filters.jenis) all.push(`v.kind = ${statement.value(filters.jenis)}`)
  if (filters.tahun)
    all.push(
      `v.held_until BETWEEN ${statement.value(`${filters.tahun}-01-01`)} AND ${statement.value(`${filters.tahun}-12-31`)}`,
    )
  if (filters.area) all.push(inAreaCondition(statement, 'v.id', filters.area))
  if (search) all.push(statement.contains(['v.conducted_by', 'v.method', 'v.kind'], search))
  return all.join(' AND ')
}
