import type { TableFault } from '../spreadsheets/table'
import {
  BLANK,
  factsOf,
  inputFaults,
  inputKey,
  isComplaints,
  sameFacts,
  type InputDraft,
  type InputFact,
  type SupportedInput,
} from './input-facts'
import { headerOf, type InputFileRow } from './inputs-columns'

/** One row of a file, and what it would make or change. */
export interface PlannedInput {
  readonly number: number
  readonly before: SupportedInput | undefined
  readonly after: InputDraft
  readonly areas: readonly string[]
  /** Undefined leaves what stands. */
  readonly questions: readonly string[] | undefined
}

export interface InputsPlan {
  readonly planned: readonly PlannedInput[]
  readonly unchanged: number
  readonly faults: readonly TableFault[]
}

export interface PlanSetting {
  readonly known: readonly SupportedInput[]
  readonly update: boolean
  readonly today: string
}

/** Facts of meetings that a month of complaints has no place for, and the other way round. */
const MEETING_FACTS = [
  'subject',
  'stakeholder',
  'people',
  'asked',
  'decided',
  'followUp',
  'followedUpOn',
] as const
const COMPLAINT_FACTS = ['received', 'done', 'inProcess', 'averageDays'] as const

/** What a file would make of a register: pure, every fault with its row. An empty cell leaves what stands. */
export function planInputs(rows: readonly InputFileRow[], setting: PlanSetting): InputsPlan {
  const standing = new Map(setting.known.map(one => [inputKey(one), one]))
  const inFile = new Map<string, number>()
  const faults: TableFault[] = []
  const planned: PlannedInput[] = []
  let unchanged = 0
  for (const row of rows) {
    const key = inputKey({ ...row.values, subject: row.values.subject ?? '' })
    const before = standing.get(key)
    const twin = inFile.get(key)
    inFile.set(key, twin ?? row.number)
    const plan = merged(row, before)
    const found = faultsOf(row, plan, { twin, ...setting })
    faults.push(...found)
    if (found.length > 0) continue
    if (before && isUnchanged(plan, before)) unchanged++
    else planned.push(plan)
  }
  return faults.length > 0 ? { planned: [], unchanged: 0, faults } : { planned, unchanged, faults }
}

function faultsOf(
  { number, values }: InputFileRow,
  { before, after }: PlannedInput,
  { twin, update, today }: PlanSetting & { readonly twin: number | undefined },
): TableFault[] {
  const fault = (fact: InputFact, message: string): TableFault => ({
    row: number,
    column: headerOf(fact),
    message,
  })
  if (twin !== undefined) return [fault('happenedOn', sameAs(after, `ada di baris ${twin}.`))]
  if (before && !update)
    return [fault('happenedOn', sameAs(after, 'tercatat. Pilih “perbarui” bila memang itu.'))]
  const foreign = (isComplaints(after) ? MEETING_FACTS : COMPLAINT_FACTS).filter(
    fact => (values[fact] ?? '') !== '',
  )
  const words = isComplaints(after) ? 'Pengaduan hanya berisi hitungan.' : 'Hanya bagi pengaduan.'
  return [
    ...foreign.map(fact => fault(fact, words)),
    ...Object.entries(inputFaults(after, today)).map(([fact, message]) => fault(fact as InputFact, message)),
  ]
}

const sameAs = (draft: InputDraft, where: string): string =>
  `${isComplaints(draft) ? 'Pengaduan bulan ini' : 'Masukan ini'} sudah ${where}`

function merged({ number, values }: InputFileRow, before: SupportedInput | undefined): PlannedInput {
  const { kind, happenedOn, areas, questions, ...said } = values
  const was = before ? factsOf(before) : BLANK
  const told = Object.fromEntries(Object.entries(said).filter(([, value]) => (value ?? '') !== ''))
  const day = kind === 'pengaduan' ? `${happenedOn.slice(0, 7)}-01` : happenedOn
  return {
    number,
    before,
    after: factsOf({ ...was, ...told, kind, happenedOn: day }),
    areas: areas ?? before?.areas ?? [],
    questions,
  }
}

const isUnchanged = ({ after, areas, questions }: PlannedInput, before: SupportedInput): boolean =>
  sameFacts(before, after) &&
  same(before.areas, areas) &&
  (questions === undefined || same(before.questions, questions))

const same = (one: readonly string[], other: readonly string[]): boolean =>
  [...one].sort().join() === [...other].sort().join()
