import type { Database } from '../db/database'
import { Statement } from '../db/statement'
import { PUBLIC_PAGE, type PublicAgreement, type PublicQuery, type PublicSort } from './public-list'

const SORTS: Readonly<Record<PublicSort, readonly [column: string, upwards: boolean]>> = {
  baru: ['a.valid_from', false],
  judul: ['LOWER(a.title)', true],
  unit: ['LOWER(s.name)', true],
  berakhir: ['a.valid_until', true],
}
const FROM = 'FROM agreements a JOIN satker s ON s.id = a.satker_id'

export class PublicAgreementsRepository {
  constructor(private readonly database: Database) {}

  /** Changes with every change of what is published: how many, how often they and their units were changed, when last. */
  async stamp(): Promise<string> {
    const row = await this.database.one<
      Record<'agreements' | 'versions' | 'units', number> & { last: string | null }
    >(
      `SELECT COUNT(*) AS agreements, COALESCE(SUM(a.version), 0) AS versions, MAX(a.changed_at) AS last,
              COALESCE(SUM(s.version), 0) AS units
         ${FROM} WHERE a.published`,
    )
    return `${row?.agreements} ${row?.versions} ${row?.units} ${row?.last}`
  }

  rows(query: PublicQuery, today: string): Promise<PublicAgreement[]> {
    const statement = new Statement()
    const where = conditions(statement, query, today)
    const [column, upwards] = SORTS[query.sort]
    return this.database.query<PublicAgreement>(
      `SELECT a.id, a.realm, a.kind, a.partner, a.number, a.title, a.scope, a.valid_from AS "validFrom",
              a.valid_until AS "validUntil", s.name AS "satkerName"
         ${FROM} WHERE ${where}
        ORDER BY ${column} ${upwards === query.descending ? 'DESC' : 'ASC'}, a.id
        LIMIT ${PUBLIC_PAGE} OFFSET ${(query.page - 1) * PUBLIC_PAGE}`,
      statement.parameters,
    )
  }

  async total(query: PublicQuery, today: string): Promise<number> {
    const statement = new Statement()
    const row = await this.database.one<{ agreements: number | string }>(
      `SELECT COUNT(*) AS agreements ${FROM} WHERE ${conditions(statement, query, today)}`,
      statement.parameters,
    )
    return Number(row?.agreements ?? 0)
  }
}

function conditions(statement: Statement, { search, filters }: PublicQuery, today: string): string {
  const all = ['a.published']
  if (filters.masa === 'berlaku') all.push(`a.valid_until >= ${statement.value(today)}`)
  if (filters.masa === 'berakhir') all.push(`a.valid_until < ${statement.value(today)}`)
  if (filters.lingkup) all.push(`a.realm = ${statement.value(filters.lingkup)}`)
  if (filters.jenis) all.push(`a.kind = ${statement.value(filters.jenis)}`)
  if (search) all.push(statement.contains(['a.title', 'a.partner', 'a.number', 'a.scope', 's.name'], search))
  return all.join(' AND ')
}
