import { toText } from '../../../src/engine/exact'
import { score } from '../../../src/engine/scoring/score-worksheet'
import type { AnswerValue } from '../../../src/engine/scoring/score'
import { bestAnswers, inputs, lke } from '../support/lke'

const asSheet = (answers: [string, AnswerValue][], section: string): string => {
  const { spreadsheet } = score(lke, new Map(answers), [], { areaGates: 'joint' })
  return toText(spreadsheet.sections.get(section)!)
}

describe('as the spreadsheet counts', () => {
  it('nothing answered is 0', () => {
    expect(asSheet([], 'total')).toBe('0')
  })

  it('a sub-criterion is the mean over its answered questions', () => {
    expect(asSheet([['A.I.1.i.a', { option: 'Ya' }]], 'A.I.1.i')).toBe('1/2')
    expect(
      asSheet(
        [
          ['A.I.1.i.a', { option: 'Ya' }],
          ['A.I.1.i.b', { option: 'C' }],
        ],
        'A.I.1.i',
      ),
    ).toBe('1/4')
  })

  it('a zero denominator is a blank, whatever the zero rule gives', () => {
    expect(asSheet([['A.II.5.ii.a', inputs({ due: 0, resolved: 0 })]], 'A.II.5.ii')).toBe('0')
    const beside: [string, AnswerValue] = ['A.II.1.i.b', inputs({ changes: 4, integrated: 3 })]
    expect(asSheet([['A.II.1.i.a', inputs({ agents: 0, changes: 0 })], beside], 'A.II.1.i')).toBe('3/2')
  })

  it('contradictory and incomplete answers are blanks', () => {
    const beside: [string, AnswerValue] = ['A.II.1.i.a', inputs({ agents: 4, changes: 2 })]
    expect(asSheet([beside, ['A.II.1.i.b', inputs({ changes: 1, integrated: 2 })]], 'A.II.1.i')).toBe('1')
    expect(asSheet([beside, ['A.II.1.i.b', inputs({ changes: 1 })]], 'A.II.1.i')).toBe('1')
  })

  it('joins the areas and agrees with the score where everything is answered', () => {
    const full = score(lke, bestAnswers(), [], { areaGates: 'joint' })
    expect(toText(full.spreadsheet.total)).toBe('100')
    expect(toText(full.spreadsheet.sections.get('A.5')!)).toBe('15')
  })
})
