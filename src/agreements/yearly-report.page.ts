import { agreementState, planStanding } from '../engine/agreements/agreement-state'
import { evaluationDates } from '../engine/agreements/evaluation-dates'
import { paths } from '../paths'
import type { Crumbs } from '../web/components/panels'
import type { Status } from '../web/components/status'
import { formatDate, formatShortDate } from '../web/format/date'
import { formatCount } from '../web/format/number'
import type { Link } from '../web/shell'
import type { PageModel } from '../web/view'
import type { AgreementUnit, TaskRow, WholeAgreement } from './agreement-facts'
import { agreementCrumbs } from './agreement-form.page'
import { KIND_WORDS, STATE_WORDS, taskStatus, termWords } from './agreement-words'

declare module '../web/view' {
  interface Views {
    'agreements/yearly-report': YearlyReportPage
  }
}

export interface YearlyReportPage extends PageModel {
  readonly crumbs: Crumbs
  readonly years: readonly (Link & { readonly current: boolean })[]
  readonly letterhead: readonly string[]
  readonly heading: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly agreements: readonly ReportedAgreement[]
  readonly emptyText: string
  readonly signs: readonly (readonly string[])[]
}

export interface ReportedAgreement {
  readonly title: string
  readonly about: string
  readonly state: Status
  readonly planned: string
  readonly tasks: readonly {
    readonly title: string
    readonly owner: string
    readonly due: string
    readonly done: string
    readonly result: string
    readonly proof: string
    readonly state: Status
  }[]
  readonly evaluated: string
  readonly evaluations: readonly { readonly heldOn: string; readonly finding: string }[]
}

interface Setting {
  readonly unit: AgreementUnit
  readonly today: string
  /** The year in the address, as it was typed. */
  readonly asked: unknown
}

const YEARS_OFFERED = 5

/** What became of a unit's agreements in one year: plan against realisation, evaluation, state; to print and to sign. */
export function yearlyReportPage(all: readonly WholeAgreement[], setting: Setting): YearlyReportPage {
  const { unit, today } = setting
  const year = yearOf(setting)
  const last = `${year}-12-31`
  const day = last < today ? last : today
  const reported = all.filter(whole => concerns(whole, year)).map(whole => reportedOf(whole, year, day))
  return {
    title: `Laporan tahunan kerja sama ${year}`,
    current: 'register',
    sheet: 'registers',
    crumbs: { links: agreementCrumbs(unit) },
    years: yearsOf(today).map(one => ({
      label: one,
      href: `${paths.agreementsReport(unit.satkerId)}?tahun=${one}`,
      current: one === year,
    })),
    letterhead: unit.letterhead.split('\n').filter(Boolean),
    heading: `Laporan tahunan kerja sama ${year}`,
    facts: [
      { label: 'Unit', value: unit.satkerName },
      { label: 'Keadaan per', value: formatDate(day) },
      { label: 'Kerja sama', value: formatCount(reported.length) },
      { label: 'Tugas', value: tasksWords(reported) },
    ],
    agreements: reported,
    emptyText: `Tidak ada kerja sama yang berlaku dalam tahun ${year}.`,
    signs: [
      ['Penyusun,', 'Penanggung jawab kerja sama'],
      [`……………………, …………………… ${Number(year) + (last < today ? 1 : 0)}`, `Kepala ${unit.satkerName},`],
    ],
  }
}

function yearOf({ asked, today }: Setting): string {
  const present = today.slice(0, 4)
  return typeof asked === 'string' && /^(19|20)\d{2}$/.test(asked) && asked <= present ? asked : present
}

const yearsOf = (today: string): string[] =>
  Array.from({ length: YEARS_OFFERED }, (_, back) => String(Number(today.slice(0, 4)) - back))

/** In force in the year, or something of it was carried out then. */
const concerns = ({ agreement, tasks }: WholeAgreement, year: string): boolean =>
  (agreement.validFrom.slice(0, 4) <= year && agreement.validUntil.slice(0, 4) >= year) ||
  tasks.some(({ doneOn }) => doneOn?.startsWith(year))

function reportedOf(whole: WholeAgreement, year: string, day: string): ReportedAgreement {
  const { agreement, tasks, evaluations } = whole
  const isOf = (date: string) => date.startsWith(year)
  const open = (task: TaskRow) => task.doneOn === null || task.doneOn.slice(0, 4) >= year
  const own = tasks.filter(
    task =>
      isOf(task.dueOn) ||
      (task.doneOn !== null && isOf(task.doneOn)) ||
      (task.dueOn < `${year}-01-01` && open(task)),
  )
  const held = evaluations.filter(({ heldOn }) => isOf(heldOn))
  const planned = evaluationDates(agreement, agreement.evaluateEvery).filter(isOf)
  return {
    title: agreement.title,
    about: `${KIND_WORDS[agreement.kind]} · ${agreement.number} · ${agreement.partner} · berlaku ${termWords(agreement)}`,
    state: STATE_WORDS[agreementState(agreement, planStanding(tasks, day), day)],
    planned: own.length === 0 ? 'Tidak ada tugas dalam tahun ini.' : '',
    tasks: own.map(task => ({
      title: task.title,
      owner: task.owner,
      due: formatShortDate(task.dueOn),
      done: task.doneOn !== null && task.doneOn <= day ? formatShortDate(task.doneOn) : '–',
      result: task.result || '–',
      proof: task.evidenceTitle ?? '–',
      state: taskStatus(task, day),
    })),
    evaluated: `Evaluasi: ${formatCount(held.length)} dilaksanakan, ${formatCount(planned.length)} dijadwalkan.`,
    evaluations: held.map(({ heldOn, finding }) => ({ heldOn: formatDate(heldOn), finding })),
  }
}

function tasksWords(reported: readonly ReportedAgreement[]): string {
  const tasks = reported.flatMap(one => one.tasks)
  const done = tasks.filter(({ state }) => state.tone === 'ok').length
  const late = tasks.filter(({ state }) => state.tone === 'bad').length
  return `${formatCount(done)} dari ${formatCount(tasks.length)} terlaksana, ${formatCount(late)} lewat tenggat`
}
