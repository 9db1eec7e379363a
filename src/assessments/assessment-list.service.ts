import type { Actor } from '../access/actor'
import type { Database } from '../db/database'
import { compare, fromText, scaled, toText } from '../engine/exact'
import type { Instrument } from '../engine/instrument/instrument'
import { gateRules } from '../engine/scoring/gates'
import type { AreaGates } from '../engine/scoring/score'
import type { InstrumentsService } from '../instruments/instruments.service'
import {
  AssessmentListRepository,
  type CycleRow,
  type GateMinimum,
  type ListFilter,
  type ListRow,
} from './assessment-list.repository'
import { storedGates, type GatePair } from './stored-score'

export interface ListedAssessment extends ListRow {
  /** Both readings of the gates of its own target. */
  readonly gates: readonly GatePair[]
}

export interface AssessmentList {
  readonly cycle: CycleRow
  readonly instrument: Instrument
  readonly rows: readonly ListedAssessment[]
  readonly total: number
  readonly facets: readonly { readonly stage: string; readonly region: string; readonly units: number }[]
}

export class AssessmentListService {
  private readonly list: AssessmentListRepository

  constructor(
    database: Database,
    private readonly instruments: InstrumentsService,
  ) {
    this.list = new AssessmentListRepository(database)
  }

  /** Every cycle, the newest first. */
  cycles(): Promise<CycleRow[]> {
    return this.list.cycles()
  }

  /** One page of a cycle's assessments that the actor sees, each with its gates decided exactly. */
  async page(actor: Actor, cycle: CycleRow, filter: ListFilter): Promise<AssessmentList> {
    const instrument = await this.instruments.byId(cycle.instrumentId)
    const minimums = filter.gates ? gateMinimums(instrument, cycle.areaGates) : []
    const edge = filter.gates ? await this.failingOnTheEdge(cycle.id, minimums) : []
    const [{ rows, total }, facets] = await Promise.all([
      this.list.page(actor, filter, minimums, edge),
      this.list.facets(actor, cycle.id),
    ])
    const counted = facets.map(facet => ({ ...facet, units: Number(facet.units) }))
    return { cycle, instrument, total, facets: counted, rows: await this.withGates(instrument, cycle, rows) }
  }

  private async failingOnTheEdge(cycleId: string, minimums: readonly GateMinimum[]): Promise<string[]> {
    const rows = await this.list.onTheEdge(cycleId, minimums)
    const failing = rows.filter(row => {
      const gate = minimums.find(one => one.predicate === row.predicate && one.section === row.section)
      return gate !== undefined && compare(fromText(row.substantiated), fromText(gate.text)) < 0
    })
    return [...new Set(failing.map(row => row.id))]
  }

  private async withGates(
    instrument: Instrument,
    { areaGates }: CycleRow,
    rows: readonly ListRow[],
  ): Promise<ListedAssessment[]> {
    const sections = [...new Set(gateMinimums(instrument, areaGates).map(gate => gate.section))]
    const stored = await this.list.sections(
      rows.map(row => row.worksheetId),
      sections,
    )
    const byWorksheet = groupBy(stored, row => row.worksheetId)
    return rows.map(row => {
      const own = new Map(
        (byWorksheet.get(row.worksheetId) ?? []).map(({ section, claimed, substantiated }) => [
          section,
          { claimed: fromText(claimed), substantiated: fromText(substantiated) },
        ]),
      )
      return { ...row, gates: storedGates(instrument, own, { predicate: row.targetPredicate, areaGates }) }
    })
  }
}

/** Every minimum of every predicate. A score rounds to millionths without changing order, so a lower rounding is lower. */
const gateMinimums = (instrument: Instrument, areaGates: AreaGates): GateMinimum[] =>
  instrument.predicates.flatMap(predicate =>
    gateRules(instrument, predicate, areaGates).map(rule => ({
      predicate: predicate.id,
      section: rule.section,
      micro: scaled(rule.minimum),
      text: toText(rule.minimum),
    })),
  )

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}
