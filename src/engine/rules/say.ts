import { equals, exact, mul, round, type Exact } from '../exact'

/** Words for figures in the sentences of rules, as Indonesian writes them. */

const MONTHS = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
  ' ',
)

/** `1.234`. */
export const sayCount = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '.')

/** A share 0..1 as a percentage with at most one place: `81%`, `66,7%`. */
export function sayShare(share: Exact): string {
  const percent = mul(share, exact(100))
  const whole = round(percent, 0)
  return `${equals(exact(whole), percent) ? whole : round(percent, 1).replace('.', ',')}%`
}

/** A number with at most two places: `3,51`, `12`. */
export function sayNumber(value: Exact): string {
  const whole = round(value, 0)
  return equals(exact(whole), value) ? whole : round(value, 2).replace('.', ',').replace(/0$/, '')
}

/** `5 Maret 2026`. */
export function sayDate(civil: string): string {
  const [year, month, day] = civil.split('-').map(Number)
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`
}

/** `a`, `a dan b`, `a, b, dan c`. */
export function sayList(items: readonly string[]): string {
  if (items.length < 3) return items.join(' dan ')
  return `${items.slice(0, -1).join(', ')}, dan ${items.at(-1)}`
}
