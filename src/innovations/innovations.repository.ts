import type { Actor } from '../access/actor'
import { visibleCondition } from '../access/scope'
import type { Database } from '../db/database'
import { Statement } from '../db/statement'
import { inAreaCondition } from '../registers/area-filter'
import type { InnovationDraft, InnovationRow, NeedProof } from './innovation-facts'
import {
  INNOVATIONS_PAGE,
  RUN_VIEWS,
  type InnovationQuery,
  type InnovationSort,
  type RunView,
} from './innovation-list'
import { Innovation } from './innovation.entity'

/** How many there are of each kind, whatever is filtered. */
export type InnovationCounts = Readonly<Record<RunView, number>>

/** A row without what the registers keep of it. */
export type StoredInnovation = Omit<InnovationRow, 'areas' | 'questions' | 'proofs'>

interface InnovationsOf {
  readonly satkerId: string
  /** The civil date there. */
  readonly today: string
}

const COLUMNS = `i.id, i.satker_id AS "satkerId", s.name AS "satkerName", s.path AS "satkerPath",
  s.time_zone AS "timeZone", i.name, i.need, i.proof_link AS "proofLink", i.started_on AS "startedOn",
  i.ended_on AS "endedOn", i.atm, i.source_unit AS "sourceUnit", i.modification, i.indicator, i.unit, i.better,
  i.before_value AS "beforeValue", i.before_on AS "beforeOn", i.after_value AS "afterValue",
  i.after_on AS "afterOn", i.used_by AS "usedBy", i.users, i.copies, i.integrated_on AS "integratedOn",
  i.integration, i.agents, i.version`
const FROM = 'FROM innovations i JOIN satker s ON s.id = i.satker_id'
const PROVEN = `(i.proof_link <> ''
  OR EXISTS (SELECT 1 FROM entry_links l WHERE l.from_id = i.id AND l.kind = 'answers'))`

const SORTS: Readonly<Record<InnovationSort, string>> = {
  nama: 'LOWER(i.name)',
  mulai: 'i.started_on',
  pengguna: 'COALESCE(i.users, 0)',
  diukur: `COALESCE(i.after_on, i.before_on, '')`,
}

export class InnovationsRepository {
  constructor(private readonly database: Database) {}

  /** Those that match, in order; one page of them, or all. One statement. */
  async rows(
    of: InnovationsOf,
    query: InnovationQuery,
    pages: 'page' | 'all' = 'page',
  ): Promise<StoredInnovation[]> {
    const statement = new Statement()
    const where = conditions(statement, of, query)
    const offset = (query.page - 1) * INNOVATIONS_PAGE
    const limit = pages === 'all' ? '' : ` LIMIT ${INNOVATIONS_PAGE} OFFSET ${offset}`
    const rows = await this.database.query<Packed>(
      `SELECT ${COLUMNS} ${FROM} WHERE ${where}
        ORDER BY ${SORTS[query.sort]} ${query.descending ? 'DESC' : 'ASC'}, LOWER(i.name), i.id${limit}`,
      statement.parameters,
    )
    return rows.map(unpacked)
  }

  async total(of: InnovationsOf, query: InnovationQuery): Promise<number> {
    const statement = new Statement()
    const row = await this.database.one<{ found: number | string }>(
      `SELECT COUNT(*) AS found FROM innovations i WHERE ${conditions(statement, of, query)}`,
      statement.parameters,
    )
    return Number(row?.found ?? 0)
  }

  async counts({ satkerId, today }: InnovationsOf): Promise<InnovationCounts> {
    const statement = new Statement()
    const sums = RUN_VIEWS.map(
      view => `SUM(CASE WHEN ${viewCondition(view, statement, today)} THEN 1 ELSE 0 END) AS ${view}`,
    )
    const row = await this.database.one<Record<RunView, number | string | null>>(
      `SELECT ${sums.join(', ')} FROM innovations i WHERE i.satker_id = ${statement.value(satkerId)}`,
      statement.parameters,
    )
    const count = (view: RunView) => Number(row?.[view] ?? 0)
    return {
      semua: count('semua'),
      berjalan: count('berjalan'),
      rencana: count('rencana'),
      berhenti: count('berhenti'),
    }
  }

  /** How many stand, are not proven, and wait for their second measurement. One statement. */
  async standing(satkerId: string): Promise<{ all: number; unproven: number; unmeasured: number }> {
    const row = await this.database.one<Record<'all' | 'unproven' | 'unmeasured', number | string | null>>(
      `SELECT COUNT(*) AS "all", SUM(CASE WHEN ${PROVEN} THEN 0 ELSE 1 END) AS unproven,
              SUM(CASE WHEN i.after_value IS NULL THEN 1 ELSE 0 END) AS unmeasured
         FROM innovations i WHERE i.satker_id = $1`,
      [satkerId],
    )
    return {
      all: Number(row?.all ?? 0),
      unproven: Number(row?.unproven ?? 0),
      unmeasured: Number(row?.unmeasured ?? 0),
    }
  }

  /** One at a satker whose registers the actor reads. */
  async visible(actor: Actor, id: string): Promise<StoredInnovation | undefined> {
    const scope = visibleCondition(actor, 'read-registers', 's', 1)
    const row = await this.database.one<Packed>(
      `SELECT ${COLUMNS} ${FROM} WHERE ${scope.sql} AND i.id = $${scope.parameters.length + 1}`,
      [...scope.parameters, id],
    )
    return row && unpacked(row)
  }

  /** Every one of a satker, in order of names. */
  async known(satkerId: string): Promise<StoredInnovation[]> {
    const rows = await this.database.query<Packed>(
      `SELECT ${COLUMNS} ${FROM} WHERE i.satker_id = $1 ORDER BY LOWER(i.name), i.id`,
      [satkerId],
    )
    return rows.map(unpacked)
  }

  /** The innovations at which people of rosters are named, by their rows. One statement. */
  madeBy(employeeIds: readonly string[]): Promise<{ employeeId: string; id: string; name: string }[]> {
    return this.database.query(
      `SELECT e.id AS "employeeId", i.id, i.name
         FROM employees e JOIN innovations i ON i.satker_id = e.satker_id AND i.agents LIKE '%"' || e.id || '"%'
        WHERE e.id IN ${this.database.listOf('$1')} ORDER BY LOWER(i.name), i.id`,
      [JSON.stringify(employeeIds)],
    )
  }

  /** The entries that show the needs of innovations. One statement. */
  proofs(ids: readonly string[]): Promise<(NeedProof & { readonly innovation: string })[]> {
    return this.database.query<NeedProof & { readonly innovation: string }>(
      `SELECT l.from_id AS innovation, r.id, r.register, r.title
         FROM entry_links l JOIN register_entries r ON r.id = l.to_id
        WHERE l.kind = 'answers' AND l.from_id IN ${this.database.listOf('$1')}
        ORDER BY r.happened_on, r.title, r.id`,
      [JSON.stringify(ids)],
    )
  }

  /** Keeps every other change of a satker's registers waiting until the transaction ends. */
  hold(satkerId: string): Promise<void> {
    return this.database.lock('satker', satkerId)
  }

  insert(rows: readonly Partial<Innovation>[]): Promise<void> {
    return this.database.insert(Innovation, rows)
  }

  /** Replaces what people type about those that stand. */
  replace(rows: readonly Partial<Innovation>[]): Promise<void> {
    return this.database.insert(Innovation, rows, { key: ['id'], replace: [...TYPED, 'version'] })
  }

  async remove(id: string): Promise<void> {
    await this.database.writing().delete(Innovation, { id })
  }
}

const TYPED = [
  'name',
  'need',
  'proofLink',
  'startedOn',
  'endedOn',
  'atm',
  'sourceUnit',
  'modification',
  'indicator',
  'unit',
  'better',
  'beforeValue',
  'beforeOn',
  'afterValue',
  'afterOn',
  'usedBy',
  'users',
  'copies',
  'integratedOn',
  'integration',
  'agents',
] as const satisfies readonly (keyof InnovationDraft & keyof Innovation)[]

type Packed = Omit<StoredInnovation, 'copies' | 'agents'> & {
  readonly copies: string
  readonly agents: string
}

const unpacked = (row: Packed): StoredInnovation => ({
  ...row,
  copies: JSON.parse(row.copies) as StoredInnovation['copies'],
  agents: JSON.parse(row.agents) as StoredInnovation['agents'],
})

function viewCondition(view: RunView, statement: Statement, today: string): string {
  if (view === 'semua') return '1 = 1'
  const on = statement.value(today)
  if (view === 'rencana') return `i.started_on > ${on}`
  const ended = `(i.ended_on IS NOT NULL AND i.ended_on < ${on})`
  return view === 'berhenti'
    ? `(i.started_on <= ${on} AND ${ended})`
    : `(i.started_on <= ${on} AND NOT ${ended})`
}

const MEASURED: Readonly<Record<string, string>> = {
  terukur: 'i.after_value IS NOT NULL',
  sesudah: 'i.after_value IS NULL',
  menunggu: '(i.before_value IS NOT NULL AND i.after_value IS NULL)',
  belum: '(i.before_value IS NULL AND i.after_value IS NULL)',
}

function conditions(statement: Statement, of: InnovationsOf, { search, filters }: InnovationQuery): string {
  const all = [
    `i.satker_id = ${statement.value(of.satkerId)}`,
    viewCondition(filters.keadaan as RunView, statement, of.today),
  ]
  if (filters.area) all.push(inAreaCondition(statement, 'i.id', filters.area))
  const measured = MEASURED[filters.ukur]
  if (measured) all.push(measured)
  if (filters.bukti) all.push(filters.bukti === 'terbukti' ? PROVEN : `NOT ${PROVEN}`)
  if (search)
    all.push(statement.contains(['i.name', 'i.need', 'i.indicator', 'i.source_unit', 'i.used_by'], search))
  return all.join(' AND ')
}
