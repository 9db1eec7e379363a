import { QUARTERS, type Quarter } from '../engine/performance/quarters'
import { rowsOverCeiling } from '../imports/ceiling'
import type { Supported } from '../registers/entries.service'
import type { TableFault } from '../spreadsheets/table'
import {
  COMMITMENTS_MOST,
  draftOf,
  indicatorKey,
  quarterOf,
  reportFaults,
  reportOf,
  sameDraft,
  TOO_MANY_COMMITMENTS,
  type CommitmentDraft,
  type KeptCommitment,
  type QuarterTargets,
  type ReportDraft,
} from './commitment-facts'
import { targetFaults } from './commitment-faults'
import {
  headerOf,
  quarterHeader,
  type FileFact,
  type PerformanceFileRow,
  type QuarterCells,
} from './performance-columns'

export interface PlannedReport {
  readonly quarter: Quarter
  readonly before: ReportDraft | null
  readonly after: ReportDraft
}

/** One row of a file, and what it would make or change. */
export interface PlannedCommitment {
  readonly number: number
  readonly before: KeptCommitment | undefined
  readonly after: CommitmentDraft
  readonly reports: readonly PlannedReport[]
  /** Undefined leaves what stands. */
  readonly areas: readonly string[] | undefined
  readonly questions: readonly string[] | undefined
}

export interface PerformancePlan {
  readonly planned: readonly PlannedCommitment[]
  readonly unchanged: number
  readonly faults: readonly TableFault[]
}

interface PlanSetting {
  readonly known: readonly KeptCommitment[]
  readonly update: boolean
  /** The civil date at the satker. */
  readonly today: string
  /** What those that are known support, by id. */
  readonly supported: ReadonlyMap<string, Supported>
}

const keyOf = (year: number, indicator: string): string => `${year} ${indicatorKey(indicator)}`

/** What a file would make of a register: pure, every fault with its row. An empty cell leaves what stands. */
export function planPerformance(rows: readonly PerformanceFileRow[], setting: PlanSetting): PerformancePlan {
  const standing = new Map(setting.known.map(one => [keyOf(one.year, one.indicator), one]))
  const inFile = new Map<string, number>()
  const planned: PlannedCommitment[] = []
  const faults: TableFault[] = []
  let unchanged = 0
  for (const row of rows) {
    const { number, values } = row
    const fault = (column: string, message: string) => void faults.push({ row: number, column, message })
    const key = keyOf(values.year, values.indicator)
    const twin = inFile.get(key)
    inFile.set(key, twin ?? number)
    const before = standing.get(key)
    if (twin !== undefined) fault(headerOf('indicator'), `Indikator ini sudah ada di baris ${twin}.`)
    else if (before && !setting.update)
      fault(headerOf('indicator'), 'Sudah tercatat pada tahun itu. Pilih “perbarui” untuk mengubahnya.')
    else {
      const plan = planRow(row, before, setting, fault)
      if (plan === 'unchanged') unchanged++
      else if (plan) planned.push(plan)
    }
  }
  for (const { number } of rowsOverCeiling(
    planned,
    row => row.after.year,
    setting.known.map(one => one.year),
    COMMITMENTS_MOST,
  ))
    faults.push({ row: number, column: headerOf('year'), message: TOO_MANY_COMMITMENTS })
  return faults.length > 0 ? { planned: [], unchanged: 0, faults } : { planned, unchanged, faults }
}

function planRow(
  row: PerformanceFileRow,
  before: KeptCommitment | undefined,
  setting: PlanSetting,
  fault: (column: string, message: string) => void,
): PlannedCommitment | 'unchanged' | undefined {
  const after = merged(row, before, fault)
  if (!after) return undefined
  for (const [field, message] of Object.entries(targetFaults(after, before))) fault(columnOf(field), message)
  const reports = QUARTERS.flatMap(quarter => {
    const planned = plannedReport(row, quarter, { before, after, today: setting.today }, fault)
    return planned ? [planned] : []
  })
  const { areas, questions } = row.values
  const stands = before && setting.supported.get(before.id)
  const same =
    before &&
    sameDraft(draftOf(before), after) &&
    sameItems(areas, stands?.areas) &&
    sameItems(questions, stands?.questions)
  if (same && reports.length === 0) return 'unchanged'
  return { number: row.number, before, after, reports, areas, questions }
}

const columnOf = (field: string): string =>
  field === 'yearTarget' ? headerOf('yearTarget') : quarterHeader('target', Number(field.at(-1)) as Quarter)

const NEEDED = {
  unit: 'Isi satuan.',
  direction: 'Isi arah.',
  counting: 'Isi hitungan.',
  yearTarget: 'Isi target tahun.',
}

function merged(
  { values, quarters }: PerformanceFileRow,
  before: KeptCommitment | undefined,
  fault: (column: string, message: string) => void,
): CommitmentDraft | undefined {
  const was = before && draftOf(before)
  const { year, indicator } = values
  const [unit, direction, counting, yearTarget] = [
    values.unit ?? was?.unit,
    values.direction ?? was?.direction,
    values.counting ?? was?.counting,
    values.yearTarget ?? was?.yearTarget,
  ]
  const targets = QUARTERS.map(
    (quarter, place) => quarters[quarter].target ?? was?.targets[place] ?? null,
  ) as unknown as QuarterTargets
  if (unit && direction && counting && yearTarget)
    return { year, indicator, unit, direction, counting, yearTarget, targets }
  for (const [fact, value] of Object.entries({ unit, direction, counting, yearTarget }))
    if (!value) fault(headerOf(fact as FileFact), NEEDED[fact as keyof typeof NEEDED])
  return undefined
}

interface ReportSetting {
  readonly before: KeptCommitment | undefined
  readonly after: CommitmentDraft
  readonly today: string
}

/** What a row says of a quarter, where it says anything and that is not what stands. */
function plannedReport(
  row: PerformanceFileRow,
  quarter: Quarter,
  { before, after, today }: ReportSetting,
  fault: (column: string, message: string) => void,
): PlannedReport | undefined {
  const said = row.quarters[quarter]
  const at = (fact: keyof QuarterCells, message: string) => fault(quarterHeader(fact, quarter), message)
  const standing = before && quarterOf(before, quarter)
  const was = standing ? reportOf(standing) : null
  const silent = said.realisation === null && !said.obstacle && !said.strategy && !said.reportedOn
  if (silent) return undefined
  const realisation = said.realisation ?? was?.realisation
  if (realisation === undefined) return void at('realisation', 'Isi realisasi.')
  const target = after.targets[quarter - 1]
  if (target === null || target === undefined)
    return void at('target', 'Triwulan ini tanpa target, jadi tidak dapat dilaporkan.')
  const report: ReportDraft = {
    realisation,
    obstacle: said.obstacle || (was?.obstacle ?? ''),
    strategy: said.strategy || (was?.strategy ?? ''),
    reportedOn: said.reportedOn ?? was?.reportedOn ?? today,
  }
  for (const [fact, message] of Object.entries(reportFaults(after, { quarter, target }, report, today)))
    at(fact as keyof QuarterCells, message)
  return was && JSON.stringify(was) === JSON.stringify(report)
    ? undefined
    : { quarter, before: was, after: report }
}

/** What a file does not say is no change. */
const sameItems = (said: readonly string[] | undefined, stands: readonly string[] = []): boolean =>
  said === undefined || [...said].sort().join() === [...stands].sort().join()
