import { daysAfter } from '../engine/civil-days'
import { monthAfter, monthBefore, weeksOf, type Month } from '../engine/activities/month'
import { paths } from '../paths'
import { registersLink } from '../registers/register-nav'
import type { RegisterUnit } from '../registers/register-unit'
import type { Crumbs } from '../web/components/panels'
import { formatDate, formatShortDate } from '../web/format/date'
import { formatCount } from '../web/format/number'
import type { Link } from '../web/shell'
import type { PageModel } from '../web/view'
import type { CalendarRow } from './activities.repository'
import { CALENDAR_DAYS, weekdayName } from './activity-words'

declare module '../web/view' {
  interface Views {
    'activities/calendar': CalendarPage
  }
}

export interface CalendarPage extends PageModel {
  readonly crumbs: Crumbs
  readonly over: string
  /** `Maret 2026` */
  readonly month: string
  readonly caption: string
  readonly previous: Link
  readonly next: Link
  readonly thisMonth: Link
  readonly days: readonly string[]
  readonly weeks: readonly (readonly CalendarDay[])[]
  readonly isEmpty: boolean
  /** Empty for those who only read. */
  readonly newHref: string
}

interface CalendarDay {
  readonly number: string
  /** `Sel, 3 Mar`, where days stand below each other. */
  readonly label: string
  readonly classes: string
  readonly isToday: boolean
  readonly activities: readonly (Link & { readonly time: string })[]
}

const words = ({ first }: Month): string => formatDate(first).replace(/^1 /, '')

/** A month of a satker, day by day. */
export function calendarPage(
  rows: readonly CalendarRow[],
  {
    unit,
    month,
    today,
    keeps,
  }: {
    readonly unit: RegisterUnit
    readonly month: Month
    readonly today: string
    readonly keeps: boolean
  },
): CalendarPage {
  const { satkerId } = unit
  const base = paths.activityCalendar(satkerId)
  const link = (other: Month): Link => ({
    label: formatShortDate(other.first).replace(/^1 /, ''),
    href: `${base}?bulan=${other.key}`,
  })
  const byDay = onDays(rows, month)
  return {
    title: `Kalender kegiatan ${words(month)}`,
    current: 'register',
    sheet: 'registers',
    wide: true,
    bodyClass: 'landscape-paper',
    crumbs: { links: [registersLink(satkerId), { label: 'Kegiatan', href: paths.activities(satkerId) }] },
    over: unit.satkerName,
    month: words(month),
    caption:
      rows.length === 0
        ? `Tidak ada kegiatan pada ${words(month)}.`
        : `${formatCount(rows.length)} kegiatan pada ${words(month)}`,
    previous: link(monthBefore(month)),
    next: link(monthAfter(month)),
    thisMonth: { label: 'Bulan ini', href: base },
    days: CALENDAR_DAYS,
    weeks: weeksOf(month).map(week => week.map(day => dayOf(day, byDay.get(day) ?? [], { month, today }))),
    isEmpty: rows.length === 0,
    newHref: keeps ? paths.newActivity(satkerId) : '',
  }
}

/** What happens on each day of a month; an activity of several days stands on all of them. */
function onDays(rows: readonly CalendarRow[], { first, last }: Month): Map<string, CalendarRow[]> {
  const days = new Map<string, CalendarRow[]>()
  for (const row of rows) {
    const until = row.heldUntil < last ? row.heldUntil : last
    for (let day = row.heldOn > first ? row.heldOn : first; day <= until; day = daysAfter(day, 1))
      days.set(day, [...(days.get(day) ?? []), row])
  }
  return days
}

function dayOf(
  day: string,
  rows: readonly CalendarRow[],
  { month, today }: { readonly month: Month; readonly today: string },
): CalendarDay {
  const inside = day.startsWith(month.key)
  const isToday = day === today
  return {
    number: String(Number(day.slice(8))),
    label: `${weekdayName(day).slice(0, 3)}, ${formatShortDate(day).replace(/ \d{4}$/, '')}`,
    classes: [inside ? '' : 'cal-out', rows.length > 0 ? '' : 'cal-none', isToday ? 'cal-today' : '']
      .filter(Boolean)
      .join(' '),
    isToday,
    activities: rows.map(({ id, title, startsAt, heldOn }) => ({
      label: title,
      href: paths.activity(id),
      time: day === heldOn ? startsAt.replace(':', '.') : '',
    })),
  }
}
