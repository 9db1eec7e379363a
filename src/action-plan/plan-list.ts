import type { PartNames } from '../accounts/part-names'
import { GOAL_STATES, type GoalState } from '../engine/action-plan/goal-state'
import { readListQuery, type ListQuery, type ListShape } from '../web/list-query'

export type PlanFilter = 'tahun' | 'area' | 'keadaan' | 'pemilik'
export type PlanSort = 'tenggat' | 'sasaran' | 'mulai' | 'kemajuan'
export type PlanShape = ListShape<PlanFilter, PlanSort>
export type PlanQuery = ListQuery<PlanFilter, PlanSort>

/** Words of the address. */
export const EVERY_YEAR = 'semua'
export const NO_AREA = 'tanpa'
export const EVERY_STATE = 'semua'
export const STATE_ADDRESS = {
  'not-started': 'belum',
  running: 'berjalan',
  'due-soon': 'segera',
  late: 'terlambat',
  done: 'selesai',
  'done-late': 'selesai-terlambat',
} as const satisfies Record<GoalState, string>

export const PLAN_PAGE = 50

/** An owner in the address: the id of somebody of the roster, or the words themselves. */
export interface PlanOwner {
  readonly key: string
  readonly name: string
}

/** What a plan can be narrowed to, read from its rows. */
export interface PlanFacets {
  /** Those of which there is a plan, newest first. */
  readonly years: readonly number[]
  readonly owners: readonly PlanOwner[]
}

export interface PlanListing {
  readonly parts: PartNames
  readonly facets: PlanFacets
  readonly today: string
}

/** The year that is meant where none is said: the present one, or the newest of which there is a plan. */
export function usualYear({ facets: { years }, today }: PlanListing): number {
  const present = Number(today.slice(0, 4))
  return years.includes(present) ? present : (years[0] ?? present)
}

export function planShape(listing: PlanListing): PlanShape {
  const usual = usualYear(listing)
  const { parts, facets } = listing
  const others = facets.years.filter(year => year !== usual)
  return {
    filters: {
      tahun: [String(usual), ...others.map(String), EVERY_YEAR],
      area: ['', ...parts.keys(), NO_AREA],
      keadaan: [EVERY_STATE, ...Object.values(STATE_ADDRESS)],
      pemilik: ['', ...facets.owners.map(owner => owner.key)],
    },
    sorts: ['tenggat', 'sasaran', 'mulai', 'kemajuan'],
  }
}

export const planQuery = (listing: PlanListing, query: Readonly<Record<string, unknown>>): PlanQuery =>
  readListQuery(planShape(listing), query)

/** The state that an address asks for; undefined for all of them. */
export const stateOf = ({ filters }: PlanQuery): GoalState | undefined =>
  GOAL_STATES.find(state => STATE_ADDRESS[state] === filters.keadaan)
