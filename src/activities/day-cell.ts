import { z } from 'zod'
import { dateCell } from '../spreadsheets/cell-facts'
import { formatDate } from '../web/format/date'
import { withinReason } from './activities.form'
import { UNREASONABLE } from '../web/day-facts'
import { weekdayName } from './activity-words'

const MONTHS = 'jan feb mar apr mei jun jul agu sep okt nov des'.split(' ')
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['ahad', 'minggu'],
  ["jum'at", 'jumat'],
  ['jum’at', 'jumat'],
])
const DAYS = 'minggu senin selasa rabu kamis jumat sabtu'.split(' ')

/** `3 Maret 2026`, `3 Mar 2026` → `2026-03-03`; anything else as it is. */
function isoOfWords(text: string): string {
  const [, day = '', name = '', year = ''] = /^(\d{1,2})\s+([a-z]{3,})\.?\s+(\d{4})$/i.exec(text) ?? []
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
  return month === 0 ? text : `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
}

/**
 * A date as files have it, with or without the name of its day; null for an empty cell. A name that the calendar does
 * not bear out is a fault: one of the two was made up.
 */
export const dayCell = z.string().transform((text, context): string | null => {
  const fault = (message: string) => {
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  }
  const [, named = '', rest = text] = /^([a-z'’]+)\s*,?\s+(.+)$/i.exec(text) ?? []
  const weekday = OTHER_NAMES.get(named.toLowerCase()) ?? named.toLowerCase()
  if (weekday !== '' && !DAYS.includes(weekday)) return fault(`“${named}” bukan nama hari.`)
  const date = dateCell.safeParse(isoOfWords(rest))
  if (!date.success) return fault(date.error.issues[0]?.message ?? '')
  if (!withinReason(date.data)) return fault(UNREASONABLE)
  if (date.data !== null && weekday !== '' && weekdayName(date.data).toLowerCase() !== weekday)
    return fault(`${formatDate(date.data)} adalah hari ${weekdayName(date.data)}, bukan ${named}.`)
  return date.data
})
