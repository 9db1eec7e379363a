import { exact, ratio } from '../../../src/engine/exact'
import {
  formatBytes,
  formatCount,
  formatDecimal,
  formatGain,
  formatPart,
  formatPercent,
  formatScore,
} from '../../../src/web/format/number'

describe('numbers on screen', () => {
  it.each([
    ['82.95', '82,95'],
    ['1234', '1.234'],
    ['1234567.5', '1.234.567,5'],
    ['999', '999'],
    ['-0.33', '−0,33'],
    ['-1234.00', '−1.234,00'],
  ])('writes %s as %s', (engine, screen) => expect(formatDecimal(engine)).toBe(screen))

  it('shows points with two places, half away from zero', () => {
    expect(formatScore(exact('69.525'))).toBe('69,53')
    expect(formatScore(ratio(1, 3))).toBe('0,33')
  })

  it('never shows a failing value as its minimum', () => {
    expect(formatScore(exact('4.7999'), { below: exact('4.8') })).toBe('4,7999')
    expect(formatScore(exact('4.8'), { below: exact('4.8') })).toBe('4,80')
  })

  it('shows what a step adds with its sign', () => {
    expect(formatGain(exact(2))).toBe('+2,00')
    expect(formatGain(exact('-0.5'))).toBe('−0,50')
  })

  it('shows shares as percent', () => {
    expect(formatPercent(ratio(5, 8))).toBe('63%')
    expect(formatPercent(ratio(5, 8), 1)).toBe('62,5%')
  })

  it('shows counts and parts, and refuses a fraction', () => {
    expect(formatPart(13, 1600)).toBe('13 dari 1.600')
    expect(() => formatCount(1.5)).toThrow(RangeError)
  })

  it.each([
    [0, '0 byte'],
    [1023, '1023 byte'],
    [1024, '1 KB'],
    [640 * 1024, '640 KB'],
    [1024 * 1024 - 1, '1 MB'],
    [8.1 * 1024 * 1024, '8,1 MB'],
    [25 * 1024 * 1024, '25 MB'],
    [1.5 * 1024 ** 3, '1,5 GB'],
  ])('shows %d bytes as %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text))
})
