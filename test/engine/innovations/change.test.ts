import { toText } from '../../../src/engine/exact'
import { changeOf } from '../../../src/engine/innovations/change'

const words = ({ difference, share, outcome }: ReturnType<typeof changeOf>) => [
  toText(difference),
  share && toText(share),
  outcome,
]

describe('the change between two measurements', () => {
  it.each([
    ['40', '12.5', 'lower', ['-55/2', '-11/16', 'better']],
    ['40', '12.5', 'higher', ['-55/2', '-11/16', 'worse']],
    ['3.2', '3.5', 'higher', ['3/10', '3/32', 'better']],
    ['3.2', '3.5', 'lower', ['3/10', '3/32', 'worse']],
    ['7', '7.0', 'higher', ['0', '0', 'same']],
    ['7', '7', 'lower', ['0', '0', 'same']],
    ['0.1', '0.3', 'higher', ['1/5', '2', 'better']],
  ] as const)('from %s to %s where %s is better', (before, after, better, expected) => {
    expect(words(changeOf(before, after, better))).toEqual(expected)
  })

  it('from nothing has no share, and a way all the same', () => {
    expect(words(changeOf('0', '3', 'higher'))).toEqual(['3', null, 'better'])
    expect(words(changeOf('0', '0', 'higher'))).toEqual(['0', null, 'same'])
    expect(words(changeOf('0', '3', 'lower'))).toEqual(['3', null, 'worse'])
  })

  it('from below nothing has a share with the sign of the difference', () => {
    expect(words(changeOf('-4', '-1', 'higher'))).toEqual(['3', '3/4', 'better'])
    expect(words(changeOf('-4', '-5', 'higher'))).toEqual(['-1', '-1/4', 'worse'])
  })
})
