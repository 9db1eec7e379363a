import { trailEntry, type TrailEntry } from '../audit/audit.page'
import type { TrailRow } from '../audit/audit.repository'
import { agreementState, planStanding } from '../engine/agreements/agreement-state'
import { evaluationDates } from '../engine/agreements/evaluation-dates'
import { paths } from '../paths'
import type { EntryPanels } from '../registers/entry-panels.page'
import type { Crumbs } from '../web/components/panels'
import type { Status } from '../web/components/status'
import { formatDate, formatShortDate } from '../web/format/date'
import { formatCount } from '../web/format/number'
import type { PageModel } from '../web/view'
import { agreementCrumbs } from './agreement-form.page'
import type { EvaluationRow, TaskRow, WholeAgreement } from './agreement-facts'
import { agreementFacts, evaluationStatus, STATE_MEANINGS, STATE_WORDS, taskStatus } from './agreement-words'

declare module '../web/view' {
  interface Views {
    'agreements/agreement': AgreementPage
  }
}

export interface AgreementPage extends PageModel {
  readonly crumbs: Crumbs
  readonly over: string
  readonly status: Status
  readonly meaning: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly scope: string
  /** Empty for those who only read. */
  readonly editHref: string
  readonly newTaskHref: string
  readonly newEvaluationHref: string
  readonly planCaption: string
  readonly tasks: readonly TaskLine[]
  readonly evaluationsCaption: string
  readonly nextEvaluation: Status | null
  readonly evaluations: readonly EvaluationLine[]
  /** Evidence, areas, questions, where it is used. */
  readonly panels: EntryPanels
  readonly trail: readonly TrailEntry[]
}

export interface TaskLine {
  readonly title: string
  /** Empty for those who only read. */
  readonly href: string
  readonly owner: string
  readonly due: string
  readonly done: string
  readonly result: string
  readonly proof: string
  readonly proofHref: string
  readonly state: Status
}

export interface EvaluationLine {
  readonly heldOn: string
  readonly finding: string
  /** Empty for those who only read. */
  readonly removalHref: string
}

export interface AgreementSetting {
  readonly today: string
  readonly keeps: boolean
  /** Whether the actor opens what proves tasks. */
  readonly opensProofs: boolean
  readonly panels: EntryPanels
  /** Empty for those who only read. */
  readonly trail: readonly TrailRow[]
}

/** One agreement: what it is, its work plan, its evaluations. */
export function agreementPage(whole: WholeAgreement, setting: AgreementSetting): AgreementPage {
  const { agreement, tasks, evaluations } = whole
  const { today, keeps, panels, trail } = setting
  const standing = planStanding(tasks, today)
  const state = agreementState(agreement, standing, today)
  const dates = evaluationDates(agreement, agreement.evaluateEvery)
  return {
    title: agreement.title,
    current: 'register',
    sheet: 'registers',
    crumbs: { links: agreementCrumbs(agreement) },
    over: `Kerja sama dengan ${agreement.partner}`,
    status: STATE_WORDS[state],
    meaning: STATE_MEANINGS[state],
    facts: agreementFacts(agreement),
    scope: agreement.scope,
    editHref: keeps ? paths.editAgreement(agreement.id) : '',
    newTaskHref: keeps ? paths.newAgreementTask(agreement.id) : '',
    newEvaluationHref: keeps ? paths.newAgreementEvaluation(agreement.id) : '',
    planCaption:
      tasks.length === 0
        ? 'Belum ada tugas.'
        : `${formatCount(standing.realised)} dari ${formatCount(standing.tasks)} tugas terlaksana${standing.late > 0 ? `, ${formatCount(standing.late)} lewat tenggat` : ''}.`,
    tasks: tasks.map(task => taskLine(task, setting)),
    evaluationsCaption:
      dates.length === 0
        ? 'Evaluasi tidak dijadwalkan.'
        : `${formatCount(evaluations.length)} evaluasi tercatat; ${formatCount(dates.length)} dijadwalkan sampai ${formatDate(agreement.validUntil)}.`,
    nextEvaluation: evaluationStatus(agreement.nextEvaluationOn, today),
    evaluations: evaluations.map(row => evaluationLine(row, keeps)),
    panels,
    trail: trail.map(row => trailEntry(row, agreement.timeZone)),
  }
}

const taskLine = (task: TaskRow, { today, keeps, opensProofs }: AgreementSetting): TaskLine => ({
  title: task.title,
  href: keeps ? paths.agreementTask(task.agreementId, task.id) : '',
  owner: task.owner,
  due: formatShortDate(task.dueOn),
  done: task.doneOn === null ? '–' : formatShortDate(task.doneOn),
  result: task.result,
  proof: task.evidenceTitle ?? '–',
  proofHref: opensProofs && task.evidenceId !== null ? paths.evidence(task.evidenceId) : '',
  state: taskStatus(task, today),
})

const evaluationLine = (row: EvaluationRow, keeps: boolean): EvaluationLine => ({
  heldOn: formatDate(row.heldOn),
  finding: row.finding,
  removalHref: keeps ? paths.agreementEvaluationRemoval(row.agreementId, row.id) : '',
})
