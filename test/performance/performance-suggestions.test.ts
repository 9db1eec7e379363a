import { comparisonQuestions, optionFor, targetQuestions } from '../../src/performance/performance-questions'
import { suggestionsFor } from '../../src/performance/performance-suggestions'
import { lke } from '../engine/support/lke'

const reached = (realisation: string | null) => ({
  direction: 'up' as const,
  counting: 'running' as const,
  yearTarget: '100',
  quarters: [{ target: '100', realisation }],
})
const made = (years: Readonly<Record<number, readonly (string | null)[]>>, cycleYear = 2026) =>
  suggestionsFor(
    lke,
    new Map(Object.entries(years).map(([year, figures]) => [Number(year), figures.map(reached)])),
    cycleYear,
    year => `/kinerja/${year}`,
  )

describe('what the register of performance would answer', () => {
  it('finds its questions by what they ask, in the worksheet of 2021', () => {
    expect(targetQuestions(lke).map(({ code }) => code)).toEqual(['A.II.4.i.a'])
    const [comparison, ...others] = comparisonQuestions(lke)
    expect([comparison?.code, others]).toEqual(['B.I.ii.a', []])
    const verdicts = (['risen', 'level', 'missed'] as const).map(verdict => optionFor(comparison!, verdict))
    expect(verdicts).toEqual(['B', 'C', 'D'])
  })

  it('is nothing before a year was reported whole', () => {
    expect(made({})).toEqual([])
    expect(made({ 2026: ['100', null], 2025: ['100', null] })).toEqual([])
    expect(made({ 2024: ['100'] })).toEqual([])
  })

  it('counts the targets of the last whole year, with the address of the figures', () => {
    const [counts] = made({ 2026: ['100', null], 2025: ['100', '120', '99.999'] })
    expect(counts).toEqual({
      question: 'A.II.4.i.a',
      sentence: 'Menurut register kinerja, 2 dari 3 target kinerja 2025 tercapai.',
      answer: { inputs: { targets: '3', achieved: '2' } },
      href: '/kinerja/2025',
    })
    expect(made({ 2026: ['100'], 2025: ['90'] })[0]?.href).toBe('/kinerja/2026')
  })

  it.each([
    [['110', '110'], ['100', '100'], 'B', 'rata-rata capaian 100,00% menjadi 110,00%; pembanding'],
    [['100', '100'], ['100', '100'], 'C', 'rata-rata capaian 100,00% menjadi 100,00%'],
    [['100', '100'], [], 'C', '2024 belum lengkap, jadi kenaikannya belum terbukti'],
    [['130', '99'], ['100', '100'], 'D', '1 dari 2 target kinerja 2025 tercapai'],
  ])('compares %j with %j before: option %s', (now, before, option, words) => {
    const comparison = made({ 2025: now, 2024: before }).find(({ question }) => question === 'B.I.ii.a')
    expect(comparison?.answer).toEqual({ option })
    expect(comparison?.sentence).toContain(words)
  })
})
