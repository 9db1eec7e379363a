/** The three zones of Indonesia; none has daylight saving, so an offset is all there is to know. */
const ZONES = {
  'Asia/Jakarta': { hours: 7, name: 'WIB' },
  'Asia/Makassar': { hours: 8, name: 'WITA' },
  'Asia/Jayapura': { hours: 9, name: 'WIT' },
} as const

export type TimeZone = keyof typeof ZONES

const MONTHS = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
  ' ',
)

interface CivilDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** `2026-01-30` → `30 Januari 2026`. Throws RangeError on a text that is no date. */
export function formatDate(civil: string): string {
  const { year, month, day } = parseCivil(civil)
  return `${day} ${monthName(month)} ${year}`
}

/** For dense tables: `30 Jan 2026`. */
export function formatShortDate(civil: string): string {
  const { year, month, day } = parseCivil(civil)
  return `${day} ${monthName(month).slice(0, 3)} ${year}`
}

/** For dense tables: `1–15 Apr 2026`, `1 Apr – 15 Mei 2026`, `28 Des 2025 – 3 Jan 2026`; one day stands alone. */
export function formatShortDateRange(from: string, to: string): string {
  return rangeOf(from, to, month => monthName(month).slice(0, 3))
}

/** `1–15 April 2026`, `1 April – 15 Mei 2026`, `28 Desember 2025 – 3 Januari 2026`; one day stands alone. */
export function formatDateRange(from: string, to: string): string {
  return rangeOf(from, to, monthName)
}

/** An instant in the satker's zone: `30 Januari 2026 10.45 WIB`. */
export function formatInstant(instant: Date | string, zone: TimeZone): string {
  return `${formatDate(civilDateIn(instant, zone))} ${formatTime(instant, zone)} ${ZONES[zone].name}`
}

/** The time alone: `10.42`. */
export function formatTime(instant: Date | string, zone: TimeZone): string {
  return localText(instant, zone).slice(11, 16).replace(':', '.')
}

/** The civil date at that instant in the zone, `YYYY-MM-DD`. */
export function civilDateIn(instant: Date | string, zone: TimeZone): string {
  return localText(instant, zone).slice(0, 10)
}

/** The instant at which an hour of a civil date begins in the zone. */
export function instantAt(civil: string, hour: number, zone: TimeZone): Date {
  return new Date(Date.parse(`${civil}T00:00:00Z`) + (hour - ZONES[zone].hours) * 3_600_000)
}

/** `WIB`, `WITA` or `WIT`. */
export function formatZone(zone: TimeZone): string {
  return ZONES[zone].name
}

function localText(instant: Date | string, zone: TimeZone): string {
  const milliseconds = new Date(instant).getTime()
  return new Date(milliseconds + ZONES[zone].hours * 3_600_000).toISOString()
}

function parseCivil(civil: string): CivilDate {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(civil)
  const midnight = new Date(`${civil}T00:00:00Z`)
  // JavaScript reads 30 February as 2 March.
  if (!parts || Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== civil) {
    throw new RangeError(`Not a date: ${civil.slice(0, 40)}`)
  }
  return { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) }
}

function rangeOf(from: string, to: string, nameOf: (month: number) => string): string {
  const start = parseCivil(from)
  const end = parseCivil(to)
  const whole = ({ day, month, year }: CivilDate) => `${day} ${nameOf(month)} ${year}`
  if (from === to) return whole(end)
  if (start.year !== end.year) return `${whole(start)} – ${whole(end)}`
  if (start.month !== end.month) return `${start.day} ${nameOf(start.month)} – ${whole(end)}`
  return `${start.day}–${whole(end)}`
}

function monthName(month: number): string {
  return MONTHS[month - 1] ?? ''
}
