import type { TimeZone } from '../../src/web/format/date'
import type { Dice } from './dice'

const DAY = 24 * 3_600_000
const OFFSET: Partial<Record<TimeZone, number>> = {
  'Asia/Jakarta': 7,
  'Asia/Makassar': 8,
  'Asia/Jayapura': 9,
}

/** The civil date so many days away. */
export const dayFrom = (date: Date, days: number): string =>
  new Date(date.getTime() + days * DAY).toISOString().slice(0, 10)

export const earlier = (one: Date, other: Date): Date => (one < other ? one : other)

/** Instants in working hours of a zone between two instants, in order. */
export function workingTimes(
  count: number,
  { from, to }: { readonly from: Date; readonly to: Date },
  zone: TimeZone,
  dice: Dice,
): Date[] {
  const days = Math.max(1, Math.floor((to.getTime() - from.getTime()) / DAY))
  const times = Array.from({ length: count }, () => {
    const day = new Date(from.getTime() + dice.below(days) * DAY)
    const back = Math.max(0, [2, 0, 0, 0, 0, 0, 1][day.getUTCDay()] ?? 0)
    day.setUTCDate(day.getUTCDate() - (day.getTime() - back * DAY < from.getTime() ? 0 : back))
    day.setUTCHours(8 - (OFFSET[zone] ?? 7), 0, dice.below(60), 0)
    return day.getTime() + dice.below(8 * 60) * 60_000
  })
  return times
    .filter(time => time <= to.getTime())
    .concat(times.filter(time => time > to.getTime()).map(() => to.getTime()))
    .sort((one, other) => one - other)
    .map(time => new Date(time))
}
