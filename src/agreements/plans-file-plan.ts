import { taskFaults } from '../engine/agreements/agreement-faults'
import type { TableFault } from '../spreadsheets/table'
import { sameNumber } from './agreements-file-plan'
import {
  same,
  taskFactsOf,
  type AgreementRow,
  type TaskDraft,
  type TaskRow,
  type WholeAgreement,
} from './agreement-facts'
import { RESULT_WITHOUT_DAY, TASK_FAULT_WORDS } from './agreement-words'
import { MISSING_DAYS } from './agreement.form'
import { planHeaderOf, type PlanColumn, type PlanFileRow } from './plan-columns'

/** One row of a file, and what it would make or change. */
export interface PlannedTaskRow {
  readonly number: number
  readonly agreement: AgreementRow
  readonly before: TaskRow | undefined
  readonly after: TaskDraft
}

export interface PlansFilePlan {
  readonly planned: readonly PlannedTaskRow[]
  readonly unchanged: number
  readonly faults: readonly TableFault[]
}

interface Setting {
  readonly known: readonly WholeAgreement[]
  readonly update: boolean
  readonly today: string
}

const keyOf = (agreement: string, title: string): string => `${sameNumber(agreement)}\n${sameNumber(title)}`

/** What a file would make of the work plans of a unit: pure, every fault with its row. An empty cell leaves what stands. */
export function planPlansFile(
  rows: readonly PlanFileRow[],
  { known, update, today }: Setting,
): PlansFilePlan {
  const agreements = new Map(known.map(({ agreement }) => [sameNumber(agreement.number), agreement]))
  const standing = tasksByKey(known)
  const inFile = new Map<string, number>()
  const planned: PlannedTaskRow[] = []
  const faults: TableFault[] = []
  let unchanged = 0
  for (const { number, values } of rows) {
    const fault = (fact: PlanColumn, message: string) =>
      void faults.push({ row: number, column: planHeaderOf(fact), message })
    const agreement = agreements.get(sameNumber(values.agreement))
    if (!agreement) {
      fault('agreement', 'Tidak ada kerja sama dengan nomor ini di unit ini.')
      continue
    }
    const key = keyOf(values.agreement, values.title)
    const twin = inFile.get(key)
    inFile.set(key, twin ?? number)
    if (twin !== undefined) {
      fault('title', `Tugas ini sudah ada di baris ${twin}.`)
      continue
    }
    const found = standing.get(key) ?? []
    if (found.length > 1) {
      fault('title', 'Lebih dari satu tugas bernama sama. Ubah lewat halamannya.')
      continue
    }
    const before = found[0]
    if (before && !update) {
      fault('title', 'Tugas ini sudah tercatat. Pilih “perbarui” bila memang tugas itu.')
      continue
    }
    const after = merged(values, before)
    for (const [fact, message] of factFaults(after, agreement, today)) fault(fact, message)
    if (before && same(taskFactsOf(before), after)) unchanged++
    else planned.push({ number, agreement, before, after })
  }
  return faults.length > 0 ? { planned: [], unchanged: 0, faults } : { planned, unchanged, faults }
}

function tasksByKey(known: readonly WholeAgreement[]): Map<string, TaskRow[]> {
  const found = new Map<string, TaskRow[]>()
  for (const { agreement, tasks } of known)
    for (const task of tasks) {
      const key = keyOf(agreement.number, task.title)
      found.set(key, [...(found.get(key) ?? []), task])
    }
  return found
}

function factFaults(
  after: TaskDraft,
  agreement: AgreementRow,
  today: string,
): (readonly [PlanColumn, string])[] {
  const dated = after.dueOn === '' ? [] : taskFaults(after, agreement, today)
  return [
    ...(after.owner === '' ? [['owner', 'Isi penanggung jawabnya.'] as const] : []),
    ...(after.dueOn === '' ? [['dueOn', MISSING_DAYS.dueOn] as const] : []),
    ...dated.map(fault => TASK_FAULT_WORDS[fault]),
    ...(after.result !== '' && after.doneOn === null ? [['doneOn', RESULT_WITHOUT_DAY] as const] : []),
  ]
}

const merged = (values: PlanFileRow['values'], before: TaskRow | undefined): TaskDraft => ({
  title: before?.title ?? values.title,
  dueOn: values.dueOn ?? before?.dueOn ?? '',
  owner: values.owner ?? before?.owner ?? '',
  doneOn: values.doneOn ?? before?.doneOn ?? null,
  result: values.result ?? before?.result ?? '',
  evidenceId: before?.evidenceId ?? null,
})
