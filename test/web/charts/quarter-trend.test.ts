import { quarterTrend } from '../../../src/web/charts/quarter-trend'

const barsOf = (shares: readonly (number | null)[]) =>
  [
    ...quarterTrend({ label: 'Capaian', shares })
      .toHTML()
      .matchAll(/<rect [^>]*height="([\d.]+)" fill="([^"]+)"/g),
  ].map(match => [Number(match[1]), match[2]])

describe('the picture of four quarters', () => {
  it('draws what reached the target apart from what did not, and a stroke for what is unknown', () => {
    expect(barsOf([1, 0.5, null])).toEqual([
      [24.8, 'var(--proven)'],
      [12.4, 'var(--claim)'],
      [2, 'var(--claim)'],
    ])
  })

  it('cuts no bar: the highest gives the scale', () => {
    const [high, whole] = barsOf([4, 1]).map(([height]) => height as number)
    expect(high).toBe(31)
    expect(whole).toBe(7.75)
  })

  it('shows nothing below nothing, and says itself in words', () => {
    expect(barsOf([-2])).toEqual([[0, 'var(--claim)']])
    expect(quarterTrend({ label: 'A & B', shares: [] }).toHTML()).toContain('aria-label="A &amp; B"')
  })
})
