import { betterThanBefore } from '../../../../src/engine/rules/contradictions/better-than-before'
import type { QuarterFacts } from '../../../../src/engine/rules/facts'
import { answer, answering, reading, seenBy } from '../facts-of'

const claiming = (option: string, targets = '4', achieved = '4') =>
  answering(answer('B.I.ii.a', { option }), answer('A.II.4.i.a', { inputs: { targets, achieved } }))
const row = (year: number, realisation: string | null, known: Partial<QuarterFacts> = {}): QuarterFacts => ({
  id: `k${year}`,
  indicator: 'i1',
  year,
  quarter: 4,
  better: 'higher',
  target: '100',
  realisation,
  ...known,
})
const compared = [row(2024, '90'), row(2025, '100')]

describe('performance claimed better than before', () => {
  it.each([
    ['A', '4', []],
    ['A', '3', ['targets bahaya']],
    ['C', '3', ['targets bahaya']],
    ['D', '3', []],
    ['E', '0', []],
  ])('%s with %s of 4 targets reached', (option, achieved, found) => {
    expect(seenBy(betterThanBefore, { ...claiming(option, '4', achieved), quarters: compared })).toEqual(
      found,
    )
  })

  it.each([
    ['reached', row(2025, '100'), []],
    ['missed by little', row(2025, '99.99'), ['register bahaya']],
    ['missed as a fraction', row(2025, '299/3'), ['register bahaya']],
    ['lower is better, and it is', row(2025, '100', { better: 'lower' }), []],
    ['lower is better, and it is not', row(2025, '100.1', { better: 'lower' }), ['register bahaya']],
    ['not told yet', row(2025, null), ['comparison waspada']],
    ['not a number', row(2025, 'banyak'), []],
  ])('all targets claimed, the last year %s', (_, last, found) => {
    expect(seenBy(betterThanBefore, { ...claiming('A'), quarters: [row(2024, '90'), last] })).toEqual(found)
  })

  it.each([
    ['A', ['comparison waspada']],
    ['B', ['comparison waspada']],
    ['C', []],
  ])('%s with one year alone', (option, found) => {
    expect(seenBy(betterThanBefore, { ...claiming(option), quarters: [row(2025, '100')] })).toEqual(found)
  })

  it('takes no quarter that is not over, and compares an indicator with itself', () => {
    const quarters = [row(2025, '100'), row(2024, '90', { indicator: 'i2' }), row(2026, '10')]
    expect(seenBy(betterThanBefore, { ...claiming('A'), quarters })).toEqual(['comparison waspada'])
  })

  it('says nothing without an answer', () => {
    expect(seenBy(betterThanBefore)).toEqual([])
    expect(seenBy(betterThanBefore, { ...answering(answer('B.I.ii.a', { option: 'C' })) })).toEqual([])
  })

  it('says its figures and touches both questions', () => {
    const [finding] = reading(betterThanBefore, { ...claiming('A', '4', '3'), quarters: compared })
    expect(finding?.sentence).toBe(
      'Dijawab A (semua target tercapai), tetapi hanya 3 dari 4 sasaran mencapai 100% pada pertanyaan A.II.4.i.a.',
    )
    expect(finding?.questions).toEqual(['A.II.4.i.a', 'B.I.ii.a'])
  })
})
