import type { Actor } from '../access/actor'
import { visibleCondition } from '../access/scope'
import type { Database } from '../db/database'
import { Statement } from '../db/statement'
import { inAreaCondition } from '../registers/area-filter'
import type { InputRow } from './input-facts'
import {
  ALL_YEARS,
  INPUTS_PAGE,
  INPUT_VIEWS,
  type InputSort,
  type InputsQuery,
  type InputView,
} from './inputs-list'
import { StakeholderInput } from './stakeholder-input.entity'

/** How many there are of each kind in the year that is looked at. */
export type InputCounts = Readonly<Record<InputView, number>>

/** The year so far in numbers. */
export interface InputsOfYear {
  readonly entries: number
  /** Months reported before the present one. */
  readonly months: number
  readonly inProcess: number
  /** Consultations, audiences and other inputs that nothing came of yet. */
  readonly open: number
}

const COLUMNS = `i.id, i.satker_id AS "satkerId", s.name AS "satkerName", s.path AS "satkerPath",
  s.time_zone AS "timeZone", i.kind, i.happened_on AS "happenedOn", i.subject, i.stakeholder, i.people, i.asked,
  i.decided, i.follow_up AS "followUp", i.followed_up_on AS "followedUpOn", i.received, i.done,
  i.in_process AS "inProcess", i.average_days AS "averageDays", i.version`
const FROM = 'FROM stakeholder_inputs i JOIN satker s ON s.id = i.satker_id'

const SORTS: Readonly<Record<InputSort, string>> = {
  tanggal: 'i.happened_on',
  perihal: 'LOWER(i.subject)',
  orang: 'COALESCE(i.people, i.received, 0)',
}

const NOTHING_CAME = `(CASE WHEN i.kind = 'pengaduan' THEN i.in_process > 0 ELSE i.followed_up_on IS NULL END)`

export class InputsRepository {
  constructor(private readonly database: Database) {}

  /** Those that match, in order; one page of them, or all. One statement. */
  rows(satkerId: string, query: InputsQuery, pages: 'page' | 'all' = 'page'): Promise<InputRow[]> {
    const statement = new Statement()
    const where = conditions(statement, satkerId, query)
    const limit = pages === 'all' ? '' : ` LIMIT ${INPUTS_PAGE} OFFSET ${(query.page - 1) * INPUTS_PAGE}`
    return this.database.query<InputRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE ${where}
        ORDER BY ${SORTS[query.sort]} ${query.descending ? 'DESC' : 'ASC'}, i.happened_on, i.id${limit}`,
      statement.parameters,
    )
  }

  async total(satkerId: string, query: InputsQuery): Promise<number> {
    const statement = new Statement()
    const row = await this.database.one<{ inputs: number | string }>(
      `SELECT COUNT(*) AS inputs FROM stakeholder_inputs i WHERE ${conditions(statement, satkerId, query)}`,
      statement.parameters,
    )
    return Number(row?.inputs ?? 0)
  }

  async counts(satkerId: string, query: InputsQuery): Promise<InputCounts> {
    const statement = new Statement()
    const sum = (view: InputView) =>
      `SUM(CASE WHEN ${viewCondition(view, statement)} THEN 1 ELSE 0 END) AS "${view}"`
    const row = await this.database.one<Record<InputView, number | string | null>>(
      `SELECT ${INPUT_VIEWS.map(sum).join(', ')} FROM stakeholder_inputs i
        WHERE i.satker_id = ${statement.value(satkerId)}${yearCondition(statement, query.filters.tahun)}`,
      statement.parameters,
    )
    return Object.fromEntries(INPUT_VIEWS.map(view => [view, Number(row?.[view] ?? 0)])) as InputCounts
  }

  /** Months of complaints of a year, in order. */
  complaints(satkerId: string, year: string): Promise<InputRow[]> {
    return this.database.query<InputRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE i.satker_id = $1 AND i.month BETWEEN $2 AND $3 ORDER BY i.month`,
      [satkerId, `${year}-01`, `${year}-12`],
    )
  }

  async ofYear(satkerId: string, today: string): Promise<InputsOfYear> {
    const row = await this.database.one<Record<keyof InputsOfYear, number | string | null>>(
      `SELECT COUNT(*) AS entries, SUM(CASE WHEN i.month < $1 THEN 1 ELSE 0 END) AS months,
              SUM(COALESCE(i.in_process, 0)) AS "inProcess",
              SUM(CASE WHEN i.kind <> 'pengaduan' AND i.followed_up_on IS NULL THEN 1 ELSE 0 END) AS open
         FROM stakeholder_inputs i WHERE i.satker_id = $2 AND i.happened_on BETWEEN $3 AND $4`,
      [today.slice(0, 7), satkerId, `${today.slice(0, 4)}-01-01`, `${today.slice(0, 4)}-12-31`],
    )
    return {
      entries: Number(row?.entries ?? 0),
      months: Number(row?.months ?? 0),
      inProcess: Number(row?.inProcess ?? 0),
      open: Number(row?.open ?? 0),
    }
  }

  /** An input at a satker whose registers the actor reads. */
  visible(actor: Actor, id: string): Promise<InputRow | undefined> {
    const scope = visibleCondition(actor, 'read-registers', 's', 1)
    return this.database.one<InputRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE ${scope.sql} AND i.id = $${scope.parameters.length + 1}`,
      [...scope.parameters, id],
    )
  }

  known(satkerId: string): Promise<InputRow[]> {
    return this.database.query<InputRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE i.satker_id = $1 ORDER BY i.happened_on, i.id`,
      [satkerId],
    )
  }

  /** Keeps every other change of a satker's register waiting until the transaction ends. */
  hold(satkerId: string): Promise<void> {
    return this.database.lock('satker', satkerId)
  }

  /** Writes new rows, and over those that stand. */
  put(rows: readonly Partial<StakeholderInput>[]): Promise<void> {
    return this.database.insert(StakeholderInput, rows, {
      key: ['id'],
      replace: [
        'kind',
        'month',
        'happenedOn',
        'subject',
        'stakeholder',
        'people',
        'asked',
        'decided',
        'followUp',
        'followedUpOn',
        'received',
        'done',
        'inProcess',
        'averageDays',
        'version',
      ],
    })
  }

  async remove(id: string): Promise<void> {
    await this.database.writing().delete(StakeholderInput, { id })
  }
}

function viewCondition(view: InputView, statement: Statement): string {
  if (view === 'semua') return '1 = 1'
  return view === 'belum' ? NOTHING_CAME : `i.kind = ${statement.value(view)}`
}

const yearCondition = (statement: Statement, year: string): string =>
  year === ALL_YEARS
    ? ''
    : ` AND i.happened_on BETWEEN ${statement.value(`${year}-01-01`)} AND ${statement.value(`${year}-12-31`)}`

function conditions(statement: Statement, satkerId: string, { search, filters }: InputsQuery): string {
  const all = [
    `i.satker_id = ${statement.value(satkerId)}${yearCondition(statement, filters.tahun)}`,
    viewCondition(filters.jenis as InputView, statement),
  ]
  if (filters.pihak) all.push(`i.stakeholder = ${statement.value(filters.pihak)}`)
  if (filters.area) all.push(inAreaCondition(statement, 'i.id', filters.area))
  if (search) all.push(statement.contains(['i.subject', 'i.asked', 'i.decided', 'i.follow_up'], search))
  return all.join(' AND ')
}
