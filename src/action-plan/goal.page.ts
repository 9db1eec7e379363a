import type { TrailRow } from '../audit/audit.repository'
import { trailEntry, type TrailEntry } from '../audit/audit.page'
import { goalState } from '../engine/action-plan/goal-state'
import { paths } from '../paths'
import type { EntryPanels } from '../registers/entry-panels.page'
import { registersLink } from '../registers/register-nav'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Field } from '../web/components/field'
import { dateField, numberField, textAreaField } from '../web/components/fields'
import type { Crumbs } from '../web/components/panels'
import type { Status } from '../web/components/status'
import { freshForm, type FormState } from '../web/form'
import { formatDate, formatDateRange, formatShortDate } from '../web/format/date'
import type { PageModel } from '../web/view'
import { ownerName, type SeenGoal } from './goal-facts'
import { planLink } from './goal-form.page'
import type { ReportRow } from './plan.repository'
import { delayWords, measureWords, percentWords, SERVES_WORDS, stateStatus } from './plan-words'

declare module '../web/view' {
  interface Views {
    'action-plan/goal': GoalPage
  }
}

export interface GoalPage extends PageModel {
  readonly crumbs: Crumbs
  readonly over: string
  readonly status: Status
  readonly delay: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly percent: number
  readonly progress: string
  /** What stands in the way by the latest report; empty for nothing. */
  readonly obstacle: string
  /** Empty for those who only read. */
  readonly editHref: string
  readonly activitiesHref: string
  readonly reasonsHref: string
  readonly reports: readonly ReportLine[]
  /** Null for those who only read. */
  readonly report: {
    readonly action: string
    readonly fields: readonly Field[]
    readonly summary: ErrorSummary | null
  } | null
  readonly around: EntryPanels
  readonly trail: readonly TrailEntry[]
}

interface ReportLine {
  readonly day: string
  readonly percent: string
  readonly obstacle: string
  readonly note: string
  readonly reporter: string
  /** Empty for those who only read. */
  readonly removeAction: string
}

export interface GoalSetting {
  readonly today: string
  readonly keeps: boolean
  readonly reports: readonly ReportRow[]
  readonly around: EntryPanels
  /** Empty for those who only read. */
  readonly trail: readonly TrailRow[]
  /** What was typed into the report, once it was refused. */
  readonly form?: FormState | undefined
}

/** A goal, how far it came, and what stands around it. */
export function goalPage(goal: SeenGoal, setting: GoalSetting): GoalPage {
  const { today, keeps, reports, around, trail } = setting
  const [latest] = reports
  return {
    title: goal.title,
    current: 'register',
    sheet: 'registers',
    crumbs: { links: [registersLink(goal.satkerId), planLink(goal.satkerId)] },
    over: `Rencana aksi ${goal.year} · ${goal.satkerName}`,
    status: stateStatus(goal, today),
    delay: goalState(goal, today) === 'not-started' ? delayWords(goal, today) : '',
    facts: factsOf(goal),
    percent: goal.percent,
    progress: latest
      ? `${percentWords(goal.percent)} per ${formatDate(latest.reportedOn)}`
      : 'Belum ada laporan kemajuan.',
    obstacle: latest?.obstacle ?? '',
    editHref: keeps ? paths.editGoal(goal.id) : '',
    activitiesHref: keeps ? paths.goalActivities(goal.id) : '',
    reasonsHref: keeps ? paths.goalReasons(goal.id) : '',
    reports: reports.map(report => ({
      day: formatShortDate(report.reportedOn),
      percent: percentWords(report.percent),
      obstacle: report.obstacle || '–',
      note: report.note || '–',
      reporter: report.reporter ?? '–',
      removeAction: keeps ? paths.goalProgressRemoval(goal.id, report.id) : '',
    })),
    report: keeps ? reportForm(goal, setting) : null,
    around,
    trail: trail.map(row => trailEntry(row, goal.timeZone)),
  }
}

function factsOf(goal: SeenGoal): GoalPage['facts'] {
  const measured = measureWords(goal)
  return [
    {
      label: 'Mendukung',
      value: goal.serves === 'none' ? 'Belum dikaitkan' : `${SERVES_WORDS[goal.serves]}: ${goal.served}`,
    },
    { label: 'Penanggung jawab', value: ownerName(goal) || 'Belum ditentukan' },
    { label: 'Waktu', value: formatDateRange(goal.startsOn, goal.dueOn) },
    { label: 'Indikator', value: goal.indicator || 'Belum ditentukan' },
    ...(measured
      ? [{ label: goal.baseline === null ? 'Target' : 'Data awal → target', value: measured }]
      : []),
    ...(goal.doneOn === null ? [] : [{ label: 'Selesai', value: formatDate(goal.doneOn) }]),
  ]
}

function reportForm(goal: SeenGoal, { today, form }: GoalSetting): NonNullable<GoalPage['report']> {
  const shown = form ?? freshForm({ reportedOn: today })
  const fields = [
    dateField(shown, 'reportedOn', { label: 'Tanggal' }),
    numberField(shown, 'percent', {
      label: 'Kemajuan (%)',
      hint: '0 sampai 100. 100 berarti selesai.',
    }),
    textAreaField(shown, 'obstacle', { label: 'Kendala', required: false, rows: 2, maxlength: 500 }),
    textAreaField(shown, 'note', {
      label: 'Catatan',
      required: false,
      rows: 2,
      maxlength: 500,
      hint: 'Wajib bila kemajuan turun atau mendahului tanggal mulai.',
    }),
  ]
  return { action: paths.goalProgress(goal.id), fields, summary: form ? errorSummary(shown, fields) : null }
}
