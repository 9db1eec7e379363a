import { isCivilDate, weekdayOf } from '../../civil-days'
import type { CivilDate } from '../../civil-days'

const DAYS = 'minggu senin selasa rabu kamis jumat sabtu'.split(' ')
const MONTHS = 'januari februari maret april mei juni juli agustus september oktober november desember'.split(
  ' ',
)

const NAME = "(?<![\\p{L}\\p{N}])(minggu|ahad|senin|selasa|rabu|kamis|jum['’]?at|sabtu)(?![\\p{L}\\p{N}])"
const WRITTEN = `(\\d{1,2})[\\s/.-]+(${MONTHS.join('|')}|\\d{1,2})[\\s/.-]+(\\d{4})`
const DATED = new RegExp(`${NAME},?\\s*(?:\\(?(?:tanggal|tgl\\.?)\\s*)?${WRITTEN}`, 'giu')
const BARE = new RegExp(NAME, 'giu')

export interface NamedDay {
  /** As it is written: `Selasa`. */
  readonly written: string
  readonly weekday: number
  /** The date beside it. */
  readonly on: CivilDate
}

/** Weekdays of a text that stand with a date: `Selasa, 30 Januari 2020`. A date that does not exist is left out. */
export const namedDaysIn = (text: string): NamedDay[] =>
  [...text.matchAll(DATED)].flatMap(([, written = '', day = '', month = '', year = '']) => {
    const number = MONTHS.indexOf(month.toLowerCase()) + 1 || Number(month)
    const on = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
    return isCivilDate(on) ? [{ written, weekday: weekdayNamed(written), on }] : []
  })

/** The one weekday that a text without any date names; `minggu` is a week as often as a Sunday and is left out. */
export function soleWeekdayIn(text: string): Pick<NamedDay, 'written' | 'weekday'> | null {
  const [first, ...more] = [...text.matchAll(BARE)].map(([, written = '']) => ({
    written,
    weekday: weekdayNamed(written),
  }))
  return first && more.length === 0 && first.written.toLowerCase() !== 'minggu' ? first : null
}

export const dayName = (on: CivilDate): string => {
  const name = DAYS[weekdayOf(on)] ?? ''
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function weekdayNamed(written: string): number {
  const name = written.toLowerCase().replace(/['’]/, '')
  return name === 'ahad' ? 0 : DAYS.indexOf(name)
}
