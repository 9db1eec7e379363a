import { placeIn, stretchIn, MONTHS } from '../engine/action-plan/year-span'
import { paths } from '../paths'
import { registersLink } from '../registers/register-nav'
import { svg } from '../web/charts/svg'
import type { Crumbs } from '../web/components/panels'
import type { Status } from '../web/components/status'
import { formatDate, formatShortDateRange } from '../web/format/date'
import { formatCount } from '../web/format/number'
import type { SafeHtml } from '../web/html'
import { listHref } from '../web/list-query'
import type { PageModel } from '../web/view'
import type { SeenGoal } from './goal-facts'
import { planLink } from './goal-form.page'
import { planShape } from './plan-list'
import { yearWords, type PlanSetting } from './plan.page'
import { areaName, percentWords, sectionsOf, stateStatus, type PlanSection } from './plan-words'

declare module '../web/view' {
  interface Views {
    'action-plan/timeline': TimelinePage
  }
}

export interface TimelinePage extends PageModel {
  readonly crumbs: Crumbs
  readonly over: string
  readonly note: string
  readonly months: readonly string[]
  readonly sections: readonly TimelineSection[]
}

interface TimelineSection {
  readonly title: string
  readonly caption: string
  readonly rows: readonly TimelineRow[]
}

interface TimelineRow {
  readonly href: string
  readonly title: string
  readonly bar: SafeHtml
  readonly dates: string
  readonly progress: string
  readonly state: Status
}

export const MONTH_LETTERS = ['J', 'F', 'M', 'A', 'M', 'J', 'J', 'A', 'S', 'O', 'N', 'D']

/** One month is so wide; the picture is stretched to its cell, so only shares of it matter. */
const MONTH = 10
const [HEIGHT, TOP, BAR] = [20, 5, 10]

/** When the goals of a plan lie in their year, area by area, with how far they came. */
export function timelinePage(goals: readonly SeenGoal[], setting: PlanSetting): TimelinePage {
  const { unit, query, today, parts } = setting
  const back = listHref(paths.actionPlan(unit.satkerId), planShape(setting), query)
  return {
    title: `Linimasa rencana aksi ${yearWords(query)}`,
    current: 'register',
    sheet: 'registers',
    crumbs: { links: [registersLink(unit.satkerId), { ...planLink(unit.satkerId), href: back }] },
    over: unit.satkerName,
    note: `Batang: dari mulai sampai tenggat; bagian penuh: kemajuan. Garis tegak: hari ini, ${formatDate(today)}.`,
    months: MONTH_LETTERS,
    sections: sectionsOf(goals, parts, query.filters.area).map(section => sectionOf(section, setting)),
  }
}

function sectionOf({ year, area, goals }: PlanSection, { parts, today }: PlanSetting): TimelineSection {
  const late = goals.filter(goal => goal.doneOn === null && goal.dueOn < today).length
  const done = goals.filter(goal => goal.doneOn !== null).length
  const name = area === '' ? 'Tanpa area' : areaName(area, parts)
  return {
    title: `${name}, ${year}`,
    caption: [
      `${formatCount(goals.length)} sasaran`,
      `${formatCount(done)} selesai`,
      ...(late > 0 ? [`${formatCount(late)} terlambat`] : []),
    ].join(', '),
    rows: goals.map(goal => ({
      href: paths.goal(goal.id),
      title: goal.title,
      bar: barOf(goal, year, today),
      dates: formatShortDateRange(goal.startsOn, goal.dueOn),
      progress: percentWords(goal.percent),
      state: stateStatus(goal, today),
    })),
  }
}

/** The words beside it say the same, so it is nothing to a reader of screens. */
function barOf(goal: SeenGoal, year: number, today: string): SafeHtml {
  const { from, until } = stretchIn(goal, year) ?? { from: 0, until: 0 }
  const [x, width] = [from * MONTH, (until - from) * MONTH]
  const frame = { x, y: TOP, width, height: BAR }
  const now = placeIn(today, year)
  const months = Array.from({ length: MONTHS + 1 }, (_, place) => `M${place * MONTH} 0V${HEIGHT}`).join('')
  return svg(
    'svg',
    {
      class: 'plan-bar',
      viewBox: `0 0 ${MONTHS * MONTH} ${HEIGHT}`,
      preserveAspectRatio: 'none',
      'aria-hidden': 'true',
    },
    svg('path', { d: months, stroke: 'var(--line)', 'vector-effect': 'non-scaling-stroke' }),
    svg('rect', {
      ...frame,
      fill: 'var(--sunken)',
      stroke: 'var(--edge)',
      'vector-effect': 'non-scaling-stroke',
    }),
    svg('rect', { ...frame, width: (width * goal.percent) / 100, fill: 'var(--proven)' }),
    ...(now === null
      ? []
      : [
          svg('path', {
            d: `M${now * MONTH} 0V${HEIGHT}`,
            stroke: 'var(--bad)',
            'stroke-width': 2,
            'vector-effect': 'non-scaling-stroke',
          }),
        ]),
  )
}
