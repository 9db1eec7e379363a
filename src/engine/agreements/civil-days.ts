const DAY_MS = 86_400_000

/** The civil date so many days later; earlier below 0. */
export const daysAfter = (civil: string, days: number): string =>
  new Date(Date.parse(`${civil}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** The civil date so many months later: its day, or the last one of a month that is too short for it. */
export function monthsAfter(civil: string, months: number): string {
  const [year = 0, month = 1, day = 1] = civil.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10)
}
