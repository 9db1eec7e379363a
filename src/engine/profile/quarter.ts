/** A quarter of a calendar year, from 1 to 4. */
export interface Quarter {
  readonly year: number
  readonly quarter: number
}

const LAST_DAYS = ['03-31', '06-30', '09-30', '12-31'] as const

/** `2026-03-31` */
export const lastDayOf = ({ year, quarter }: Quarter): string => `${year}-${LAST_DAYS[quarter - 1] ?? ''}`

/** `2026-01-01` */
export const firstDayOf = ({ year, quarter }: Quarter): string =>
  `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`

/** The quarter in which a civil date lies. */
export const quarterOf = (day: string): Quarter => ({
  year: Number(day.slice(0, 4)),
  quarter: Math.ceil(Number(day.slice(5, 7)) / 3),
})

/** Counts quarters through the years, so that one more is the next one. */
export const placeOf = ({ year, quarter }: Quarter): number => year * 4 + quarter - 1

export const quarterAt = (place: number): Quarter => ({
  year: Math.floor(place / 4),
  quarter: (place % 4) + 1,
})
