import type { Actor } from '../access/actor'
import { civilDate, type Clock } from '../clock'
import type { Database } from '../db/database'
import type { MatrixChoices, MatrixQuery } from './matrix-list'
import { MatrixHistoryRepository, type LevelChange, type LevelCount } from './matrix-history.repository'
import { monthsOf, type HistoryMonth } from './matrix-months'
import {
  MatrixRepository,
  type MatrixCellRow,
  type MatrixCycle,
  type MatrixSums,
  type MatrixUnitRow,
} from './matrix.repository'

/** The first of the three zones to end a day: nothing is late before its own day is over. */
const LAST_ZONE = 'Asia/Jakarta'
const RECENT_DAYS = 30
const DAY = 24 * 3_600_000

export interface MatrixPart {
  readonly units: readonly MatrixUnitRow[]
  /** By assessment. */
  readonly cells: ReadonlyMap<string, readonly MatrixCellRow[]>
  readonly sums: MatrixSums
}

export interface MatrixHistory {
  readonly months: readonly HistoryMonth[]
  readonly counts: readonly LevelCount[]
  /** Of the last days, the newest first; as many as a page holds. */
  readonly changes: readonly LevelChange[]
}

export interface OfferedChoices extends MatrixChoices {
  readonly cycles: readonly MatrixCycle[]
  /** Kanwil by id. */
  readonly named: ReadonlyMap<string, string>
}

/** What the rules and people say of many units, beside each other. */
export class MatrixService {
  private readonly rows: MatrixRepository
  private readonly past: MatrixHistoryRepository

  constructor(
    database: Database,
    private readonly clock: Clock,
  ) {
    this.rows = new MatrixRepository(database)
    this.past = new MatrixHistoryRepository(database)
  }

  today(): string {
    return civilDate(this.clock(), LAST_ZONE)
  }

  /** What can be chosen. Two statements. */
  async choices(actor: Actor): Promise<OfferedChoices> {
    const [cycles, regions] = await Promise.all([this.rows.cycles(actor), this.rows.regions(actor)])
    return {
      cycles,
      years: cycles.map(({ year }) => year),
      regions: regions.map(({ id }) => id),
      named: new Map(regions.map(({ id, name }) => [id, name])),
    }
  }

  /** The page that the query asks for. Three statements, however many units there are. */
  page(actor: Actor, query: MatrixQuery): Promise<MatrixPart> {
    return this.part(actor, query, 'page')
  }

  /** As `page`, with every unit that matches, for paper. */
  all(actor: Actor, query: MatrixQuery): Promise<MatrixPart> {
    return this.part(actor, query, 'all')
  }

  /** How the pitfalls stood at the end of each month, and what changed in the last thirty days. Three statements. */
  async history(actor: Actor, query: MatrixQuery): Promise<MatrixHistory> {
    const changedAt = await this.past.lastChange(actor, query)
    const changedOn = changedAt === null ? null : civilDate(new Date(changedAt), LAST_ZONE)
    const months = monthsOf(Number(query.filters.siklus), this.today(), changedOn)
    const since = new Date(this.clock().getTime() - RECENT_DAYS * DAY).toISOString()
    const [counts, changes] = await Promise.all([
      this.past.counts(actor, query, months),
      this.past.changes(actor, query, since),
    ])
    return { months, counts, changes }
  }

  private async part(actor: Actor, query: MatrixQuery, pages: 'page' | 'all'): Promise<MatrixPart> {
    const of = { actor, today: this.today() }
    const [units, sums] = await Promise.all([this.rows.units(of, query, pages), this.rows.sums(of, query)])
    const cells = new Map<string, MatrixCellRow[]>(units.map(({ id }) => [id, []]))
    for (const cell of await this.rows.cells([...cells.keys()])) cells.get(cell.assessmentId)?.push(cell)
    return { units, cells, sums }
  }
}
