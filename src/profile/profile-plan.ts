import { placeOf } from '../engine/profile/quarter'
import type { Figure } from '../engine/profile/figures'
import type { TableFault } from '../spreadsheets/table'
import { QUARTER_HEADER, type ProfileFileRow } from './profile-columns'
import {
  FIGURE_NAMES,
  FIGURES,
  figuresOf,
  profileFaults,
  sameProfile,
  type ProfileDraft,
  type ProfileRow,
} from './profile-facts'
import { quarterName } from './profile-words'

/** One row of a file, and what it would make or change. */
export interface PlannedProfile {
  readonly number: number
  readonly before: ProfileRow | undefined
  readonly after: ProfileDraft
  /** Undefined leaves what stands. */
  readonly questions: readonly string[] | undefined
}

export interface ProfilePlan {
  readonly planned: readonly PlannedProfile[]
  readonly unchanged: number
  readonly faults: readonly TableFault[]
}

/** What a file would make of the quarters: pure, every fault with its row. An empty cell leaves what stands. */
export function planProfiles(
  rows: readonly ProfileFileRow[],
  {
    known,
    update,
    today,
  }: { readonly known: readonly ProfileRow[]; readonly update: boolean; readonly today: string },
): ProfilePlan {
  const standing = new Map(known.map(one => [placeOf(one), one]))
  const inFile = new Map<number, number>()
  const planned: PlannedProfile[] = []
  const faults: TableFault[] = []
  let unchanged = 0
  for (const { number, values } of rows) {
    const fault = (column: string, message: string) => void faults.push({ row: number, column, message })
    const place = placeOf(values)
    const twin = inFile.get(place)
    inFile.set(place, twin ?? number)
    if (twin !== undefined) {
      fault(QUARTER_HEADER, `${quarterName(values)} sudah ada di baris ${twin}.`)
      continue
    }
    const before = standing.get(place)
    if (before && !update) {
      fault(QUARTER_HEADER, `${quarterName(values)} sudah tercatat. Pilih “perbarui” bila memang yang itu.`)
      continue
    }
    const { questions } = values
    const after = merged(values, before)
    for (const [fact, message] of Object.entries(profileFaults(after, today)))
      fault(fact === 'quarter' ? QUARTER_HEADER : FIGURES[fact as Figure].label, message)
    const asked = questions ?? before?.questions ?? []
    if (before && sameProfile(before, after) && asked.join() === before.questions.join()) unchanged++
    else planned.push({ number, before, after, questions })
  }
  return faults.length > 0 ? { planned: [], unchanged: 0, faults } : { planned, unchanged, faults }
}

function merged(values: ProfileFileRow['values'], before: ProfileRow | undefined): ProfileDraft {
  const said = FIGURE_NAMES.map(name => [name, values[name] ?? before?.figures[name] ?? null])
  return {
    year: values.year,
    quarter: values.quarter,
    figures: figuresOf(Object.fromEntries(said) as ProfileDraft['figures']),
    areas: values.areas ?? before?.areas ?? [],
  }
}
