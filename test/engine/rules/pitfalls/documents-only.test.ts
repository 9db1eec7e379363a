import fc from 'fast-check'
import { documentsOnly } from '../../../../src/engine/rules/pitfalls/documents-only'
import { answer, answering, badness, levelOf, reading, shuffled } from '../facts-of'

const scored = (claimed: string, substantiated: string, answers = [answer('A.II.6.i.a')]) => ({
  worksheet: { ...answering(...answers).worksheet, claimed, substantiated },
})
const reform = (paper: number, rest = 1) => [
  ...[...Array(paper).keys()].map(place =>
    answer(`A.II.1.i.${place}`, { flags: [place % 2 ? 'no-outcome' : 'document-only'] as const }),
  ),
  ...[...Array(rest).keys()].map(place => answer(`A.II.2.i.${place}`)),
]

describe('only documents', () => {
  it.each([
    ['80', '64', 'aman'],
    ['100', '7999/100', 'waspada'],
    ['80', '40', 'waspada'],
    ['100', '49.99', 'bahaya'],
    ['0', '0', 'belum-cukup-data'],
    ['80', 'n/a', 'belum-cukup-data'],
  ])('%s claimed and %s proven: %s', (claimed, substantiated, level) => {
    expect(levelOf(reading(documentsOnly, scored(claimed, substantiated)), 'proven')).toBe(level)
  })

  it.each([
    [0, 'aman'],
    [1, 'waspada'],
    [4, 'waspada'],
    [5, 'bahaya'],
  ])('%d Reform answers of paper alone or without an outcome: %s', (paper, level) => {
    expect(levelOf(reading(documentsOnly, scored('80', '80', reform(paper))), 'paper_reform')).toBe(level)
  })

  it('looks at Reform alone, at what was answered, and at these two flags', () => {
    const answers = [
      answer('A.I.1.i.a', { flags: ['document-only'] }),
      answer('A.II.1.i.a', { flags: ['document-only'], state: 'incomplete' }),
      answer('A.II.1.i.b', { flags: ['unsupported'] }),
    ]
    expect(reading(documentsOnly, scored('80', '80', answers)).level).toBe('aman')
  })

  it('is too little data without a worksheet', () => {
    expect(reading(documentsOnly).level).toBe('belum-cukup-data')
    expect(reading(documentsOnly, scored('80', '80', [])).level).toBe('belum-cukup-data')
  })

  it('says its figures and leads to the questions', () => {
    const finding = reading(documentsOnly, scored('80', '60', reform(1)))
    expect(finding.sentence).toBe(
      '75% nilai yang diklaim terbukti; 1 dari 2 jawaban Reform hanya berupa dokumen atau belum ada hasilnya.',
    )
    expect(finding.questions).toEqual(['A.II.1.i.0'])
  })

  it('never worsens by more that is proven, in any order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.nat(100),
        fc.nat(20),
        fc.nat(6),
        (claimed, proven, more, paper) => {
          const before = scored(String(claimed), String(Math.min(claimed, proven)), reform(paper + 1))
          const after = scored(String(claimed), String(Math.min(claimed, proven + more)), reform(paper))
          expect(badness(reading(documentsOnly, after))).toBeLessThanOrEqual(
            badness(reading(documentsOnly, before)),
          )
        },
      ),
    )
    fc.assert(
      fc.property(shuffled(reform(3, 2)), answers => {
        expect(reading(documentsOnly, scored('8', '4', answers))).toEqual(
          reading(documentsOnly, scored('8', '4', reform(3, 2))),
        )
      }),
    )
  })
})
