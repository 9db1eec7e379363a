import { daysAfter, weekdayOf } from '../civil-days'

/** A month as `2026-03`. */
export interface Month {
  readonly key: string
  readonly first: string
  readonly last: string
}

const DAYS = 7

/** Null for what names no month between 1900 and 2199. */
export function readMonth(text: string): Month | null {
  return /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(text) ? monthOf(`${text}-01`) : null
}

/** The month in which a civil date lies. */
export function monthOf(civil: string): Month {
  const key = civil.slice(0, 7)
  const [year = 0, month = 1] = key.split('-').map(Number)
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return { key, first: `${key}-01`, last: `${key}-${String(last).padStart(2, '0')}` }
}

export const monthBefore = ({ first }: Month): Month => monthOf(daysAfter(first, -1))
export const monthAfter = ({ last }: Month): Month => monthOf(daysAfter(last, 1))

/** The weeks of a month from Monday to Sunday, whole: the first and the last reach into its neighbours. */
export function weeksOf({ first, last }: Month): string[][] {
  const weeks: string[][] = []
  let monday = daysAfter(first, -((weekdayOf(first) + DAYS - 1) % DAYS))
  while (monday <= last) {
    const begin = monday
    weeks.push(Array.from({ length: DAYS }, (_, day) => daysAfter(begin, day)))
    monday = daysAfter(monday, DAYS)
  }
  return weeks
}
