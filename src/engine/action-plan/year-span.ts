export const MONTHS = 12

interface Span {
  readonly startsOn: string
  readonly dueOn: string
}

/** A stretch of a year in months from its beginning: 0 is 1 January, 12 the end of December. */
export interface YearStretch {
  readonly from: number
  readonly until: number
}

/** Whether any day of a span lies in a year. */
export const touchesYear = ({ startsOn, dueOn }: Span, year: number): boolean =>
  startsOn <= `${year}-12-31` && dueOn >= `${year}-01-01`

/** What of a span lies in a year, its last day included; null when nothing does. */
export function stretchIn(span: Span, year: number): YearStretch | null {
  if (!touchesYear(span, year)) return null
  return {
    from: span.startsOn < `${year}-01-01` ? 0 : placeOf(span.startsOn, 0),
    until: span.dueOn > `${year}-12-31` ? MONTHS : placeOf(span.dueOn, 1),
  }
}

/** Where the middle of a day lies in a year; null in another one. */
export const placeIn = (civil: string, year: number): number | null =>
  civil.startsWith(`${year}-`) ? placeOf(civil, 0.5) : null

/** The months of a year, 1–12, that a span touches. */
export function monthsIn(span: Span, year: number): number[] {
  const all = Array.from({ length: MONTHS }, (_, place) => place + 1)
  return all.filter(month => {
    const prefix = `${year}-${String(month).padStart(2, '0')}`
    return span.startsOn.slice(0, 7) <= prefix && span.dueOn.slice(0, 7) >= prefix
  })
}

function placeOf(civil: string, ofDay: number): number {
  const [year = 0, month = 1, day = 1] = civil.split('-').map(Number)
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return month - 1 + (day - 1 + ofDay) / days
}
