import { mul, exact, round, roundForDisplay, type Exact } from '../../engine/exact'

/** Decimal text of the engine (`-1234.50`) in Indonesian writing (`−1.234,50`). */
export function formatDecimal(text: string): string {
  const negative = text.startsWith('-')
  const [whole = '', decimals] = (negative ? text.slice(1) : text).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.')
  return `${negative ? '−' : ''}${grouped}${decimals === undefined ? '' : `,${decimals}`}`
}

/** Points with two places (`82,95`); with `below`, a value under that minimum never prints as the minimum. */
export function formatScore(value: Exact, options: { below?: Exact } = {}): string {
  return formatDecimal(roundForDisplay(value, options))
}

/** Points that are added or taken away: `+2,00`, `−0,33`. */
export function formatGain(value: Exact): string {
  const text = formatScore(value)
  return /^−/.test(text) ? text : `+${text}`
}

/** A share 0..1 as `62%`; places are 0 unless said. */
export function formatPercent(share: Exact, places = 0): string {
  return `${formatDecimal(round(mul(share, exact(100)), places))}%`
}

/** A whole number: `1.234`. Throws RangeError on a fraction. */
export function formatCount(count: number): string {
  if (!Number.isSafeInteger(count)) throw new RangeError(`Not a whole number: ${count}`)
  return formatDecimal(String(count))
}

/** `13 dari 16` */
export function formatPart(part: number, whole: number): string {
  return `${formatCount(part)} dari ${formatCount(whole)}`
}

const UNITS = ['KB', 'MB', 'GB', 'TB']

/** A file's size, 1 KB = 1.024 byte: `8,1 MB`, `25 MB`, `640 KB`, `312 byte`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} byte`
  let size = bytes / 1024
  let unit = 0
  // 1.023,6 KB would print as 1.024 KB.
  while (size >= 1023.5 && unit < UNITS.length - 1) {
    size /= 1024
    unit++
  }
  const places = unit === 0 || size >= 100 ? 0 : 1
  return `${formatDecimal(size.toFixed(places).replace(/\.0$/, ''))} ${UNITS[unit]}`
}
