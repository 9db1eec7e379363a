import { civilDateIn, instantAt, type TimeZone } from '../web/format/date'

/** By the present instant, the one since when a job must have run; it is due when it has not. */
export type DueSince = (now: Date) => Date

/** A clock that ticks every minute is never quite on time. */
const SLACK_MS = 5_000
const DAY_MS = 86_400_000

export const everyMinutes =
  (minutes: number): DueSince =>
  now =>
    new Date(now.getTime() - minutes * 60_000 + SLACK_MS)

/** Once a day from an hour on; a server that was down then makes up for it. */
export const dailyAt =
  (hour: number, zone: TimeZone): DueSince =>
  now => {
    const today = instantAt(civilDateIn(now, zone), hour, zone)
    return today <= now ? today : new Date(today.getTime() - DAY_MS)
  }
