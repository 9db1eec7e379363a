import type { TableFault } from '../spreadsheets/table'
import {
  factsOf,
  sameFacts,
  surveyFaults,
  surveyKey,
  type SupportedSurvey,
  type SurveyDraft,
} from './survey-facts'
import { headerOf, type SurveyFileRow } from './surveys-columns'
import { NEEDS_INDEX, NEEDS_RESPONDENTS } from './surveys.form'

/** One row of a file, and what it would make or change. */
export interface PlannedSurvey {
  readonly number: number
  readonly before: SupportedSurvey | undefined
  readonly after: SurveyDraft
  readonly areas: readonly string[]
  /** Undefined leaves what stands. */
  readonly questions: readonly string[] | undefined
}

export interface SurveysPlan {
  readonly planned: readonly PlannedSurvey[]
  readonly unchanged: number
  readonly faults: readonly TableFault[]
}

export interface PlanSetting {
  readonly known: readonly SupportedSurvey[]
  readonly update: boolean
  readonly today: string
}

type Said = Partial<SurveyDraft> & Pick<SurveyDraft, 'kind' | 'heldFrom' | 'heldUntil'>

/** What a file would make of a register: pure, every fault with its row. An empty cell leaves what stands. */
export function planSurveys(rows: readonly SurveyFileRow[], setting: PlanSetting): SurveysPlan {
  const standing = new Map(setting.known.map(one => [surveyKey(one), one]))
  const inFile = new Map<string, number>()
  const faults: TableFault[] = []
  const planned: PlannedSurvey[] = []
  let unchanged = 0
  for (const row of rows) {
    const key = surveyKey(row.values)
    const before = standing.get(key)
    const twin = inFile.get(key)
    inFile.set(key, twin ?? row.number)
    const { number, values } = row
    const said = merged(values, before)
    const found = faultsOf(said, { ...setting, before, twin })
    faults.push(...found.map(([fact, message]) => ({ row: number, column: headerOf(fact), message })))
    if (found.length > 0) continue
    const { areas = before?.areas ?? [], questions } = values
    const plan: PlannedSurvey = { number, before, after: factsOf(said as SurveyDraft), areas, questions }
    if (before && isUnchanged(plan, before)) unchanged++
    else planned.push(plan)
  }
  return faults.length > 0 ? { planned: [], unchanged: 0, faults } : { planned, unchanged, faults }
}

type Fault = readonly [fact: keyof SurveyDraft, message: string]

function faultsOf(
  said: Said,
  {
    before,
    twin,
    update,
    today,
  }: PlanSetting & { readonly before: SupportedSurvey | undefined; readonly twin: number | undefined },
): Fault[] {
  if (twin !== undefined) return [['heldFrom', `Survei dengan periode ini sudah ada di baris ${twin}.`]]
  if (before && !update)
    return [
      ['heldFrom', 'Survei dengan periode ini sudah tercatat. Pilih “perbarui” bila memang survei itu.'],
    ]
  const missing = NEEDED.filter(([fact]) => said[fact] === undefined)
  if (missing.length > 0) return missing
  return Object.entries(surveyFaults(said as SurveyDraft, today)) as [keyof SurveyDraft, string][]
}

const NEEDED: readonly Fault[] = [
  ['method', 'Isi caranya.'],
  ['respondents', NEEDS_RESPONDENTS],
  ['scale', 'Isi skalanya.'],
  ['index', NEEDS_INDEX],
  ['conductedBy', 'Isi siapa yang menyelenggarakan.'],
]

/** A population that nobody knows is null; everything else is missing until it is said. */
function merged(values: SurveyFileRow['values'], before: SupportedSurvey | undefined): Said {
  const { areas: _areas, questions: _questions, ...said } = values
  const told = Object.fromEntries(Object.entries(said).filter(([, value]) => (value ?? null) !== null))
  const was = before ? factsOf(before) : { population: null }
  return { ...was, ...told } as Said
}

const isUnchanged = ({ after, areas, questions }: PlannedSurvey, before: SupportedSurvey): boolean =>
  sameFacts(before, after) &&
  same(before.areas, areas) &&
  (questions === undefined || same(before.questions, questions))

const same = (one: readonly string[], other: readonly string[]): boolean =>
  [...one].sort().join() === [...other].sort().join()
