import Fraction from 'fraction.js'

type Rational = InstanceType<typeof Fraction>

declare const brand: unique symbol

/** An exact rational number. Opaque: only this file knows what is inside. */
export interface Exact {
  readonly [brand]: 'Exact'
}

const DECIMAL = /^([+-]?)(?=\.?\d)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/
const STORED = /^-?\d+(?:\/\d+)?$/
/** Longer numbers are nobody's count, and would only cost time. */
const MAX_DIGITS = 400

const wrap = (fraction: Rational): Exact => fraction as unknown as Exact
const open = (value: Exact): Rational => value as unknown as Rational
const numeratorOf = (value: Exact): bigint => open(value).s * open(value).n
const denominatorOf = (value: Exact): bigint => open(value).d

/** The exact value of a decimal text (`0.67`, `1e-3`), a bigint or a whole number. Throws RangeError on a double with a fraction. */
export function exact(source: string | bigint | number): Exact {
  if (typeof source === 'bigint') return wrap(new Fraction(source))
  if (typeof source === 'number') {
    if (!Number.isSafeInteger(source)) throw new RangeError(`Not an exact number: ${source}`)
    return wrap(new Fraction(source))
  }
  const parts = DECIMAL.exec(source)
  if (!parts || source.length > MAX_DIGITS)
    throw new RangeError(`Not a decimal number: ${source.slice(0, 40)}`)
  const [, sign, whole = '', decimals = '', exponent = '0'] = parts
  const power = Number(exponent) - decimals.length
  if (Math.abs(power) > MAX_DIGITS) throw new RangeError(`Out of reach: ${source.slice(0, 40)}`)
  const digits = BigInt(`${sign === '-' ? '-' : ''}${whole}${decimals}`)
  const scale = 10n ** BigInt(Math.abs(power))
  return wrap(power < 0 ? new Fraction(digits, scale) : new Fraction(digits * scale))
}

/** n ÷ d of two whole numbers. Throws RangeError when d is 0. */
export function ratio(n: number | bigint, d: number | bigint): Exact {
  return div(exact(n), exact(d))
}

export const ZERO = exact(0)
export const ONE = exact(1)

export const add = (a: Exact, b: Exact): Exact => wrap(open(a).add(open(b)))
export const sub = (a: Exact, b: Exact): Exact => wrap(open(a).sub(open(b)))

/** Values are mostly 0 and 1, so those are not multiplied out. */
export function mul(a: Exact, b: Exact): Exact {
  if (isZero(a) || isOne(b)) return a
  return isZero(b) || isOne(a) ? b : wrap(open(a).mul(open(b)))
}

/** a ÷ b. Throws RangeError when b is 0. */
export function div(a: Exact, b: Exact): Exact {
  if (isZero(b)) throw new RangeError('Division by zero')
  return wrap(open(a).div(open(b)))
}

/** The sum; 0 of nothing. Brought to lowest terms once, at the end. */
export function sum(values: Iterable<Exact>): Exact {
  let n = 0n
  let d = 1n
  for (const value of values) {
    if (isZero(value)) continue
    const other = denominatorOf(value)
    n = d === other ? n + numeratorOf(value) : n * other + numeratorOf(value) * d
    if (d !== other) d *= other
  }
  return wrap(new Fraction(n, d))
}

/** Below 0, 0 or above 0 as a is less than, equal to or greater than b. */
export const compare = (a: Exact, b: Exact): number => open(a).compare(open(b))
export const equals = (a: Exact, b: Exact): boolean => compare(a, b) === 0
export const isZero = (value: Exact): boolean => open(value).n === 0n
const isOne = (value: Exact): boolean => numeratorOf(value) === 1n && isWhole(value)
export const isWhole = (value: Exact): boolean => denominatorOf(value) === 1n
export const min = (a: Exact, b: Exact): Exact => (compare(a, b) <= 0 ? a : b)
export const max = (a: Exact, b: Exact): Exact => (compare(a, b) >= 0 ? a : b)

export const abs = (value: Exact): Exact => (compare(value, ZERO) < 0 ? sub(ZERO, value) : value)

/** Text for storage that `fromText` reads back: `67/100`, `3`. */
export function toText(value: Exact): string {
  const whole = String(numeratorOf(value))
  return isWhole(value) ? whole : `${whole}/${denominatorOf(value)}`
}

/** The value of a text made by `toText`. Throws RangeError on any other text. */
export function fromText(text: string): Exact {
  if (!STORED.test(text)) throw new RangeError(`Not a stored number: ${text.slice(0, 40)}`)
  const [n = '', d = '1'] = text.split('/')
  return ratio(BigInt(n), BigInt(d))
}

/** The double nearest to the exact value (ties to even), whatever the size of numerator and denominator. */
export function toNumber(value: Exact): number {
  const n = open(value).n
  const d = denominatorOf(value)
  const size = n <= SAFE && d <= SAFE ? Number(n) / Number(d) : nearestDouble(n, d)
  return numeratorOf(value) < 0n ? -size : size
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER)
const SMALLEST_POWER = 1074

function nearestDouble(n: bigint, d: bigint): number {
  const wanted = 66 - (bits(n) - bits(d))
  const shift = Math.min(wanted, SMALLEST_POWER)
  const [top, bottom] = shift >= 0 ? [n << BigInt(shift), d] : [n, d << BigInt(-shift)]
  const quotient = top / bottom
  const rest = top % bottom
  // Enough bits: a sticky last bit lets Number() round once. Below that (subnormal) the unit is the last bit itself.
  if (shift === wanted) return scaleByPower(Number(rest === 0n ? quotient : quotient | 1n), -shift)
  const twice = rest * 2n
  const up = twice > bottom || (twice === bottom && quotient % 2n === 1n)
  return scaleByPower(Number(up ? quotient + 1n : quotient), -shift)
}

const bits = (value: bigint): number => value.toString(2).length
const scaleByPower = (value: number, power: number): number =>
  value * 2 ** Math.trunc(power / 2) * 2 ** (power - Math.trunc(power / 2))

/** Decimal text with exactly `places` places, half away from zero: `82.95`. */
export function round(value: Exact, places: number): string {
  const digits = String(roundedUnits(value, places)).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const text = places === 0 ? digits : `${whole}.${digits.slice(-places)}`
  return numeratorOf(value) < 0n && /[1-9]/.test(text) ? `-${text}` : text
}

/** |value| × 10^places as the nearest whole number, half upwards. */
function roundedUnits(value: Exact, places: number): bigint {
  const d = denominatorOf(value)
  return (open(value).n * 10n ** BigInt(places) * 2n + d) / (d * 2n)
}

/**
 * Two places, half away from zero. A value under the minimum in `below` never prints as that minimum:
 * as many places as needed, at most four, and cut there instead of rounded when four do not tell them apart.
 */
export function roundForDisplay(value: Exact, options: { below?: Exact } = {}): string {
  const { below } = options
  if (!below || compare(value, below) >= 0) return round(value, 2)
  for (let places = 2; places <= 4; places++) {
    const text = round(value, places)
    const same = [round(below, places), round(below, 2)].some(minimum => equals(exact(minimum), exact(text)))
    if (!same) return text
  }
  return round(cut(value, 4), 4)
}

function cut(value: Exact, places: number): Exact {
  const unit = 10n ** BigInt(places)
  const top = numeratorOf(value) * unit
  const d = denominatorOf(value)
  return ratio(top / d - (top < 0n && top % d !== 0n ? 1n : 0n), unit)
}

/** The least multiple of 10^-places that is not below the value. */
export function ceilTo(value: Exact, places: number): Exact {
  return sub(ZERO, cut(sub(ZERO, value), places))
}

/** The greatest multiple of 10^-places that is not above the value. */
export const floorTo = cut

/** value × 10^places rounded to a whole number, for sorting and sums in a database. Throws RangeError beyond 2^53. */
export function scaled(value: Exact, places = 6): number {
  const units = Number(roundedUnits(value, places)) * (numeratorOf(value) < 0n ? -1 : 1)
  if (!Number.isSafeInteger(units)) throw new RangeError('Too large to be scaled')
  return units === 0 ? 0 : units
}
