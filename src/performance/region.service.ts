import type { Actor } from '../access/actor'
import { civilDate, type Clock } from '../clock'
import type { Database } from '../db/database'
import { lastEnded } from '../engine/performance/quarters'
import { endedQuarters, yearsToChoose } from './performance-list'
import { quartersShown, type RegionChoices, type RegionQuery } from './region-list'
import { RegionRepository, type RegionCell, type RegionSums, type RegionUnitRow } from './region.repository'

/** The first of the three zones to end a day: no unit is late before its own day is over. */
export const LAST_ZONE = 'Asia/Jakarta'

export interface RegionPart {
  readonly units: readonly RegionUnitRow[]
  /** By unit, in the order of the agreement. */
  readonly cells: ReadonlyMap<string, readonly RegionCell[]>
  /** How many match. */
  readonly total: number
  readonly sums: RegionSums
}

/** What the units of a region promised and reached, beside each other. */
export class RegionService {
  private readonly rows: RegionRepository

  constructor(
    database: Database,
    private readonly clock: Clock,
  ) {
    this.rows = new RegionRepository(database)
  }

  today(): string {
    return civilDate(this.clock(), LAST_ZONE)
  }

  /** What can be chosen: the quarter that ended last comes first. Two statements. */
  async choices(actor: Actor): Promise<RegionChoices & { readonly named: ReadonlyMap<string, string> }> {
    const today = this.today()
    const ended = lastEnded(today)
    const [kept, regions] = await Promise.all([this.rows.years(actor), this.rows.regions(actor)])
    const others = yearsToChoose(kept, today).filter(year => year !== ended.year)
    return {
      years: [ended.year, ...others],
      quarter: ended.quarter,
      regions: regions.map(({ id }) => id),
      named: new Map(regions.map(({ id, name }) => [id, name])),
    }
  }

  /** The page that the query asks for. Three statements, however many units there are. */
  page(actor: Actor, query: RegionQuery): Promise<RegionPart> {
    return this.part(actor, query, 'page')
  }

  /** As `page`, with every unit that matches, for paper. */
  all(actor: Actor, query: RegionQuery): Promise<RegionPart> {
    return this.part(actor, query, 'all')
  }

  private async part(actor: Actor, query: RegionQuery, pages: 'page' | 'all'): Promise<RegionPart> {
    const year = Number(query.filters.tahun)
    const of = { actor, year, ended: endedQuarters(year, this.today()) }
    const [units, { matching, all }] = await Promise.all([
      this.rows.units(of, query, pages),
      this.rows.sums(of, query),
    ])
    const found = await this.rows.cells(
      units.map(({ id }) => id),
      year,
      quartersShown(query),
    )
    const cells = new Map<string, RegionCell[]>(units.map(({ id }) => [id, []]))
    for (const cell of found) cells.get(cell.satkerId)?.push(cell)
    return { units, cells, total: matching, sums: all }
  }
}
