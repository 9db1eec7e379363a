import fc from 'fast-check'
import {
  add,
  ceilTo,
  compare,
  div,
  equals,
  exact,
  floorTo,
  fromText,
  mul,
  ratio,
  round,
  roundForDisplay,
  scaled,
  sub,
  sum,
  toNumber,
  toText,
} from '../../src/engine/exact'

const whole = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n })
const anyExact = fc
  .tuple(whole, whole)
  .filter(([, d]) => d !== 0n)
  .map(([n, d]) => ratio(n, d))
const decimalText = fc
  .tuple(whole, fc.nat(20), fc.integer({ min: -300, max: 300 }))
  .map(([digits, decimals, power]) => `${digits}.${'0'.repeat(decimals)}7e${power}`)

describe('exact numbers', () => {
  it('keep a decimal text as it is written', () => {
    expect(toText(exact('0.67'))).toBe('67/100')
    expect(toText(exact('-1.50'))).toBe('-3/2')
    expect(toText(exact('25e-3'))).toBe('1/40')
    expect(toText(exact('3.6E+1'))).toBe('36')
    expect(toText(add(exact('0.1'), exact('0.2')))).toBe('3/10')
  })

  it.each([
    '',
    '.',
    '-',
    '1,5',
    '0x10',
    'NaN',
    'Infinity',
    '1/3',
    ' 1',
    '1e',
    '1e99999',
    `1${'0'.repeat(500)}`,
  ])('refuse the text "%s"', text => {
    expect(() => exact(text)).toThrow(RangeError)
  })

  it('refuse doubles, for their digits are gone already', () => {
    expect(() => exact(0.1)).toThrow(RangeError)
    expect(() => exact(2 ** 53)).toThrow(RangeError)
  })

  it('refuse a division by zero', () => {
    expect(() => ratio(1, 0)).toThrow(RangeError)
    expect(() => div(exact(1), exact(0))).toThrow(RangeError)
  })

  it('come back from storage as they went', () => {
    fc.assert(fc.property(anyExact, value => equals(fromText(toText(value)), value)))
    expect(() => fromText('0.67')).toThrow(RangeError)
    expect(() => fromText('1/0')).toThrow(RangeError)
  })

  it('obey the laws of arithmetic', () => {
    fc.assert(
      fc.property(anyExact, anyExact, anyExact, (a, b, c) => {
        expect(equals(sum([a, b, c]), add(c, add(b, a)))).toBe(true)
        expect(equals(mul(a, add(b, c)), add(mul(a, b), mul(a, c)))).toBe(true)
        expect(equals(sub(add(a, b), b), a)).toBe(true)
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0)
      }),
    )
  })

  it('become the double nearest to them, also where digits abound or the exponent is extreme', () => {
    fc.assert(fc.property(decimalText, text => Object.is(toNumber(exact(text)), Number(text))))
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        value => toNumber(exact(`${value}`)) === value,
      ),
    )
    expect(toNumber(ratio(2n ** 54n + 3n, 2n ** 54n + 1n))).toBe(1)
    expect(toNumber(exact('5e-324'))).toBe(5e-324)
    expect(toNumber(exact('2.4e-324'))).toBe(0)
    expect(Object.is(toNumber(sub(exact(1), exact(1))), 0)).toBe(true)
  })
})

describe('rounding', () => {
  it.each([
    ['82.945', 2, '82.95'],
    ['82.9449', 2, '82.94'],
    ['-82.945', 2, '-82.95'],
    ['-0.004', 2, '0.00'],
    ['0.005', 2, '0.01'],
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['1005e-3', 2, '1.01'],
  ])('takes %s to %i places half away from zero: %s', (value, places, text) => {
    expect(round(exact(value), places)).toBe(text)
  })

  it.each([
    ['74.99', '75', '74.99'],
    ['74.996', '75', '74.996'],
    ['74.9996', '75', '74.9996'],
    ['74.99996', '75', '74.9999'],
    ['75', '75', '75.00'],
    ['75.004', '75', '75.00'],
    ['4.196', '4.2', '4.196'],
    ['-0.00001', '0', '-0.0001'],
  ])('shows %s under the minimum %s as %s', (value, minimum, text) => {
    expect(roundForDisplay(exact(value), { below: exact(minimum) })).toBe(text)
  })

  it('never shows a failing value as its minimum and never with more than four places', () => {
    const cents = fc.integer({ min: 0, max: 10_000 }).map(n => ratio(n, 100))
    fc.assert(
      fc.property(cents, fc.bigInt({ min: 1n, max: 10n ** 9n }), (minimum, size) => {
        const text = roundForDisplay(sub(minimum, ratio(1, size)), { below: minimum })
        expect(compare(exact(text), minimum)).toBeLessThan(0)
        expect(text).toMatch(/\.\d{2,4}$/)
      }),
    )
  })

  it('finds the nearest multiple above and below', () => {
    expect(toText(ceilTo(exact('3.591'), 2))).toBe('18/5')
    expect(toText(ceilTo(exact('3.6'), 2))).toBe('18/5')
    expect(toText(floorTo(exact('3.999'), 2))).toBe('399/100')
    expect(toText(floorTo(exact('-0.001'), 2))).toBe('-1/100')
  })

  it('scales to whole numbers that sort and sum', () => {
    expect(scaled(ratio(2, 3))).toBe(666_667)
    expect(scaled(exact('-0.0000004'))).toBe(0)
    expect(() => scaled(exact('1e12'))).toThrow(RangeError)
  })
})
