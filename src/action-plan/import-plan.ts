import { progressFault, unexplainedBefore, type Progress } from '../engine/action-plan/progress'
import { rowsOverCeiling } from '../imports/ceiling'
import type { TableFault } from '../spreadsheets/table'
import {
  draftOf,
  goalFaults,
  goalKey,
  GOALS_MOST,
  TOO_MANY_GOALS,
  type GoalDraft,
  type GoalOwner,
  type SeenGoal,
} from './goal-facts'
import { AMBIGUOUS_OWNER, findOwner, type Bearer } from './goal-owners'
import type { ReportDraft } from './goal-progress.service'
import { NEEDS_DUE, NEEDS_START } from './goal.form'
import { headerOf, type PlanFact, type PlanFileRow } from './plan-columns'
import { movedStartFault, reportFault } from './plan-words'
import type { ReportRow } from './plan.repository'

/** One row of a file, and what it would make or change. */
export interface PlannedGoal {
  readonly number: number
  readonly before: SeenGoal | undefined
  readonly after: GoalDraft
  readonly owner: GoalOwner
  /** Undefined leaves what stands. */
  readonly questions: readonly string[] | undefined
  /** The goal itself is new or another; otherwise only its progress is told. */
  readonly changed: boolean
  /** A report that does not stand yet. */
  readonly report: ReportDraft | undefined
  readonly reports: readonly Progress[]
}

export interface ImportPlan {
  readonly planned: readonly PlannedGoal[]
  readonly unchanged: number
  readonly faults: readonly TableFault[]
}

/** What a file is held against. */
export interface ImportStanding {
  readonly known: readonly SeenGoal[]
  readonly reports: ReadonlyMap<string, readonly ReportRow[]>
  readonly bearers: readonly Bearer[]
  readonly today: string
  readonly update: boolean
}

/** What a file would make of a plan: pure, every fault with its row. An empty cell leaves what stands. */
export function planImport(rows: readonly PlanFileRow[], standing: ImportStanding): ImportPlan {
  const known = new Map(standing.known.map(goal => [goalKey(goal), goal]))
  const inFile = new Map<string, number>()
  const planned: PlannedGoal[] = []
  const faults: TableFault[] = []
  let unchanged = 0
  for (const { number, values } of rows) {
    const key = goalKey(values)
    const twin = inFile.get(key)
    inFile.set(key, twin ?? number)
    const before = known.get(key)
    const taken = twin === undefined ? before && !standing.update : true
    if (taken) {
      const message =
        twin === undefined
          ? 'Sudah tercatat dalam rencana tahun ini. Pilih “perbarui” bila memang sasaran itu.'
          : `Sasaran ini sudah ada di baris ${twin}.`
      faults.push({ row: number, column: headerOf('title'), message })
      continue
    }
    const row = readRow(values, before, standing)
    for (const [fact, message] of row.faults) faults.push({ row: number, column: headerOf(fact), message })
    if (row.faults.length > 0) continue
    if (!row.changed && row.report === undefined) unchanged++
    else planned.push({ number, before, ...row })
  }
  for (const { number } of rowsOverCeiling(
    planned,
    row => row.after.year,
    standing.known.map(goal => goal.year),
    GOALS_MOST,
  ))
    faults.push({ row: number, column: headerOf('year'), message: TOO_MANY_GOALS })
  return faults.length > 0 ? { planned: [], unchanged: 0, faults } : { planned, unchanged, faults }
}

type ReadRow = Omit<PlannedGoal, 'number' | 'before'> & {
  readonly faults: readonly (readonly [PlanFact, string])[]
}

function readRow(
  values: PlanFileRow['values'],
  before: SeenGoal | undefined,
  { reports, bearers, today }: ImportStanding,
): ReadRow {
  const after = merged(values, before)
  const faults: [PlanFact, string][] = []
  if (after.startsOn === '') faults.push(['startsOn', NEEDS_START])
  if (after.dueOn === '') faults.push(['dueOn', NEEDS_DUE])
  if (faults.length === 0) faults.push(...(Object.entries(goalFaults(after)) as [PlanFact, string][]))
  const owner = findOwner(after.owner, bearers, before)
  if (!owner.ok) faults.push(['owner', AMBIGUOUS_OWNER])
  const others = (before && reports.get(before.id)) ?? []
  const early = before && after.startsOn > before.startsOn ? unexplainedBefore(after.startsOn, others) : null
  if (early !== null) faults.push(['startsOn', movedStartFault(early).startsOn])
  const told = reportOf(values, others, { startsOn: after.startsOn, today })
  faults.push(...told.faults)
  return {
    after,
    owner: owner.ok ? owner.value : { ownerId: null, owner: after.owner },
    questions: values.questions,
    changed: before === undefined || !saysTheSame(before, after, values.questions),
    report: told.report,
    reports: others,
    faults,
  }
}

function reportOf(
  { reportedOn, percent, obstacle, note }: PlanFileRow['values'],
  others: readonly ReportRow[],
  goal: { readonly startsOn: string; readonly today: string },
): { report: ReportDraft | undefined; faults: [PlanFact, string][] } {
  if (reportedOn === null && percent === undefined)
    return obstacle || note
      ? { report: undefined, faults: [['reportedOn', 'Isi tanggal dan persen kemajuannya.']] }
      : { report: undefined, faults: [] }
  if (reportedOn === null) return { report: undefined, faults: [['reportedOn', 'Isi tanggal kemajuan.']] }
  if (percent === undefined) return { report: undefined, faults: [['percent', 'Isi persen kemajuan.']] }
  const report = { reportedOn, percent, obstacle, note }
  if (others.some(other => sameReport(other, report))) return { report: undefined, faults: [] }
  const fault = progressFault(report, { ...goal, others })
  const words = fault ? (Object.entries(reportFault(fault, goal)) as [PlanFact, string][]) : []
  return { report, faults: words }
}

const sameReport = (one: ReportDraft, other: ReportDraft): boolean =>
  one.reportedOn === other.reportedOn &&
  one.percent === other.percent &&
  one.obstacle === other.obstacle &&
  one.note === other.note

function saysTheSame(before: SeenGoal, after: GoalDraft, questions: readonly string[] | undefined): boolean {
  if (JSON.stringify(draftOf(before)) !== JSON.stringify(after)) return false
  return questions === undefined || [...questions].sort().join() === [...before.questions].sort().join()
}

const NOTHING: GoalDraft = {
  year: 0,
  title: '',
  serves: 'none',
  served: '',
  owner: '',
  startsOn: '',
  dueOn: '',
  indicator: '',
  unit: '',
  baseline: null,
  target: null,
  areas: [],
}

function merged(values: PlanFileRow['values'], before: SeenGoal | undefined): GoalDraft {
  const was = before ? draftOf(before) : NOTHING
  return {
    year: values.year,
    title: before?.title ?? values.title,
    serves: values.serves ?? was.serves,
    served: values.served ?? was.served,
    owner: values.owner ?? was.owner,
    startsOn: values.startsOn ?? was.startsOn,
    dueOn: values.dueOn ?? was.dueOn,
    indicator: values.indicator ?? was.indicator,
    unit: values.unit ?? was.unit,
    baseline: values.baseline ?? was.baseline,
    target: values.target ?? was.target,
    areas: values.areas ?? was.areas,
  }
}
