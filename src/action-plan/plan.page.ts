import type { PartNames } from '../accounts/part-names'
import { GOAL_STATES, goalState, type GoalState } from '../engine/action-plan/goal-state'
import { paths } from '../paths'
import { registersLink } from '../registers/register-nav'
import type { RegisterUnit } from '../registers/register-unit'
import { sortedColumns, type Column } from '../web/components/columns'
import type { Field } from '../web/components/field'
import { selectField, textField } from '../web/components/fields'
import { pagination, type Pagination } from '../web/components/pagination'
import type { Crumbs, Empty } from '../web/components/panels'
import type { Pills } from '../web/components/pills'
import type { Status } from '../web/components/status'
import { freshForm } from '../web/form'
import { formatShortDateRange } from '../web/format/date'
import { formatCount } from '../web/format/number'
import { keptWords, listHref } from '../web/list-query'
import type { Link } from '../web/shell'
import type { PageModel } from '../web/view'
import { ownerName, type SeenGoal } from './goal-facts'
import {
  EVERY_STATE,
  EVERY_YEAR,
  NO_AREA,
  PLAN_PAGE,
  planShape,
  STATE_ADDRESS,
  stateOf,
  type PlanFacets,
  type PlanQuery,
} from './plan-list'
import type { PlanPart } from './plan.service'
import { areasShort, delayWords, percentWords, STATE_WORDS, stateStatus } from './plan-words'

declare module '../web/view' {
  interface Views {
    'action-plan/plan': PlanPage
  }
}

export interface PlanPage extends PageModel {
  readonly crumbs: Crumbs
  readonly over: string
  readonly summary: string
  /** Empty for those who only read. */
  readonly newHref: string
  readonly importHref: string
  readonly copyHref: string
  /** Other ways to look at what the list shows. */
  readonly looks: readonly Link[]
  readonly files: readonly Link[]
  readonly matrixHref: string
  readonly pills: Pills
  readonly search: {
    readonly action: string
    readonly hidden: readonly { readonly name: string; readonly value: string }[]
    readonly fields: readonly Field[]
    readonly clearHref: string
  }
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly GoalLine[]
  readonly empty: Empty | null
  readonly pages: Pagination | null
}

/** A goal in a table. */
export interface GoalLine {
  readonly href: string
  readonly title: string
  readonly served: string
  readonly areas: string
  readonly owner: string
  readonly dates: string
  readonly percent: number
  readonly progress: string
  readonly state: Status
  /** What is to be added to the state; empty for nothing. */
  readonly delay: string
}

export interface PlanSetting {
  readonly unit: RegisterUnit
  readonly query: PlanQuery
  readonly facets: PlanFacets
  readonly parts: PartNames
  readonly today: string
  readonly keeps: boolean
}

/** The action plan of one satker. */
export function planPage(part: PlanPart, setting: PlanSetting): PlanPage {
  const { unit, query, keeps } = setting
  const base = paths.actionPlan(unit.satkerId)
  const shape = planShape(setting)
  const total = totalOf(part, query)
  const same = (address: string) => listHref(address, shape, query)
  const file = (format: string) => {
    const href = same(paths.actionPlanTable(unit.satkerId))
    return {
      label: `Unduh ${format.toUpperCase()}`,
      href: `${href}${href.includes('?') ? '&' : '?'}format=${format}`,
    }
  }
  return {
    title: 'Rencana aksi',
    current: 'register',
    sheet: 'registers',
    crumbs: { links: [registersLink(unit.satkerId)] },
    over: unit.satkerName,
    summary: summaryOf(part, query),
    newHref: keeps ? paths.newGoal(unit.satkerId) : '',
    importHref: keeps ? paths.importActionPlan(unit.satkerId) : '',
    copyHref: keeps && setting.facets.years.length > 0 ? paths.actionPlanCopy(unit.satkerId) : '',
    looks: [
      ...(total > 0 ? [{ label: 'Linimasa', href: same(paths.actionPlanTimeline(unit.satkerId)) }] : []),
      ...(keeps ? [{ label: 'Rencana saya', href: paths.ownActionPlan(unit.satkerId) }] : []),
    ],
    files: total > 0 ? ['xlsx', 'csv'].map(file) : [],
    matrixHref: total > 0 ? same(paths.actionPlanMatrix(unit.satkerId)) : '',
    pills: pillsOf(base, setting, part),
    search: searchOf(base, setting),
    caption: `${formatCount(total)} sasaran ${yearWords(query)}`,
    columns: sortedColumns(base, shape, query, [
      ['Sasaran', 'sasaran'],
      ['Area', null],
      ['Penanggung jawab', null],
      ['Waktu', 'tenggat'],
      ['Kemajuan', 'kemajuan'],
      ['Keadaan', null],
    ]),
    rows: part.goals.map(goal => goalLine(goal, setting)),
    empty: part.goals.length > 0 ? null : emptyOf(base, setting),
    pages: pagination({
      page: query.page,
      pageSize: PLAN_PAGE,
      total,
      hrefOf: page => listHref(base, shape, query, { page }),
    }),
  }
}

export const yearWords = ({ filters }: PlanQuery): string =>
  filters.tahun === EVERY_YEAR ? 'semua tahun' : `tahun ${filters.tahun}`

const sumOf = (part: PlanPart, states: readonly GoalState[] = GOAL_STATES): number =>
  states.reduce((sum, state) => sum + part.counts[state], 0)

function totalOf(part: PlanPart, query: PlanQuery): number {
  const state = stateOf(query)
  return sumOf(part, state ? [state] : GOAL_STATES)
}

function summaryOf(part: PlanPart, query: PlanQuery): string {
  const all = sumOf(part)
  if (all === 0) return `Belum ada sasaran ${yearWords(query)}.`
  const done = formatCount(sumOf(part, ['done', 'done-late']))
  const late = part.counts.late === 0 ? '' : `, ${formatCount(part.counts.late)} terlambat`
  return `${formatCount(all)} sasaran ${yearWords(query)}: ${done} selesai${late}.`
}

export function goalLine(goal: SeenGoal, { parts, today }: Pick<PlanSetting, 'parts' | 'today'>): GoalLine {
  return {
    href: paths.goal(goal.id),
    title: goal.title,
    served: goal.served,
    areas: areasShort(goal.areas, parts) || '–',
    owner: ownerName(goal) || '–',
    dates: formatShortDateRange(goal.startsOn, goal.dueOn),
    percent: goal.percent,
    progress: percentWords(goal.percent),
    state: stateStatus(goal, today),
    delay: goalState(goal, today) === 'not-started' ? delayWords(goal, today) : '',
  }
}

function pillsOf(base: string, setting: PlanSetting, part: PlanPart): Pills {
  const { query } = setting
  const pill = (label: string, keadaan: string, count: number) => ({
    label,
    href: listHref(base, planShape(setting), query, { filters: { keadaan } }),
    icon: '' as const,
    count: formatCount(count),
    current: query.filters.keadaan === keadaan,
  })
  const order = ['late', 'due-soon', 'running', 'not-started', 'done', 'done-late'] as const
  return {
    label: 'Saring menurut keadaan',
    items: [
      pill('Semua', EVERY_STATE, sumOf(part)),
      ...order.map(state => pill(STATE_WORDS[state].text, STATE_ADDRESS[state], part.counts[state])),
    ],
  }
}

function searchOf(base: string, setting: PlanSetting): PlanPage['search'] {
  const { query, parts, facets } = setting
  const shape = planShape(setting)
  const { tahun, area, pemilik } = query.filters
  const form = freshForm({ cari: query.search, tahun, area, pemilik })
  const years = shape.filters.tahun.filter(year => year !== EVERY_YEAR)
  const narrowed = [query.search, area, pemilik].some(word => word !== '')
  return {
    action: base,
    hidden: keptWords(shape, query, ['cari', 'tahun', 'area', 'pemilik']),
    fields: [
      textField(form, 'cari', { label: 'Sasaran atau nama', type: 'search', maxlength: 100 }),
      selectField(form, 'tahun', {
        label: 'Tahun',
        choices: [
          ...[...years].sort().map(year => ({ value: year, label: year })),
          { value: EVERY_YEAR, label: 'Semua tahun' },
        ],
      }),
      selectField(form, 'area', {
        label: 'Area',
        prompt: 'Semua area',
        choices: [
          ...[...parts].map(([value, label]) => ({ value, label })),
          { value: NO_AREA, label: 'Tanpa area' },
        ],
      }),
      ...(facets.owners.length > 0
        ? [
            selectField(form, 'pemilik', {
              label: 'Penanggung jawab',
              prompt: 'Semua',
              choices: facets.owners.map(({ key, name }) => ({ value: key, label: name })),
            }),
          ]
        : []),
    ],
    clearHref: narrowed
      ? listHref(base, shape, { ...query, search: '' }, { filters: { area: '', pemilik: '' } })
      : '',
  }
}

function emptyOf(base: string, { unit, facets, keeps }: PlanSetting): Empty {
  if (facets.years.length > 0)
    return {
      title: 'Tidak ada sasaran yang cocok.',
      text: 'Ubah kata pencarian atau saringannya.',
      action: { label: 'Lihat semua sasaran', href: `${base}?tahun=${EVERY_YEAR}`, icon: '' },
    }
  return {
    title: 'Rencana aksi masih kosong.',
    text: keeps
      ? 'Tambahkan sasaran satu per satu, atau impor dari berkas.'
      : 'Diisi oleh ketua tim ZI, anggota pokja, atau kepala satker.',
    action: keeps
      ? { label: 'Impor rencana aksi', href: paths.importActionPlan(unit.satkerId), icon: 'upload' }
      : null,
  }
}
