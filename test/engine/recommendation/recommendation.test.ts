import { exact } from '../../../src/engine/exact'
import {
  recommendationStandings,
  type RecommendationFacts,
  type RecommendationRule,
} from '../../../src/engine/recommendation/recommendation'

const gate = { section: 'total', minimum: exact(70), reached: exact(80), distance: exact(10), passes: true }
const facts: RecommendationFacts = {
  evaluated: { total: exact(80), gates: new Map([['PRIMA', [gate]]]), predicates: ['PRIMA'] },
  prerequisites: new Map([['wajib', new Map([['PRIMA', 'unknown' as const]])]]),
}
const rule: RecommendationRule = {
  recommendation: 'diusulkan WBK',
  predicate: 'PRIMA',
  prerequisites: 'none-fails',
  minimumTotal: null,
}
const holds = (more: Partial<RecommendationRule>) =>
  recommendationStandings([{ ...rule, ...more }], facts)[0]!.holds

describe('what leads to a recommendation', () => {
  it('follows the predicates of the instrument, whatever their names', () => {
    expect(holds({})).toBe(true)
  })
  it('is never a predicate that the instrument lacks: nothing would stand against it', () => {
    expect(holds({ predicate: 'WBK' })).toBe(false)
  })
  it('takes an unknown prerequisite for a hindrance only where all must pass', () => {
    expect([holds({ prerequisites: 'all-pass' }), holds({ prerequisites: 'ignored' })]).toEqual([false, true])
  })
  it('asks for the least total as it is', () => {
    expect([holds({ minimumTotal: exact(80) }), holds({ minimumTotal: exact('80.01') })]).toEqual([
      true,
      false,
    ])
  })
})
