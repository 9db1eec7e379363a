import fc from 'fast-check'
import { exact } from '../../../../src/engine/exact'
import { readIndicator, type Indicator, type Point } from '../../../../src/engine/rules/keys/indicator'
import { sayNumber } from '../../../../src/engine/rules/say'
import { shuffled } from '../facts-of'

const point = (at: string, value: number): Point => ({
  at,
  when: at,
  value: exact(value),
  records: [{ kind: 'survey', id: `s${at}` }],
})
const indicator = (points: readonly Point[], known: Partial<Indicator> = {}): Indicator => ({
  key: 'k',
  label: 'indeks',
  points,
  better: 'higher',
  steady: exact(2),
  say: sayNumber,
  next: '',
  ...known,
})
const trend = (points: readonly Point[], known: Partial<Indicator> = {}) =>
  readIndicator(indicator(points, known)).trend

describe('an indicator', () => {
  it.each([
    [13, 'membaik'],
    [12, 'tetap'],
    [10, 'tetap'],
    [8, 'tetap'],
    [7, 'memburuk'],
  ])('of 10 before and %d now, where 2 are no change', (now, said) => {
    expect(trend([point('2025', 10), point('2026', now)])).toBe(said)
  })

  it('goes the other way where less is better', () => {
    expect(trend([point('2025', 10), point('2026', 7)], { better: 'lower' })).toBe('membaik')
    expect(trend([point('2025', 10), point('2026', 13)], { better: 'lower' })).toBe('memburuk')
  })

  it('is held against the last earlier value, not the first', () => {
    const { measure, records } = readIndicator(
      indicator([point('2026', 20), point('2024', 90), point('2025', 10)]),
    )
    expect(measure).toMatchObject({ value: '20', baseline: '10', trend: 'membaik', level: 'aman' })
    expect(measure.shown).toBe('indeks 20 (2026), sebelumnya 10 (2025): membaik')
    expect(records.map(({ id }) => id)).toEqual(['s2026', 's2025'])
  })

  it.each([
    ['without any value', [], 'indeks belum ada data'],
    ['without an earlier one', [point('2026', 3)], 'indeks 3 (2026), belum ada pembanding'],
    ['with two of the same day', [point('2026', 3), point('2026', 9)], /belum ada pembanding$/],
  ])('is not measured %s', (_, points, shown) => {
    const { trend: said, measure } = readIndicator(indicator(points))
    expect([said, measure.level]).toEqual(['belum-terukur', 'belum-cukup-data'])
    expect(measure.shown).toMatch(shown)
  })

  it('that decides nothing is shown and has no trend', () => {
    const { trend: said, measure } = readIndicator(
      indicator([point('2025', 1), point('2026', 9)], { decides: false }),
    )
    expect(said).toBe('belum-terukur')
    expect(measure.shown).toBe('indeks 9 (2026), sebelumnya 1 (2025): naik turunnya tidak menentukan')
  })

  const values = fc
    .uniqueArray(fc.integer({ min: 2000, max: 2030 }), { minLength: 2, maxLength: 6 })
    .chain(years => fc.tuple(...years.map(year => fc.nat(20).map(value => point(String(year), value)))))

  it('does not mind the order of its values', () => {
    fc.assert(
      fc.property(
        values.chain(points => fc.tuple(fc.constant(points), shuffled(points))),
        ([points, other]) => {
          expect(readIndicator(indicator(other))).toEqual(readIndicator(indicator(points)))
        },
      ),
    )
  })

  it('never gets worse by a better value now', () => {
    const ranks = ['memburuk', 'tetap', 'membaik']
    fc.assert(
      fc.property(values, fc.nat(20), (points, more) => {
        const last = [...points].sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1)
        const better = points.map(one =>
          one === last ? { ...one, value: exact(Number(one.value) + more) } : one,
        )
        expect(ranks.indexOf(trend(better))).toBeGreaterThanOrEqual(ranks.indexOf(trend(points)))
      }),
    )
  })
})
