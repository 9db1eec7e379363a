import { touchesYear } from '../engine/action-plan/year-span'
import type { GoalTimes } from '../engine/action-plan/goal-state'
import { ANONYMOUS } from '../roster/employee-facts'
import type { TimeZone } from '../web/format/date'

/** What a goal serves: a target of bureaucratic reform, an outcome for the public, or nothing said. */
export const SERVES = ['reform', 'outcome', 'none'] as const
export type Serves = (typeof SERVES)[number]

/** What is kept about a goal, from a form or a row of a file; `owner` as it was typed. */
export interface GoalDraft {
  readonly year: number
  readonly title: string
  readonly serves: Serves
  readonly served: string
  readonly owner: string
  readonly startsOn: string
  readonly dueOn: string
  readonly indicator: string
  readonly unit: string
  /** Text of an exact decimal. */
  readonly baseline: string | null
  readonly target: string | null
  /** Parts of the worksheet by id. */
  readonly areas: readonly string[]
}

/** Whoever answers for a goal, as the rows have it. */
export interface GoalOwner {
  readonly ownerId: string | null
  readonly owner: string
}

/** A goal with the satker it is kept at, as the database gives it. */
export interface GoalRow extends Omit<GoalDraft, 'areas'>, GoalOwner, GoalTimes {
  readonly id: string
  readonly satkerId: string
  readonly satkerName: string
  readonly satkerPath: string
  readonly timeZone: TimeZone
  /** Null for whoever is not, or no longer, on the roster. */
  readonly employee: string | null
  readonly anonymisedAt: string | null
  readonly reportedOn: string | null
  readonly version: number
}

/** A goal with what it supports. */
export interface SeenGoal extends GoalRow {
  readonly areas: readonly string[]
  readonly questions: readonly string[]
}

/** Who answers for a goal, in words; empty where nobody is named. */
export function ownerName({
  ownerId,
  owner,
  employee,
  anonymisedAt,
}: Pick<GoalRow, 'ownerId' | 'owner' | 'employee' | 'anonymisedAt'>): string {
  if (ownerId === null) return owner
  if (anonymisedAt !== null) return ANONYMOUS
  return employee ?? 'Tidak lagi di register pegawai'
}

/** Goals of one year at one satker; a plan of more is none that anybody follows. */
export const GOALS_MOST = 500
export const TOO_MANY_GOALS = `Rencana satu tahun memuat paling banyak ${GOALS_MOST} sasaran.`

export type GoalFaults = Partial<Record<keyof GoalDraft, string>>

/** Facts that cannot all be true, by the field to correct. */
export function goalFaults(draft: GoalDraft): GoalFaults {
  return { ...spanFaults(draft), ...servedFaults(draft), ...indicatorFaults(draft) }
}

function spanFaults({ year, startsOn, dueOn }: GoalDraft): GoalFaults {
  if (dueOn < startsOn) return { dueOn: 'Tenggat mendahului tanggal mulai.' }
  return touchesYear({ startsOn, dueOn }, year)
    ? {}
    : { year: 'Mulai dan tenggatnya berada di luar tahun rencana ini.' }
}

function servedFaults({ serves, served }: GoalDraft): GoalFaults {
  if (serves !== 'none' && served === '') return { served: 'Sebutkan sasaran atau hasil yang didukung.' }
  return serves === 'none' && served !== ''
    ? { serves: 'Pilih jenis yang didukung, atau kosongkan uraiannya.' }
    : {}
}

function indicatorFaults({ indicator, unit, baseline, target }: GoalDraft): GoalFaults {
  if (indicator === '')
    return unit || baseline || target ? { indicator: 'Isi indikator dari angka-angka ini.' } : {}
  return target === null ? { target: 'Isi target indikator ini.' } : {}
}

/** Two goals of one plan are told apart by their words. */
export const goalKey = ({ year, title }: Pick<GoalDraft, 'year' | 'title'>): string =>
  `${year} ${title.toLowerCase().replace(/\s+/g, ' ')}`

/** The facts of a goal as a draft says them. */
export const draftOf = (goal: SeenGoal): GoalDraft => ({
  year: goal.year,
  title: goal.title,
  serves: goal.serves,
  served: goal.served,
  owner: goal.ownerId === null || goal.employee !== null ? ownerName(goal) : '',
  startsOn: goal.startsOn,
  dueOn: goal.dueOn,
  indicator: goal.indicator,
  unit: goal.unit,
  baseline: goal.baseline,
  target: goal.target,
  areas: goal.areas,
})
