const DAY_MS = 86_400_000

/** The civil date so many days later. */
export const dayAfter = (civil: string, days: number): string =>
  new Date(Date.parse(civil) + days * DAY_MS).toISOString().slice(0, 10)

/** The same day of another year; 29 February becomes the 28th where the year has none. */
export function inAnotherYear(civil: string, years: number): string {
  const [year = 0, month = 1, day = 1] = civil.split('-').map(Number)
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate()
  return new Date(Date.UTC(year + years, month - 1, Math.min(day, last))).toISOString().slice(0, 10)
}
