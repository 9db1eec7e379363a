/** Now; replaced in tests. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()

/** The instant as it is stored: UTC ISO-8601. */
export const instant = (clock: Clock): string => clock().toISOString()

const formatters = new Map<string, Intl.DateTimeFormat>()

/** The civil date (`YYYY-MM-DD`) of an instant in an IANA zone. */
export function civilDate(at: Date, timeZone: string): string {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
    formatters.set(timeZone, formatter)
  }
  return formatter.format(at)
}
