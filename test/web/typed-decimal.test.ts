import { readDecimal } from '../../src/web/typed-decimal'

describe('a figure as it is typed', () => {
  it.each([
    ['87,5', '87.5'],
    ['87.5', '87.5'],
    [' 1.234.567,80 ', '1234567.8'],
    ['1.234,5', '1234.5'],
    ['1234', '1234'],
    ['0,125', '0.125'],
    ['0.125', '0.125'],
    ['007', '7'],
    ['-2,5', '-2.5'],
    ['−2,50', '-2.5'],
    ['-0', '0'],
    ['+5', '5'],
    ['1.234.567', '1234567'],
  ])('%s is %s', (typed, value) => {
    expect(readDecimal(typed)).toEqual({ value })
  })

  it.each([
    ['1.234', 'ambiguous'],
    ['-12.500', 'ambiguous'],
    ['+1.250', 'ambiguous'],
    ['', 'unreadable'],
    ['85%', 'unreadable'],
    ['1,2,3', 'unreadable'],
    ['1.23.456', 'unreadable'],
    ['dua', 'unreadable'],
    ['=1+1', 'unreadable'],
    ['1234567890123456', 'too-long'],
    ['0,1234567', 'too-long'],
  ])('%s is refused as %s', (typed, fault) => {
    expect(readDecimal(typed)).toEqual({ fault })
  })
})
