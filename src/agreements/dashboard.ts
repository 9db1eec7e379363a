import { AGREEMENT_STATES, type AgreementState } from '../engine/agreements/agreement-state'
import type { SatkerLevel } from '../satker/satker.entity'
import { readListQuery, type ListQuery, type ListShape } from '../web/list-query'
import type { StateCounts } from './agreements.repository'

/** What the agreements of one unit amount to on a day. */
export interface UnitStanding {
  readonly id: string
  readonly name: string
  readonly level: SatkerLevel
  readonly path: string
  readonly agreements: number
  readonly counts: StateCounts
  readonly tasksLate: number
  readonly evaluationsLate: number
}

/** What the agreements of some units amount to together. */
export interface StandingSum extends Pick<
  UnitStanding,
  'agreements' | 'counts' | 'tasksLate' | 'evaluationsLate'
> {
  readonly units: number
  /** Units that have recorded none. */
  readonly without: number
}

/** A kanwil with the units under it, itself among them. */
export interface RegionStanding {
  readonly id: string
  readonly name: string
  readonly sum: StandingSum
}

export type DashboardFilter = 'wilayah' | 'keadaan' | 'unit'
export type DashboardSort = 'masalah' | 'nama' | 'jumlah' | 'lewat'
export type DashboardShape = ListShape<DashboardFilter, DashboardSort>
export type DashboardQuery = ListQuery<DashboardFilter, DashboardSort>

export const DASHBOARD_PAGE = 50

/** Units that own agreements stand alone unless everybody is asked for. */
export const dashboardShape = (regions: readonly Pick<RegionStanding, 'id'>[]): DashboardShape => ({
  filters: {
    wilayah: ['', ...regions.map(({ id }) => id)],
    keadaan: ['', ...AGREEMENT_STATES],
    unit: ['berisi', 'semua', 'kosong'],
  },
  sorts: ['masalah', 'nama', 'jumlah', 'lewat'],
})

/** What a dashboard shows of the units that somebody sees. */
export interface Dashboard {
  readonly shape: DashboardShape
  readonly query: DashboardQuery
  readonly regions: readonly RegionStanding[]
  /** Of the chosen region, whatever else is filtered. */
  readonly sum: StandingSum
  /** Those that match, in order. */
  readonly units: readonly UnitStanding[]
}

/** The states in which somebody must act. */
export const TROUBLED: readonly AgreementState[] = [
  'expired-without-result',
  'signed-only',
  'late',
  'no-plan',
]

export const troubledOf = ({ counts }: Pick<UnitStanding, 'counts'>): number =>
  TROUBLED.reduce((sum, state) => sum + counts[state], 0)

/** The part of the units that an address asks for: pure, over one answer of the database. */
export function dashboardOf(
  units: readonly UnitStanding[],
  address: Readonly<Record<string, unknown>>,
): Dashboard {
  const offices = units.filter(({ level }) => level === 'kanwil')
  const under = unitsUnder(offices, units)
  const regions = offices
    .map(({ id, name }) => ({ id, name, sum: sumOf(under.get(id) ?? []) }))
    .sort((one, other) => byTrouble(one.sum, other.sum) || byName(one, other))
  const shape = dashboardShape(regions)
  const query = readListQuery(shape, address)
  const inRegion = query.filters.wilayah === '' ? units : (under.get(query.filters.wilayah) ?? [])
  const direction = query.descending ? -1 : 1
  return {
    shape,
    query,
    regions,
    sum: sumOf(inRegion),
    units: inRegion
      .filter(unit => matches(unit, query))
      .sort((one, other) => direction * ORDERS[query.sort](one, other) || byName(one, other)),
  }
}

/** The units of each kanwil by its id, itself among them; a path holds the ids from the root down. */
function unitsUnder(
  offices: readonly UnitStanding[],
  units: readonly UnitStanding[],
): ReadonlyMap<string, readonly UnitStanding[]> {
  const found = new Map(offices.map(({ id }): [string, UnitStanding[]] => [id, []]))
  for (const unit of units) for (const id of unit.path.split('/')) found.get(id)?.push(unit)
  return found
}

function matches({ name, agreements, counts }: UnitStanding, { search, filters }: DashboardQuery): boolean {
  const { keadaan, unit } = filters
  if (unit !== 'semua' && agreements > 0 !== (unit === 'berisi')) return false
  if (keadaan !== '' && counts[keadaan as AgreementState] === 0) return false
  return name.toLowerCase().includes(search.toLowerCase())
}

export function sumOf(units: readonly UnitStanding[]): StandingSum {
  const of = (amount: (unit: UnitStanding) => number) => units.reduce((sum, unit) => sum + amount(unit), 0)
  return {
    units: units.length,
    without: units.filter(({ agreements }) => agreements === 0).length,
    agreements: of(unit => unit.agreements),
    tasksLate: of(unit => unit.tasksLate),
    evaluationsLate: of(unit => unit.evaluationsLate),
    counts: Object.fromEntries(
      AGREEMENT_STATES.map(state => [state, of(({ counts }) => counts[state])]),
    ) as Record<AgreementState, number>,
  }
}

type Troubled = Pick<UnitStanding, 'counts' | 'tasksLate' | 'evaluationsLate'>

/** More agreements in trouble first, then more late tasks, then more missed evaluations. */
const byTrouble = (one: Troubled, other: Troubled): number =>
  troubledOf(other) - troubledOf(one) ||
  other.tasksLate - one.tasksLate ||
  other.evaluationsLate - one.evaluationsLate

const byName = (one: { readonly name: string }, other: { readonly name: string }): number =>
  INDONESIAN.compare(one.name, other.name)

/** Made once: a comparison that finds its language anew takes most of the time of a long list. */
const INDONESIAN = new Intl.Collator('id')

const ORDERS: Readonly<Record<DashboardSort, (one: UnitStanding, other: UnitStanding) => number>> = {
  masalah: byTrouble,
  nama: byName,
  jumlah: (one, other) => other.agreements - one.agreements,
  lewat: (one, other) => other.tasksLate - one.tasksLate,
}
