import type { Actor } from '../access/actor'
import { visibleCondition } from '../access/scope'
import type { Database } from '../db/database'
import type { AreaGates } from '../engine/scoring/score'
import type { AssessmentStage } from '../engine/stages/stages'
import type { TimeZone } from '../web/format/date'
import { Statement } from '../db/statement'

export const PAGE_SIZE = 50

export interface CycleRow {
  readonly id: string
  readonly year: number
  readonly title: string
  readonly instrumentId: string
  readonly areaGates: AreaGates
}

export interface ListFilter {
  readonly cycleId: string
  readonly search: string
  readonly stage: AssessmentStage | ''
  readonly region: string
  /** Only those that fail, or only those that pass, every gate of their own target on the substantiated score. */
  readonly gates: 'failing' | 'passing' | ''
  readonly sort: ListSort
  readonly descending: boolean
  /** From 1. */
  readonly page: number
}

export const LIST_SORTS = ['name', 'substantiated', 'claimed', 'gap', 'answered', 'flagged'] as const
export type ListSort = (typeof LIST_SORTS)[number]

/** A minimum in millionths of a point, which decide nearly every row, with the exact text for those on the edge. */
export interface GateMinimum {
  readonly predicate: string
  readonly section: string
  readonly micro: number
  readonly text: string
}

export interface ListRow {
  readonly id: string
  readonly stage: AssessmentStage
  readonly round: number
  readonly targetPredicate: string
  readonly satkerName: string
  readonly satkerCode: string
  readonly region: string
  readonly timeZone: TimeZone
  readonly worksheetId: string
  readonly claimed: string | null
  readonly substantiated: string | null
  readonly questions: number | null
  readonly answered: number | null
  readonly flagged: number | null
  readonly opensOn: string | null
  readonly closesOn: string | null
}

const UNITS = `FROM assessments a JOIN satker s ON s.id = a.satker_id`
/** Joined only where an order or a filter needs the score: it is most of the work. */
const SCORES = `JOIN worksheets w ON w.assessment_id = a.id AND w.seat = 'satker' AND w.round = a.round AND w.edition = a.edition
  LEFT JOIN section_scores t ON t.worksheet_id = w.id AND t.section = 'total'`

const SORT_KEYS: Readonly<Record<ListSort, string>> = {
  name: 'LOWER(s.name)',
  substantiated: 'COALESCE(t.substantiated_micro, 0)',
  claimed: 'COALESCE(t.claimed_micro, 0)',
  gap: 'COALESCE(t.claimed_micro - t.substantiated_micro, 0)',
  answered: 'COALESCE(t.answered, 0)',
  flagged: 'COALESCE(t.flagged, 0)',
}

/** The assessments of one cycle, for whoever watches over many satker. */
export class AssessmentListRepository {
  constructor(private readonly database: Database) {}

  cycles(): Promise<CycleRow[]> {
    return this.database.query<CycleRow>(
      `SELECT id, year, title, instrument_id AS "instrumentId", area_gates AS "areaGates" FROM cycles ORDER BY year DESC`,
    )
  }

  /** How many assessments the actor sees per stage and region. */
  facets(
    actor: Actor,
    cycleId: string,
  ): Promise<{ stage: AssessmentStage; region: string; units: number }[]> {
    const statement = new Statement()
    const where = `a.cycle_id = ${statement.value(cycleId)} AND ${scope(statement, actor)}`
    return this.database.query(
      `SELECT a.stage, s.region, COUNT(*) AS units FROM assessments a JOIN satker s ON s.id = a.satker_id
        WHERE ${where} GROUP BY a.stage, s.region ORDER BY s.region`,
      statement.parameters,
    )
  }

  /** Scores that round to a minimum without being it: only their exact value tells on which side they are. */
  async onTheEdge(cycleId: string, minimums: readonly GateMinimum[]) {
    const statement = new Statement()
    return this.database.query<{ id: string; predicate: string; section: string; substantiated: string }>(
      `WITH ${gateTable(statement, minimums)}
       SELECT a.id, gate.predicate, gate.section, e.substantiated ${UNITS} ${SCORES}
         JOIN gate ON gate.predicate = a.target_predicate
         JOIN section_scores e ON e.worksheet_id = w.id AND e.section = gate.section
                              AND e.substantiated_micro = gate.minimum AND e.substantiated <> gate.exact
        WHERE a.cycle_id = ${statement.value(cycleId)}`,
      statement.parameters,
    )
  }

  /** One page and how many rows there are in all. `edge`: ids that fail although their rounded score does not say so. */
  async page(
    actor: Actor,
    filter: ListFilter,
    minimums: readonly GateMinimum[],
    edge: readonly string[],
  ): Promise<{ rows: ListRow[]; total: number }> {
    const [rows, counted] = await Promise.all([
      this.rows(actor, filter, minimums, edge),
      this.count(actor, filter, minimums, edge),
    ])
    return { rows, total: Number(counted?.units ?? 0) }
  }

  /** The stored sums of some sections of some worksheets. */
  sections(worksheetIds: readonly string[], sections: readonly string[]) {
    const statement = new Statement()
    return this.database.query<{
      worksheetId: string
      section: string
      claimed: string
      substantiated: string
    }>(
      `SELECT worksheet_id AS "worksheetId", section, claimed, substantiated FROM section_scores
        WHERE worksheet_id IN (${statement.list(worksheetIds)}) AND section IN (${statement.list(sections)})`,
      statement.parameters,
    )
  }

  private count(actor: Actor, filter: ListFilter, minimums: readonly GateMinimum[], edge: readonly string[]) {
    const statement = new Statement()
    const gates = filter.gates ? `WITH ${gateTable(statement, minimums)}` : ''
    return this.database.one<{ units: number }>(
      `${gates} SELECT COUNT(*) AS units ${UNITS} ${filter.gates ? SCORES : ''} WHERE ${conditions(statement, actor, filter, edge)}`,
      statement.parameters,
    )
  }

  private rows(actor: Actor, filter: ListFilter, minimums: readonly GateMinimum[], edge: readonly string[]) {
    const statement = new Statement()
    const gates = filter.gates ? `WITH ${gateTable(statement, minimums)}` : ''
    const scores = filter.gates || filter.sort !== 'name' ? SCORES : ''
    const way = filter.descending ? 'DESC' : 'ASC'
    return this.database.query<ListRow>(
      `${gates}
       SELECT a.id, a.stage, a.round, a.target_predicate AS "targetPredicate", s.name AS "satkerName",
              s.code AS "satkerCode", s.region, s.time_zone AS "timeZone", w.id AS "worksheetId",
              t.claimed, t.substantiated, t.questions, t.answered, t.flagged, cw.opens_on AS "opensOn",
              COALESCE((SELECT MAX(x.closes_on) FROM extensions x WHERE x.assessment_id = a.id AND x.stage = a.stage
                         AND x.closes_on > cw.closes_on), cw.closes_on) AS "closesOn"
         FROM (SELECT a.id AS chosen, ${SORT_KEYS[filter.sort]} AS sort_key, LOWER(s.name) AS sort_name ${UNITS} ${scores}
                WHERE ${conditions(statement, actor, filter, edge)}
                ORDER BY sort_key ${way}, sort_name, chosen
                LIMIT ${PAGE_SIZE} OFFSET ${(Math.max(1, Math.trunc(filter.page)) - 1) * PAGE_SIZE}) page
         JOIN assessments a ON a.id = page.chosen
         JOIN satker s ON s.id = a.satker_id
         ${SCORES}
         LEFT JOIN cycle_windows cw ON cw.cycle_id = a.cycle_id AND cw.stage = a.stage
        ORDER BY page.sort_key ${way}, page.sort_name, a.id`,
      statement.parameters,
    )
  }
}

function scope(statement: Statement, actor: Actor): string {
  const condition = visibleCondition(actor, 'read-assessment', 's', statement.parameters.length + 1)
  statement.parameters.push(...condition.parameters)
  return condition.sql
}

function conditions(statement: Statement, actor: Actor, filter: ListFilter, edge: readonly string[]): string {
  const all = [`a.cycle_id = ${statement.value(filter.cycleId)}`, scope(statement, actor)]
  if (filter.search) {
    const words = statement.value(`%${filter.search.toLowerCase().replace(/[\\%_]/g, sign => `\\${sign}`)}%`)
    all.push(`(LOWER(s.name) LIKE ${words} ESCAPE '\\' OR LOWER(s.code) LIKE ${words} ESCAPE '\\')`)
  }
  if (filter.stage) all.push(`a.stage = ${statement.value(filter.stage)}`)
  if (filter.region) all.push(`s.region = ${statement.value(filter.region)}`)
  if (filter.gates) {
    const failing = `(EXISTS (SELECT 1 FROM gate LEFT JOIN section_scores g ON g.worksheet_id = w.id AND g.section = gate.section
         WHERE gate.predicate = a.target_predicate AND COALESCE(g.substantiated_micro, 0) < gate.minimum)
       ${edge.length > 0 ? `OR a.id IN (${statement.list(edge)})` : ''})`
    all.push(filter.gates === 'failing' ? failing : `NOT ${failing}`)
  }
  return all.join(' AND ')
}

function gateTable(statement: Statement, minimums: readonly GateMinimum[]): string {
  const rows = minimums.map(({ predicate, section, micro, text }) => {
    const words = [predicate, section].map(value => `CAST(${statement.value(value)} AS TEXT)`)
    return `(${words.join(', ')}, CAST(${statement.value(micro)} AS INTEGER), CAST(${statement.value(text)} AS TEXT))`
  })
  return `gate(predicate, section, minimum, exact) AS (VALUES ${rows.join(', ')})`
}
