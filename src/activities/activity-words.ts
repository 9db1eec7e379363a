import type { PartNames } from '../accounts/part-names'
import type { ActivityKind, GuestKind, Guests } from '../engine/activities/activity-kinds'
import { GUEST_KINDS } from '../engine/activities/activity-kinds'
import { attendanceOf } from '../engine/activities/attendance'
import { weekdayOf } from '../engine/civil-days'
import { SOON_DAYS, pointState, timeOf } from '../engine/activities/point-state'
import type { Status } from '../web/components/status'
import { STATUS } from '../web/components/status'
import {
  formatDate,
  formatDateRange,
  formatShortDate,
  formatShortDateRange,
  formatZone,
} from '../web/format/date'
import { formatCount } from '../web/format/number'
import type { ActivityDraft, ActivityRow } from './activity-facts'

export const KIND_WORDS: Readonly<Record<ActivityKind, string>> = {
  launch: 'Pencanangan',
  'monitoring-meeting': 'Rapat monitoring',
  coaching: 'Pembinaan',
  'service-training': 'Pelatihan layanan',
  award: 'Penghargaan',
  'study-visit': 'Studi tiru',
  'public-consultation': 'Konsultasi publik',
  outreach: 'Pendekatan masyarakat',
  socialisation: 'Sosialisasi',
  survey: 'Survei',
  other: 'Lainnya',
}

export const GUEST_WORDS: Readonly<Record<GuestKind, string>> = {
  public: 'Masyarakat atau pengguna layanan',
  agency: 'Instansi lain',
  media: 'Media',
  'civil-society': 'LSM',
  academia: 'Akademisi',
  business: 'Swasta',
  other: 'Lainnya',
}

const WEEKDAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'] as const

/** From Monday on, as a calendar has them. */
export const CALENDAR_DAYS = [...WEEKDAYS.slice(1), WEEKDAYS[0]] as const

export const weekdayName = (civil: string): string => WEEKDAYS[weekdayOf(civil)] ?? ''

/** `Selasa, 3 Maret 2026`: the weekday always comes from the date. */
export const formatDay = (civil: string): string => `${weekdayName(civil)}, ${formatDate(civil)}`

type Days = Pick<ActivityDraft, 'heldOn' | 'heldUntil'>

/** `Selasa, 3 Maret 2026`, `Senin, 2 Maret – Rabu, 4 Maret 2026`. */
export function dayWords({ heldOn, heldUntil }: Days): string {
  if (heldOn === heldUntil) return formatDay(heldOn)
  return `${weekdayName(heldOn)}–${weekdayName(heldUntil)}, ${formatDateRange(heldOn, heldUntil)}`
}

/** For dense tables: `Sel, 3 Mar 2026`. */
export function shortDayWords({ heldOn, heldUntil }: Days): string {
  return heldOn === heldUntil
    ? `${weekdayName(heldOn).slice(0, 3)}, ${formatShortDate(heldOn)}`
    : formatShortDateRange(heldOn, heldUntil)
}

/** `09.00–11.30 WIB`, `09.00 WIB`; empty where nobody said. */
export function hourWords({
  startsAt,
  endsAt,
  timeZone,
}: Pick<ActivityRow, 'startsAt' | 'endsAt' | 'timeZone'>): string {
  if (startsAt === '') return ''
  const hours = [startsAt, endsAt].filter(Boolean).map(time => time.replace(':', '.'))
  return `${hours.join('–')} ${formatZone(timeZone)}`
}

/** Null for what is over, as nearly everything is. */
export function timeStatus(days: Days, today: string): Status | null {
  const time = timeOf(days, today)
  if (time === 'ahead') return { tone: 'info', icon: 'calendar', text: 'Akan datang' }
  return time === 'now' ? { tone: 'info', icon: 'half', text: 'Berlangsung' } : null
}

/** How a point stands today. */
export function pointStatus(point: Parameters<typeof pointState>[0], today: string): Status {
  const state = pointState(point, today)
  if (state === 'done') return STATUS.done
  if (state === 'overdue') return STATUS.overdue
  return state === 'due-soon'
    ? { tone: 'warn', icon: 'clock', text: `≤ ${SOON_DAYS} hari` }
    : { tone: 'mut', icon: 'ring', text: 'Terbuka' }
}

/** `12 masyarakat, 2 media`; empty for none. */
export const guestWords = (guests: Guests): string =>
  GUEST_KINDS.flatMap(kind => {
    const people = guests[kind]
    return people ? [`${formatCount(people)} ${GUEST_WORDS[kind].toLowerCase().replace('lsm', 'LSM')}`] : []
  }).join(', ')

/** `24 pegawai dan 14 dari luar`; empty where nobody counted. */
export function attendanceWords({
  named,
  counted,
  guests,
}: Pick<ActivityRow, 'named' | 'counted' | 'guests'>): string {
  const { own, guests: outside, total } = attendanceOf(named, counted, guests)
  if (total === 0) return ''
  return [
    ...(own > 0 ? [`${formatCount(own)} pegawai`] : []),
    ...(outside > 0 ? [`${formatCount(outside)} dari luar`] : []),
  ].join(' dan ')
}

/** `3 butir, 2 selesai`; empty without points. */
export function pointWords({ points, openPoints }: Pick<ActivityRow, 'points' | 'openPoints'>): string {
  if (points === 0) return ''
  return openPoints === 0
    ? `${formatCount(points)} butir, semua selesai`
    : `${formatCount(points)} butir, ${formatCount(points - openPoints)} selesai`
}

/** One line that may stand as a claim under a question. */
export const summaryOf = (row: ActivityRow): string =>
  [KIND_WORDS[row.kind], dayWords(row), row.place, attendanceWords(row), pointWords(row)]
    .filter(Boolean)
    .join('; ')

/** A part where there is little room: `1`, or the name of one that has no number. */
export const areaShort = (id: string, parts: PartNames): string =>
  /^\d+$/.test(id) ? id : (parts.get(id) ?? id)

/** What is kept of an activity, but its title, agenda and points. */
export const activityFactRows = (row: ActivityRow): { label: string; value: string }[] => [
  { label: 'Jenis', value: KIND_WORDS[row.kind] },
  { label: 'Hari', value: dayWords(row) },
  { label: 'Pukul', value: hourWords(row) || 'Tidak dicatat' },
  { label: 'Tempat', value: row.place || 'Tidak dicatat' },
  { label: 'Pimpinan hadir', value: row.leaderPresent ? 'Ya' : 'Tidak' },
  { label: 'Membahas program ZI', value: row.ziDiscussed ? 'Ya' : 'Tidak' },
  { label: 'Peserta', value: attendanceWords(row) || 'Belum dicatat' },
  ...(guestWords(row.guests) === '' ? [] : [{ label: 'Dari luar', value: guestWords(row.guests) }]),
]
