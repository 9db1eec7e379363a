import { quarterEnd } from '../cycle-days'
import type { CivilDate } from '../../civil-days'

import { plain } from '../texts'

const MONTHS = 'januari februari maret april mei juni juli agustus september oktober november desember'.split(
  ' ',
)
const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 }
const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

const QUARTER = /\b(?:triwulan|tw|twl)(?: ke)? (iv|iii|ii|i|[1-4])(?: tahun| th| ta)? (20\d{2})\b/
const HALF = /\bsemester(?: ke)? (ii|i|[12])(?: tahun| th| ta)? (20\d{2})\b/
const MONTH = new RegExp(`(?<!\\d )\\b(${MONTHS.join('|')})(?: tahun| th)? (20\\d{2})\\b`)

/** The last day of the quarter, half-year or month that a title names; null where it names none. A date is no period. */
export function periodEndIn(title: string): CivilDate | null {
  const text = plain(title)
  const quarter = QUARTER.exec(text)
  if (quarter) return quarterEnd(Number(quarter[2]), numeral(quarter[1]))
  const half = HALF.exec(text)
  if (half) return quarterEnd(Number(half[2]), numeral(half[1]) * 2)
  const month = MONTH.exec(text)
  return month ? monthEnd(Number(month[2]), MONTHS.indexOf(month[1] ?? '')) : null
}

const numeral = (text = ''): number => ROMAN[text] ?? Number(text)

function monthEnd(year: number, index: number): CivilDate {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = index === 1 && isLeap ? 29 : LAST_DAYS[index]
  return `${year}-${String(index + 1).padStart(2, '0')}-${days}`
}
