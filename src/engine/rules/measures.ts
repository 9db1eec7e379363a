import { compare, toText, type Exact } from '../exact'
import type { FindingLevel, Measure } from './finding'
import type { Band } from './rule-book'
import { sayNumber } from './say'

/** How a bound is read. */
export const COMPARISON_WORDS: Readonly<Record<Band['is'], string>> = {
  '<': 'kurang dari',
  '<=': 'paling banyak',
  '>': 'lebih dari',
  '>=': 'paling sedikit',
}

/** Where a figure stands in its band. */
export function levelIn(band: Band, value: Exact): 'aman' | 'waspada' | 'bahaya' {
  const reached = (bound: Exact | null): boolean => bound !== null && holds(band.is, compare(value, bound))
  if (reached(band.bahaya)) return 'bahaya'
  return reached(band.waspada) ? 'waspada' : 'aman'
}

function holds(is: Band['is'], order: number): boolean {
  if (is === '<') return order < 0
  if (is === '<=') return order <= 0
  return is === '>' ? order > 0 : order >= 0
}

export interface Measured {
  readonly key: string
  readonly label: string
  /** Null: it could not be taken for want of data. */
  readonly value: Exact | null
  /** The figure in words. */
  readonly shown: string
  readonly band: Band
  /** How a bound is written; as a number where nothing is said. */
  readonly say?: (bound: Exact) => string
}

/** A figure held against its band; one that could not be taken is `belum-cukup-data`. */
export function measure({ key, label, value, shown, band, say = sayNumber }: Measured): Measure {
  const bound = (level: 'waspada' | 'bahaya'): string =>
    band[level] === null ? '' : `${level} bila ${COMPARISON_WORDS[band.is]} ${say(band[level])}`
  return {
    key,
    label,
    value: value === null ? null : toText(value),
    shown,
    bounds: [bound('waspada'), bound('bahaya')].filter(Boolean).join(', '),
    level: value === null ? 'belum-cukup-data' : levelIn(band, value),
  }
}

const ORDER: readonly FindingLevel[] = ['bahaya', 'waspada', 'belum-cukup-data', 'aman']

/** The worst of some figures; for want of one of them nothing is `aman`. Nothing measured is too little data. */
export function worst(measures: readonly Measure[]): FindingLevel {
  return ORDER.find(level => measures.some(one => one.level === level)) ?? 'belum-cukup-data'
}
