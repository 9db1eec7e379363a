const DAY = 24 * 3_600_000

const midnight = (civil: string): number => Date.parse(`${civil}T00:00:00Z`)

/** 0 for Sunday, as the calendar of a civil date has it: `2026-03-03` is a Tuesday, 2. */
export const weekdayOf = (civil: string): number => new Date(midnight(civil)).getUTCDay()

/** The civil date so many days later, or earlier. */
export const daysAfter = (civil: string, days: number): string =>
  new Date(midnight(civil) + days * DAY).toISOString().slice(0, 10)

/** How many days a span has, both ends included. */
export const daysIn = (from: string, until: string): number => (midnight(until) - midnight(from)) / DAY + 1
