import { compare, exact, round, type Exact } from '../exact'
import { convertIndex, type IndexScale } from './index-scales'

export type QualityLetter = 'A' | 'B' | 'C' | 'D'

/** Lowest index 25–100 of each letter, the best first. */
const LEAST: readonly (readonly [QualityLetter, Exact])[] = [
  ['A', exact('88.31')],
  ['B', exact('76.61')],
  ['C', exact('65')],
  ['D', exact('25')],
]

/**
 * Quality of a service by the index of its users' satisfaction, PermenPANRB 14/2017: A 88.31–100, B 76.61–88.30,
 * C 65.00–76.60, D 25.00–64.99; read on the two places in which the rule writes them. Null below 25.
 */
export function serviceQuality(index: Exact, scale: IndexScale): QualityLetter | null {
  const hundred = convertIndex(index, scale, '25-100')
  if (!hundred) return null
  const written = exact(round(hundred, 2))
  return LEAST.find(([, least]) => compare(written, least) >= 0)?.[0] ?? null
}
