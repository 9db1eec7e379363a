import type { Actor } from '../access/actor'
import { visibleCondition } from '../access/scope'
import type { Database } from '../db/database'
import { Statement } from '../db/statement'
import { inAreaCondition } from '../registers/area-filter'
import { AGREEMENT_STATES, type AgreementState } from '../engine/agreements/agreement-state'
import type { AgreementRow, StandingAgreement } from './agreement-facts'
import { AGREEMENTS_PAGE, type AgreementQuery, type AgreementSort } from './agreement-list'
import { Agreement } from './agreement.entity'
import { standingAgreements, troubleOf } from './standing-agreements'

/** How many there are in each state, whatever is filtered. */
export type StateCounts = Readonly<Record<AgreementState, number>>

/** The agreements of one unit on one day. */
export interface AgreementsOf {
  readonly satkerId: string
  readonly today: string
}

const COLUMNS = `a.id, a.satker_id AS "satkerId", s.name AS "satkerName", s.path AS "satkerPath",
  s.code AS "satkerCode", s.letterhead, s.time_zone AS "timeZone", a.realm, a.kind, a.partner,
  a.partner_kind AS "partnerKind", a.number, a.title, a.scope, a.signed_on AS "signedOn", a.signed_by AS "signedBy",
  a.valid_from AS "validFrom", a.valid_until AS "validUntil", a.evaluate_every AS "evaluateEvery",
  a.next_evaluation_on AS "nextEvaluationOn", a.published, a.version`

const SORTS: Readonly<Record<AgreementSort, string>> = {
  keadaan: troubleOf('a.state'),
  judul: 'LOWER(a.title)',
  mitra: 'LOWER(a.partner)',
  tandatangan: 'a.signed_on',
  berakhir: 'a.valid_until',
}

const ofSatker = (satkerId: string) => (statement: Statement, agreement: string) =>
  `${agreement}.satker_id = ${statement.value(satkerId)}`

type Raw<Row> = Omit<Row, 'published'> & { readonly published: boolean | number }

export class AgreementsRepository {
  constructor(private readonly database: Database) {}

  /** Those who match, in order; one page of them, or all. One statement. */
  async rows(
    of: AgreementsOf,
    query: AgreementQuery,
    pages: 'page' | 'all' = 'page',
  ): Promise<StandingAgreement[]> {
    const statement = new Statement()
    const standing = standingAgreements(statement, of.today, ofSatker(of.satkerId))
    const where = conditions(statement, query)
    const limit =
      pages === 'all' ? '' : ` LIMIT ${AGREEMENTS_PAGE} OFFSET ${(query.page - 1) * AGREEMENTS_PAGE}`
    const rows = await this.database.query<Raw<StandingAgreement>>(
      `SELECT ${COLUMNS}, a.tasks, a.realised, a.late, a.state FROM (${standing}) a
         JOIN satker s ON s.id = a.satker_id WHERE ${where}
        ORDER BY ${SORTS[query.sort]} ${query.descending ? 'DESC' : 'ASC'}, a.valid_until, LOWER(a.title), a.id${limit}`,
      statement.parameters,
    )
    return rows.map(standingOf)
  }

  async total(of: AgreementsOf, query: AgreementQuery): Promise<number> {
    const statement = new Statement()
    const standing = standingAgreements(statement, of.today, ofSatker(of.satkerId))
    const row = await this.database.one<{ agreements: number | string }>(
      `SELECT COUNT(*) AS agreements FROM (${standing}) a WHERE ${conditions(statement, query)}`,
      statement.parameters,
    )
    return Number(row?.agreements ?? 0)
  }

  async counts(of: AgreementsOf): Promise<StateCounts> {
    const statement = new Statement()
    const standing = standingAgreements(statement, of.today, ofSatker(of.satkerId))
    const rows = await this.database.query<{ state: AgreementState; agreements: number | string }>(
      `SELECT a.state, COUNT(*) AS agreements FROM (${standing}) a GROUP BY a.state`,
      statement.parameters,
    )
    const found = new Map(rows.map(({ state, agreements }) => [state, Number(agreements)]))
    return Object.fromEntries(AGREEMENT_STATES.map(state => [state, found.get(state) ?? 0])) as Record<
      AgreementState,
      number
    >
  }

  /** An agreement of a unit that the actor sees. */
  async visible(actor: Actor, id: string): Promise<AgreementRow | undefined> {
    const scope = visibleCondition(actor, 'read-agreements', 's', 1)
    const row = await this.database.one<Raw<AgreementRow>>(
      `SELECT ${COLUMNS} FROM agreements a JOIN satker s ON s.id = a.satker_id
        WHERE ${scope.sql} AND a.id = $${scope.parameters.length + 1}`,
      [...scope.parameters, id],
    )
    return row && rowOf(row)
  }

  /** Everything that a unit has, in the order in which it was signed. */
  async known(satkerId: string): Promise<AgreementRow[]> {
    const rows = await this.database.query<Raw<AgreementRow>>(
      `SELECT ${COLUMNS} FROM agreements a JOIN satker s ON s.id = a.satker_id WHERE a.satker_id = $1
        ORDER BY a.signed_on, a.id`,
      [satkerId],
    )
    return rows.map(rowOf)
  }

  /** How many a unit has. */
  async amount(satkerId: string): Promise<number> {
    const row = await this.database.one<{ amount: number | string }>(
      'SELECT COUNT(*) AS amount FROM agreements WHERE satker_id = $1',
      [satkerId],
    )
    return Number(row?.amount ?? 0)
  }

  /** Keeps every other change of a unit's agreements waiting until the transaction ends. */
  hold(satkerId: string): Promise<void> {
    return this.database.lock('satker', satkerId)
  }

  insert(rows: readonly Partial<Agreement>[]): Promise<void> {
    return this.database.insert(Agreement, rows)
  }

  /** New agreements, and those that stand with what a file says of them. */
  replace(rows: readonly Partial<Agreement>[]): Promise<void> {
    return this.database.insert(Agreement, rows, {
      key: ['id'],
      replace: [
        'realm',
        'kind',
        'partner',
        'partnerKind',
        'title',
        'scope',
        'signedOn',
        'signedBy',
        'validFrom',
        'validUntil',
        'evaluateEvery',
        'nextEvaluationOn',
        'published',
        'version',
        'changedAt',
      ],
    })
  }

  /** By when agreements that stand are to be evaluated next, in one statement; every other fact stays. */
  replaceNextEvaluations(rows: readonly Partial<Agreement>[]): Promise<void> {
    return this.database.insert(Agreement, rows, { key: ['id'], replace: ['nextEvaluationOn'] })
  }

  async update(id: string, changes: Partial<Agreement>): Promise<void> {
    await this.database.writing().update(Agreement, { id }, changes)
  }

  /** Takes an agreement away with everything that stands under it. */
  async remove(id: string): Promise<void> {
    const writing = this.database.writing()
    await writing.query('DELETE FROM agreement_evaluations WHERE agreement_id = $1', [id])
    await writing.query('DELETE FROM agreement_tasks WHERE agreement_id = $1', [id])
    await writing.delete(Agreement, { id })
  }
}

const rowOf = (row: Raw<AgreementRow>): AgreementRow => ({
  ...row,
  published: Boolean(row.published),
})

const standingOf = (row: Raw<StandingAgreement>): StandingAgreement => ({
  ...row,
  published: Boolean(row.published),
  tasks: Number(row.tasks),
  realised: Number(row.realised),
  late: Number(row.late),
})

function conditions(statement: Statement, { search, filters }: AgreementQuery): string {
  const all = ['1 = 1']
  if (filters.keadaan) all.push(`a.state = ${statement.value(filters.keadaan)}`)
  if (filters.lingkup) all.push(`a.realm = ${statement.value(filters.lingkup)}`)
  if (filters.jenis) all.push(`a.kind = ${statement.value(filters.jenis)}`)
  if (filters.area) all.push(inAreaCondition(statement, 'a.id', filters.area))
  if (search) all.push(statement.contains(['a.title', 'a.partner', 'a.number', 'a.scope'], search))
  return all.join(' AND ')
}
