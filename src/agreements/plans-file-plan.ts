import { taskFaults } from '../engine/agreements/agreement-faults'
import { planChildRows, rowsByKey, type ChildPlan, type ColumnFault } from '../imports/child-rows'
import type { Mapped } from '../spreadsheets/map-columns'
import { sameNumber } from './agreements-file-plan'
import {
  same,
  taskFactsOf,
  TOO_MANY_TASKS,
  UNDER_ONE_MOST,
  type AgreementRow,
  type TaskDraft,
  type TaskRow,
  type WholeAgreement,
} from './agreement-facts'
import { RESULT_WITHOUT_DAY, TASK_FAULT_WORDS } from './agreement-words'
import { MISSING_DAYS } from './agreement.form'
import { PLAN_HEADERS, type PlanColumn, type PlanValues } from './plan-columns'

export type PlansFilePlan = ChildPlan<AgreementRow, TaskRow, TaskDraft>

export interface UnderAgreements {
  readonly known: readonly WholeAgreement[]
  readonly update: boolean
  readonly today: string
}

/** Finds the agreement that a row names by its number, however that is written. */
export function agreementOf(known: readonly WholeAgreement[]) {
  const agreements = new Map(known.map(({ agreement }) => [sameNumber(agreement.number), agreement]))
  return (
    { agreement: number }: { readonly agreement: string },
    say: (column: 'agreement', message: string) => void,
  ): AgreementRow | undefined => {
    const found = agreements.get(sameNumber(number))
    if (!found) say('agreement', 'Tidak ada kerja sama dengan nomor ini di unit ini.')
    return found
  }
}

const keyOf = (agreement: string, title: string): string => `${sameNumber(agreement)}\n${sameNumber(title)}`

/** What a file would make of the work plans of a unit. An empty cell leaves what stands. */
export function planPlansFile(
  file: Mapped<PlanValues>,
  { known, update, today }: UnderAgreements,
): PlansFilePlan {
  return planChildRows(file, {
    headers: PLAN_HEADERS,
    update,
    standing: rowsByKey(
      known.flatMap(({ agreement, tasks }) =>
        tasks.map(task => [keyOf(agreement.number, task.title), task] as const),
      ),
    ),
    parentOf: agreementOf(known),
    keyOf: values => keyOf(values.agreement, values.title),
    named: ['title', 'Tugas ini'],
    ceiling: {
      most: UNDER_ONE_MOST,
      idOf: ({ id }) => id,
      standing: known.flatMap(({ agreement, tasks }) => tasks.map(() => agreement.id)),
      fault: ['title', TOO_MANY_TASKS],
    },
    merged,
    faultsOf: (after, agreement) => factFaults(after, agreement, today),
    isSame: (before, after) => same(taskFactsOf(before), after),
  })
}

function factFaults(after: TaskDraft, agreement: AgreementRow, today: string): ColumnFault<PlanColumn>[] {
  const dated = after.dueOn === '' ? [] : taskFaults(after, agreement, today)
  return [
    ...(after.owner === '' ? [['owner', 'Isi penanggung jawabnya.'] as const] : []),
    ...(after.dueOn === '' ? [['dueOn', MISSING_DAYS.dueOn] as const] : []),
    ...dated.map(fault => TASK_FAULT_WORDS[fault]),
    ...(after.result !== '' && after.doneOn === null ? [['doneOn', RESULT_WITHOUT_DAY] as const] : []),
  ]
}

const merged = (values: PlanValues, before: TaskRow | undefined): TaskDraft => ({
  title: before?.title ?? values.title,
  dueOn: values.dueOn ?? before?.dueOn ?? '',
  owner: values.owner ?? before?.owner ?? '',
  doneOn: values.doneOn ?? before?.doneOn ?? null,
  result: values.result ?? before?.result ?? '',
  evidenceId: before?.evidenceId ?? null,
})
