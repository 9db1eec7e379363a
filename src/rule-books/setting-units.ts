import { compare, exact, isWhole, mul, round, type Exact } from '../engine/exact'
import { formatCount, formatDecimal } from '../web/format/number'

/** What a threshold counts: how it is written, and what it can be. */
interface Unit {
  readonly say: (value: Exact) => string
  readonly least: Exact
  readonly most: Exact
  readonly whole: boolean
  /** How it is typed. */
  readonly hint: string
  /** What is said of a number out of sense. */
  readonly fault: string
}

/** Six places as they are typed, and the two of a percentage. */
const PLACES = 8

/** An exact number as the shortest decimal text; a bound is shown as it is, never rounded to its neighbour. */
export const decimalText = (value: Exact): string => round(value, PLACES).replace(/\.?0+$/, '')

/** A share 0..1 in hundredths, as a decimal text. */
export const percentText = (share: Exact): string => decimalText(mul(share, exact(100)))

const sayNumber = (value: Exact): string => formatDecimal(decimalText(value))
const sayShare = (share: Exact): string => `${formatDecimal(percentText(share))}%`

const counted = (name: string, least: number, most: number): Unit => ({
  say: value => `${sayNumber(value)} ${name}`.trim(),
  least: exact(least),
  most: exact(most),
  whole: true,
  hint: name === '' ? 'Bilangan bulat' : `Dalam ${name}`,
  fault: `Tulis bilangan bulat dari ${least} sampai ${formatCount(most)}.`,
})

const PERCENT = 'Dalam persen, misalnya 75%'

export const UNITS = {
  share: {
    say: sayShare,
    least: exact(0),
    most: exact(1),
    whole: false,
    hint: PERCENT,
    fault: 'Tulis antara 0% dan 100%.',
  },
  /** One amount against another, which may be more than all of it. */
  against: {
    say: sayShare,
    least: exact(0),
    most: exact(10),
    whole: false,
    hint: PERCENT,
    fault: 'Tulis antara 0% dan 1.000%.',
  },
  /** An index on 0 to 4. */
  index: {
    say: sayNumber,
    least: exact(0),
    most: exact(4),
    whole: false,
    hint: 'Indeks 0–4',
    fault: 'Tulis antara 0 dan 4.',
  },
  /** An index of the service survey on 25 to 100. */
  satisfaction: {
    say: sayNumber,
    least: exact(25),
    most: exact(100),
    whole: false,
    hint: 'Indeks 25–100',
    fault: 'Tulis antara 25 dan 100.',
  },
  count: counted('', 0, 100_000),
  pieces: counted('buah', 0, 100_000),
  people: counted('orang', 0, 100_000),
  letters: counted('huruf', 1, 5_000),
  days: counted('hari', 0, 3_650),
  length: counted('hari', 1, 3_650),
  months: counted('bulan', 0, 120),
  span: counted('bulan', 1, 120),
  quarters: counted('triwulan', 0, 4),
  years: counted('tahun', 0, 10),
} as const satisfies Record<string, Unit>

export type UnitName = keyof typeof UNITS

export const isShare = (unit: UnitName): boolean => unit === 'share' || unit === 'against'

/** Why a number makes no sense as what it counts; null where it does. */
export function senselessAs(unit: UnitName, value: Exact): string | null {
  const { least, most, whole, fault } = UNITS[unit]
  const makesSense = compare(value, least) >= 0 && compare(value, most) <= 0 && (!whole || isWhole(value))
  return makesSense ? null : fault
}
