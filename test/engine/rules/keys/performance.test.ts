import { performance } from '../../../../src/engine/rules/keys/performance'
import { reading } from '../facts-of'
import { reported } from '../rows-of'

/** A hundred commitments of one quarter, some of which reached their target. */
const reached = (year: number, quarter: number, count: number) =>
  Array.from({ length: 100 }, (_, at) =>
    reported(`k${year}-${quarter}-${at}`, year, quarter, at < count ? '100' : '99.99'),
  )

describe('the key of performance', () => {
  it.each([
    ['more targets', [...reached(2025, 4, 80), ...reached(2026, 1, 82)], 'membaik'],
    ['one more of a hundred', [...reached(2025, 4, 80), ...reached(2026, 1, 81)], 'tetap'],
    ['one fewer of a hundred', [...reached(2025, 4, 80), ...reached(2026, 1, 79)], 'tetap'],
    ['fewer targets', [...reached(2025, 4, 80), ...reached(2026, 1, 78)], 'memburuk'],
    [
      'a better quarter after a worse year',
      [...reached(2024, 4, 90), ...reached(2025, 4, 80), ...reached(2026, 1, 95)],
      'memburuk',
    ],
    [
      'one report still missing',
      [...reached(2025, 4, 80), ...reached(2026, 1, 90), reported('k', 2026, 1, null)],
      'belum-terukur',
    ],
    ['a quarter that runs', [...reached(2026, 1, 80), ...reached(2026, 2, 90)], 'belum-terukur'],
    ['one quarter alone', reached(2026, 1, 80), 'belum-terukur'],
    ['nothing recorded', [], 'belum-terukur'],
  ])('%s', (_, quarters, trend) => expect(reading(performance, { quarters }).level).toBe(trend))

  it('knows targets that are reached downwards', () => {
    const lower = (id: string, quarter: number, realisation: string) => ({
      ...reported(id, 2025, quarter, realisation),
      better: 'lower' as const,
    })
    const quarters = [lower('a', 1, '101'), lower('b', 2, '100')]
    expect(reading(performance, { quarters }).sentence).toBe(
      'Target triwulan yang tercapai 100% (triwulan II 2025), sebelumnya 0% (triwulan I 2025): membaik; target tahunan yang tercapai belum ada data.',
    )
  })
})
